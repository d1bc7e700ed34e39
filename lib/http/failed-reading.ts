import type http from 'node:http'
import { schemeIn } from '@/lib/html/scheme'
import { holdAnswerIf } from './held-answer'
import { failedPage } from './shell/failed-page'

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>

/** What the server can find out for the page: the time is the database’s, null while it is not known. */
type Known = { isDatabaseAway: () => Promise<boolean>; now: () => Date | null }

/** After this time a browser may come again while the database is away. */
const COME_AGAIN_SECONDS = '30'

/**
 * Lets Next answer a request. Where it can draw no page, it sends a document without words, which only a script fills: a
 * browser that opens an address gets a page that says what happened, with 503 while the database is away.
 */
export const showingFailures =
  (answer: Answer, { isDatabaseAway, now }: Known): Answer =>
  async (request, response) => {
    if (!opensPage(request)) return answer(request, response)
    const failed = await holdAnswerIf(
      (status) => status === 500,
      response,
      () => answer(request, response),
    )
    if (!failed) return
    const isAway = await isDatabaseAway()
    failed.replace(
      isAway ? 503 : 500,
      failedPage({
        address: request.headers['x-stocktake-path']?.toString() ?? '/',
        isAway,
        mark: markIn(failed.text()),
        at: now(),
        scheme: schemeIn(request.headers.cookie ?? null),
      }),
      isAway ? { 'retry-after': COME_AGAIN_SECONDS } : {},
    )
  }

/** A browser that opens an address; Next's own scripts ask for parts of pages and read the failure themselves. */
const opensPage = ({ method, headers }: http.IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers.rsc === undefined &&
  (headers.accept ?? '').includes('text/html')

/** The mark that Next wrote into its document and into the log. */
const markIn = (document: string): string | undefined =>
  /E\{\\?"digest\\?":\\?"([^"\\]+)/.exec(document)?.[1]
