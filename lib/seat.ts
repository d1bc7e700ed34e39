/** The seat of the group: every time is written by its clock, and its time has this name. */
export type Seat = { name: string; timeZone: string }

const VIENNA: Seat = { name: 'Vienna', timeZone: 'Europe/Vienna' }

// Pages, actions and the server around them are bundled apart and share this object alone.
const shared = globalThis as typeof globalThis & { stocktakeSeat?: Seat }

/** The seat of this installation: in a browser as its page says, on the server as `setSeat` said last. */
export function seat(): Seat {
  if (typeof document === 'undefined') return shared.stocktakeSeat ?? VIENNA
  const { seat: name, seatZone: timeZone } = document.documentElement.dataset
  return name && timeZone ? { name, timeZone } : VIENNA
}

/** From now on times of this process are written by the clock of this seat. */
export function setSeat({ name, timeZone }: Seat): void {
  shared.stocktakeSeat = { name, timeZone }
}

/** Whether the name is one of a time zone, such as "Europe/Vienna". */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(name.includes('/') && new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
