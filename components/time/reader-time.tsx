'use client'

import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'

const unchanging = () => () => {}

/**
 * The same instant by the reader's own clock, if it differs from the seat's; nothing before the browser has reported
 * it. Needs the messages `time`.
 */
export function ReaderTime({ instant, seatTimeZone }: { instant: string; seatTimeZone: string }) {
  const t = useTranslations('time')
  const readerTime = useSyncExternalStore(
    unchanging,
    () => printUnless(seatTimeZone, new Date(instant)),
    () => '',
  )
  return (
    readerTime && (
      <span className="block text-sm font-normal text-quiet">
        {t('reader', { time: readerTime })}
      </span>
    )
  )
}

/** "17 December, 01:00" by the reader's clock, or '' if the seat's says the same. */
function printUnless(seatTimeZone: string, instant: Date): string {
  const readerTime = print(instant)
  return readerTime === print(instant, seatTimeZone) ? '' : readerTime
}

function print(instant: Date, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {}
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', ...zone })
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', ...zone })
  return `${day.format(instant)}, ${time.format(instant)}`
}
