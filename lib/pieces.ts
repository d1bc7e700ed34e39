import type { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The large pieces of HTML of the document that is being written, by the names under which React's
 * data mention them. They are held beside the data, as the data would bring them to the browser a
 * second time.
 */
export type Pieces = Map<string, string>

/** Our server, Next's server components and its browser components are three bundles in one process. */
const STORAGE = Symbol.for('stocktake.pieces')
type Shared = { [STORAGE]?: AsyncLocalStorage<Pieces> }

/** What the three share: `storage` gives each request that is answered with a document its own. */
export function sharePieces(storage: AsyncLocalStorage<Pieces>): void {
  ;(globalThis as Shared)[STORAGE] = storage
}

/** The pieces of the document under way; undefined where data alone are answered, and in a browser. */
export const piecesUnderWay = (): Pieces | undefined => (globalThis as Shared)[STORAGE]?.getStore()
