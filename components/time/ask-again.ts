/** Tells the clocks of periods that the server was just spoken with, see PeriodClock. */
export const SPOKEN = 'stocktake:spoken'

export const noteSpoken = (): void => void document.dispatchEvent(new Event(SPOKEN))
