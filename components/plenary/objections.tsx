import { printSeatTime } from '@/lib/clock'
import type { StandingObjection } from '@/lib/consolidation/console-queries'
import { translations } from '@/lib/translations'

/** The objections that stand, each with whose it is and why. */
export function Objections({ objections }: { objections: readonly StandingObjection[] }) {
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
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
