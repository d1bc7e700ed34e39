import { ActForm } from '@/components/ui/act-form'
import { Difference } from '@/components/text/difference'
import type { FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { ActiveObjection } from '@/lib/plenary/console-queries'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'

type Item = { id: string; wording: number; text: string; language: string }

/**
 * The objections that stand, each with its State, its reason, and the words to which that delegation could agree,
 * marked against the present ones. `take` puts such words on the screen, if nothing is typed.
 */
export function Objections({
  objections,
  item,
  take = null,
}: {
  objections: readonly ActiveObjection[]
  item: Item
  take?: { action: FormAction; slug: string } | null
}) {
  const t = translations('plenary')
  return (
    <section aria-labelledby="objections">
      <h2 id="objections" className="mb-2 font-semibold">
        {t('objections')}
      </h2>
      {objections.length === 0 ? (
        <p className="text-quiet">{t('noObjections')}</p>
      ) : (
        <ul className="grid gap-4">
          {objections.map((objection) => (
            <li
              key={`${objection.delegationId} ${objection.wording}`}
              className="border-s-4 border-alarm ps-4"
            >
              <p className="font-semibold">
                {objection.delegationName}{' '}
                <span className="text-sm font-normal text-quiet">
                  {t('objectedTo', {
                    wording: objection.wording,
                    time: printSeatTime(objection.raisedAt),
                  })}
                </span>
              </p>
              <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
                {objection.reason}
              </p>
              {objection.text && (
                <>
                  <p className="mt-2 text-sm text-quiet">{t('couldAgreeTo')}</p>
                  <p
                    lang={item.language}
                    dir={directionOf(item.language)}
                    className="max-w-prose whitespace-pre-line break-words font-serif"
                  >
                    <Difference base={item.text} next={objection.text} locale={item.language} />
                  </p>
                </>
              )}
              {take && objection.body && objection.wording === item.wording && (
                <ActForm
                  key={item.id}
                  action={take.action}
                  values={{
                    slug: take.slug,
                    id: item.id,
                    baseNumber: item.wording,
                    version: 0,
                    body: JSON.stringify(objection.body),
                  }}
                  button={t('takeWords')}
                  tone="quiet"
                  label={t('takeWordsOf', { name: objection.delegationName })}
                  className="no-print mt-2 grid justify-items-start gap-2"
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
