import type { Page, Request } from '@playwright/test'

/** Pending requests that will change a page, by page. */
const pending = new WeakMap<Page, Set<Request>>()

/** Notes from now on which requests of the page lead to another page or another state of this one. */
export function watch(page: Page): void {
  if (pending.has(page)) return
  const requests = new Set<Request>()
  pending.set(page, requests)
  page.on('request', (request) => changesThePage(request) && requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/** A document, an act, or a page that Next fetches to show it; not a prefetch. */
function changesThePage(request: Request): boolean {
  const { rsc, 'next-action': act, 'next-router-prefetch': ahead } = request.headers()
  const isDocument = request.isNavigationRequest() && request.frame().parentFrame() === null
  return isDocument || Boolean(act) || Boolean(rsc && !ahead)
}

/**
 * Waits until the page is complete and no request that will change it is pending: its document is read to
 * the end, no act or navigation waits for an answer, and the last response has been drawn.
 */
export async function settled(page: Page): Promise<void> {
  watch(page)
  const requests = pending.get(page)!
  for (let quiet = 0; quiet < 2; ) {
    await page.waitForLoadState('load')
    const drawn = await whileItStands(() => page.evaluate(twoFrames))
    quiet = drawn && requests.size === 0 ? quiet + 1 : 0
  }
}

const twoFrames = () =>
  new Promise<boolean>((resolve) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve(document.readyState === 'complete')),
    ),
  )

const REPLACED = /Execution context was destroyed|reading 'documentElement'/

/** The result of the work on the page; undefined if the page was replaced meanwhile. */
export async function whileItStands<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && REPLACED.test(error.message)) return undefined
    throw error
  }
}
