import { getTranslations } from 'next-intl/server'
import { printSeatTime } from '@/lib/clock'

/**
 * A limit in the seat's time; a small script adds the reader's own. The database's clock decides,
 * so nothing here counts down.
 */
export async function Deadline({ until }: { until: Date }) {
  const t = await getTranslations('time')
  return (
    <time dateTime={until.toISOString()} className="whitespace-nowrap font-semibold">
      {t('seat', { time: printSeatTime(until) })}
    </time>
  )
}
