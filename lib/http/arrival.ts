import type { IncomingHttpHeaders } from 'node:http'

/** The header by which the server tells its pages when a request had arrived; taken from what comes from outside. */
const ARRIVED = 'x-stocktake-arrived'

/** Notes on a request when it had arrived whole, by the database's clock. */
export function noteArrival(headers: IncomingHttpHeaders, arrivedAt: Date | null): void {
  if (arrivedAt) headers[ARRIVED] = arrivedAt.toISOString()
}

/** When the request had arrived whole, by the database's clock; null where the server could not tell. */
export function arrivalOf(headers: Pick<Headers, 'get'>): Date | null {
  const noted = headers.get(ARRIVED)
  return noted ? new Date(noted) : null
}
