/**
 * How a route handler says that its answer is packed already, and in which way: Next takes the header
 * `content-encoding` away from it, so the server puts that in this one's place.
 */
export const PACKED = 'x-stocktake-packed'
