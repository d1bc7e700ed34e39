import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { type Pieces, sharePieces } from '@/lib/pieces'

const storage = new AsyncLocalStorage<Pieces>()
sharePieces(storage)

/** Answers a request; one that wants a document, not React's data alone, has pieces of its own. */
export const asDocument = (request: Pick<IncomingMessage, 'headers'>, answer: () => void): void =>
  wantsData(request) ? answer() : storage.run(new Map(), answer)

/** How Next's own script asks: for a page anew, or for an act and the page after it. */
const wantsData = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.rsc !== undefined || headers['next-action'] !== undefined
