import { ClientMessages } from '@/components/messages/client-messages'
import { printSeatTime } from '@/lib/clock'
import { seat } from '@/lib/seat'
import { translations } from '@/lib/messages'
import { ReaderTime } from './reader-time'

/**
 * A limit in the seat's time; a small script adds the reader's own if it differs. The database's clock decides, so
 * nothing here counts down.
 */
export function Deadline({ until }: { until: Date }) {
  const t = translations('time')
  const instant = until.toISOString()
  return (
    <time dateTime={instant} className="font-semibold">
      <span className="inline-block">{t('seat', { time: printSeatTime(until) })}</span>
      <ClientMessages namespaces={['time']}>
        <ReaderTime instant={instant} seatTimeZone={seat().timeZone} />
      </ClientMessages>
    </time>
  )
}
