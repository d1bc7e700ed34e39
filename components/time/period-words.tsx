'use client'

import { useTranslations } from 'use-intl/react'
import { type ClockOf, usePeriod } from './period-clock'
import { ReaderTime } from './reader-time'

/** In the last two minutes seconds are told, before that whole minutes. */
const SECONDS_FROM = 120
/** From here on the time that is left is shown as urgent. */
const URGENT_FROM = 600

/** The sentence of a period, see PeriodLine. Needs the messages `time`. */
export function PeriodWords({
  clock,
  open,
  closed,
  seatTimeZone,
}: {
  clock: ClockOf
  open: string
  closed: string
  seatTimeZone: string
}) {
  const t = useTranslations('time')
  const { isOpen, limit, printed, secondsLeft } = usePeriod(clock)
  return (
    <div data-testid="period" data-open={isOpen}>
      <p className={isOpen ? undefined : 'font-semibold text-ink'}>
        {isOpen ? open : t('closedAt')}{' '}
        <time dateTime={limit} className="font-semibold">
          <span className="inline-block">{t('seat', { time: printed })}</span>
          <ReaderTime key={limit} instant={limit} seatTimeZone={seatTimeZone} />
        </time>
        {secondsLeft !== null && (
          <>
            {' '}
            <span
              role="timer"
              className={`inline-block whitespace-nowrap rounded-sm px-2 text-sm font-semibold tabular-nums ${
                secondsLeft <= URGENT_FROM
                  ? 'bg-alarm-wash text-alarm'
                  : 'bg-accent-wash text-accent'
              }`}
            >
              {secondsLeft <= SECONDS_FROM
                ? t('secondsLeft', { seconds: secondsLeft })
                : t('minutesLeft', { minutes: Math.floor(secondsLeft / 60) })}
            </span>
          </>
        )}
      </p>
      <p role="status" className="mt-1 empty:hidden">
        {isOpen ? '' : closed}
      </p>
    </div>
  )
}
