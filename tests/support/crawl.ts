import { expect, type Page } from '@playwright/test'

/** Addresses that are no pages: files, and targets of acts. */
const NO_PAGE = /\/(export|print|stream|save|upload|files?|feed|json)\b|format=|\.\w+$/

/** The kind of page at an address: the same for all sessions, proposals, items and people. */
export const kindOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address)
  const path = pathname
    .replace(/^\/(sessions|public)\/(?!new)[^/]+/, '/$1/:session')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d+/g, '/:number')
  return `${path}?${[...searchParams.keys()].toSorted().join('&')}`
}

/**
 * Opens the pages to which links lead from the front page, `ofAKind` of each kind, and calls `look` on each. Expects
 * that each is answered with 200. Returns how many kinds there were.
 */
export async function crawl(
  page: Page,
  ofAKind: number,
  look: (address: string) => Promise<void>,
): Promise<number> {
  const { origin } = new URL(page.url())
  const asked = [`${origin}/`]
  const looked = new Map<string, number>()
  for (let address = asked.shift(); address; address = asked.shift()) {
    const kind = kindOf(address)
    const times = looked.get(kind) ?? 0
    if (times >= ofAKind) continue
    looked.set(kind, times + 1)
    const answer = await page.goto(address)
    expect.soft(answer?.status(), address).toBe(200)
    await look(address)
    const links = await page.evaluate(() => [...document.links].map(({ href }) => href))
    asked.push(
      ...links
        .map((href) => href.split('#')[0]!)
        .filter((href) => href.startsWith(origin) && !NO_PAGE.test(href)),
    )
  }
  return looked.size
}
