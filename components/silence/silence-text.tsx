import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { SilenceView } from '@/lib/silence/queries'
import { directionOf } from '@/lib/text/locales'

/** The question, the text in its languages and the annexes, with the hashes that freeze them. */
export function SilenceText({
  view,
  slug,
  removeAnnex,
}: {
  view: SilenceView
  slug: string
  /** Before the opening: takes an annex away. */
  removeAnnex: FormAction | null
}) {
  const t = translations('silence')
  const language = translations('proposals.languages')
  const { silence, texts, annexes } = view
  return (
    <div className="grid gap-8">
      <section aria-labelledby="asked">
        <h2 id="asked" className="mb-2 font-serif text-xl font-semibold">
          {t('asked')}
        </h2>
        <p className="max-w-prose font-serif text-lg">{silence.asks}</p>
      </section>
      <section aria-labelledby="text">
        <h2 id="text" className="mb-2 font-serif text-xl font-semibold">
          {t('text')}
        </h2>
        {texts.map((version) => (
          <div key={version.language} className="mb-5">
            <h3 className="kicker">
              {language(version.language)}
              {version.original && ` · ${t('original')}`}
            </h3>
            <p
              lang={version.language}
              dir={directionOf(version.language)}
              className="max-w-prose font-serif whitespace-pre-line"
            >
              {version.text}
            </p>
          </div>
        ))}
      </section>
      <section aria-labelledby="annexes">
        <h2 id="annexes" className="mb-2 font-serif text-xl font-semibold">
          {t('annexes')}
        </h2>
        {annexes.length === 0 && <p className="text-quiet">{t('noAnnexes')}</p>}
        <ul className="grid gap-3">
          {annexes.map(({ id, name, hash }) => (
            <li key={id}>
              <a href={paths.silenceFile(slug, silence.number, id)}>{name}</a>
              <code className="block text-xs break-all text-quiet">SHA-256 {hash}</code>
              {removeAnnex && (
                <ActForm
                  action={removeAnnex}
                  values={{ id: silence.id, version: silence.version, annexId: id }}
                  button={t('removeAnnex')}
                  label={`${t('removeAnnex')} ${name}`}
                  tone="plain"
                />
              )}
            </li>
          ))}
        </ul>
        {silence.hash && (
          <p className="mt-3 text-xs break-all text-quiet">{t('hash', { hash: silence.hash })}</p>
        )}
      </section>
    </div>
  )
}
