import { ClientMessages } from '@/components/messages/client-messages'
import { printSeatTime, SEAT_TIME_ZONE } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { ReaderTime } from './reader-time'

/**
 * A limit in the seat's time; a small script adds the reader's own where it is another. The
 * database's clock decides, so nothing here counts down.
 */
export function Deadline({ until }: { until: Date }) {
  const t = translations('time')
  const instant = until.toISOString()
  return (
    <time dateTime={instant} className="font-semibold">
      <span className="whitespace-nowrap">{t('seat', { time: printSeatTime(until) })}</span>
      <ClientMessages namespaces={['time']}>
        <ReaderTime instant={instant} seatTimeZone={SEAT_TIME_ZONE} />
      </ClientMessages>
    </time>
  )
}
