/** The state of a period at a moment, as plain values for a browser. Times are ISO strings of the database's clock. */
export type PeriodNow = {
  open: boolean
  now: string
  /** The deadline; of a closed period when it closed. */
  limit: string
  /** The same in the seat's time, as it is printed. */
  printed: string
}

/** The view of a period: seconds are counted down in the last hour, otherwise null. */
export type PeriodShown = {
  isOpen: boolean
  limit: string
  printed: string
  secondsLeft: number | null
}

const HOUR = 3_600

/** The state of a period so many milliseconds after its moment. Never closes before its deadline. */
export function shownAfter({ open, now, limit, printed }: PeriodNow, elapsed: number): PeriodShown {
  const seconds = Math.ceil((Date.parse(limit) - Date.parse(now) - elapsed) / 1_000)
  const isOpen = open && seconds > 0
  return { isOpen, limit, printed, secondsLeft: isOpen && seconds <= HOUR ? seconds : null }
}
