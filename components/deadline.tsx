import { getTranslations } from 'next-intl/server'
import { printSeatTime, SEAT_TIME_ZONE } from '@/lib/clock'
import { ReaderTime } from './reader-time'

/**
 * A limit in the seat's time; a small script adds the reader's own where it is another. The
 * database's clock decides, so nothing here counts down.
 */
export async function Deadline({ until }: { until: Date }) {
  const t = await getTranslations('time')
  const instant = until.toISOString()
  return (
    <time dateTime={instant} className="font-semibold">
      <span className="whitespace-nowrap">{t('seat', { time: printSeatTime(until) })}</span>
      <ReaderTime instant={instant} seatTimeZone={SEAT_TIME_ZONE} text={t('reader')} />
    </time>
  )
}
