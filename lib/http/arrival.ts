import type { IncomingHttpHeaders } from 'node:http'

/** The header by which the server tells its pages when a request had arrived; removed from requests from outside. */
const ARRIVED = 'x-stocktake-arrived'

/** Notes on a request when it had arrived whole, by the database's clock. */
export function noteArrival(headers: IncomingHttpHeaders, arrivedAt: Date | null): void {
  if (arrivedAt) headers[ARRIVED] = arrivedAt.toISOString()
}

/** The arrival time of the whole request, by the database's clock; null if the server does not know it. */
export function arrivalOf(headers: Pick<Headers, 'get'>): Date | null {
  const noted = headers.get(ARRIVED)
  return noted ? new Date(noted) : null
}
