import { ActForm } from '@/components/ui/act-form'
import { Difference } from '@/components/text/difference'
import type { FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { ActiveObjection } from '@/lib/plenary/console-queries'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'

type Item = { id: string; wording: number; text: string; language: string }

/**
 * The objections that stand, each with whose it is, why, and the words to which that delegation could
 * agree, marked against those that stand. `take` puts such words on the screen, where nothing is typed.
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
          {objections.map((one) => (
            <li key={`${one.delegationId} ${one.wording}`} className="border-s-4 border-alarm ps-4">
              <p className="font-semibold">
                {one.delegationName}{' '}
                <span className="text-sm font-normal text-quiet">
                  {t('objectedTo', { wording: one.wording, time: printSeatTime(one.raisedAt) })}
                </span>
              </p>
              <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
                {one.reason}
              </p>
              {one.text && (
                <>
                  <p className="mt-2 text-sm text-quiet">{t('couldAgreeTo')}</p>
                  <p
                    lang={item.language}
                    dir={directionOf(item.language)}
                    className="max-w-prose whitespace-pre-line break-words font-serif"
                  >
                    <Difference base={item.text} next={one.text} locale={item.language} />
                  </p>
                </>
              )}
              {take && one.body && one.wording === item.wording && (
                <ActForm
                  action={take.action}
                  values={{
                    slug: take.slug,
                    id: item.id,
                    baseNumber: item.wording,
                    version: 0,
                    body: JSON.stringify(one.body),
                  }}
                  button={t('takeWords')}
                  tone="quiet"
                  label={t('takeWordsOf', { name: one.delegationName })}
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
