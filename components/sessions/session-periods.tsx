import { printSeatTime } from '@/lib/clock'
import { periodKinds } from '@/lib/sessions/kinds'
import type { SessionView } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { Deadline } from '@/components/time/deadline'
import { StateWord } from '@/components/ui/state-word'

/** Until when proposals and comments are taken, or since when they are not. */
export function SessionPeriods({ session }: { session: SessionView }) {
  const t = translations('overview')
  const forms = translations('periodsForm')
  return (
    <section aria-label={t('periods')}>
      <dl className="sheet grid gap-px overflow-hidden bg-line sm:grid-cols-2">
        {periodKinds.map((kind) => {
          const period = session[kind]
          return (
            <div key={kind} className="bg-sheet px-5 py-4">
              <dt className="kicker">{t(`period.${kind}`)}</dt>
              <dd>
                {period?.open ? (
                  <>
                    <StateWord shape="open">{forms('stateOpen')}</StateWord>
                    <span className="block">
                      {t('periodOpen')} <Deadline until={period.openUntil} />
                    </span>
                  </>
                ) : (
                  <>
                    <StateWord shape={period ? 'ended' : 'none'}>
                      {period ? forms('stateClosed') : t('periodNever')}
                    </StateWord>
                    {period && (
                      <span className="block text-sm text-quiet">
                        {t('periodClosed', {
                          time: printSeatTime(period.closedAt ?? period.openUntil),
                        })}
                      </span>
                    )}
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
