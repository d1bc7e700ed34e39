import { ClientMessages } from '@/components/messages/client-messages'
import { seat } from '@/lib/seat'
import { paths } from '@/lib/paths'
import { periodNow } from './period-now'
import type { PeriodView } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import type { ClockOf } from './period-clock'
import { PeriodWords } from './period-words'

type PeriodOf = {
  session: { slug: string; submission: PeriodView | null; comments: PeriodView | null }
  kind: 'submission' | 'comments'
}

/** The clock of a session's period for client components; null if there was never such a period. */
export function clockOfPeriod({ session, kind }: PeriodOf): ClockOf | null {
  const period = session[kind]
  return period && { address: paths.periodClock(session.slug), kind, drawn: periodNow(period) }
}

/**
 * Shows the deadline of an open period, counts down in the last hour, and turns by itself to the time of its end.
 * `open` stands before the deadline; `never` is said if there was no period.
 */
export function PeriodLine({
  session,
  kind,
  open,
  never,
}: PeriodOf & { open: string; never: string }) {
  const clock = clockOfPeriod({ session, kind })
  if (!clock) return <p className="font-semibold">{never}</p>
  const t = translations('time.closed')
  return (
    <ClientMessages namespaces={['time']}>
      <PeriodWords clock={clock} open={open} closed={t(kind)} seatTimeZone={seat().timeZone} />
    </ClientMessages>
  )
}
