import { expect, type Page } from '@playwright/test'

/**
 * Goes to an address as its reader does: by links alone, from the page where it is or from the front page, each
 * time by the link that leads nearest to it. What stands in the menu of a proposal or in a list that opens is
 * opened before. What follows a `?` is chosen in the form that asks for it.
 */
export async function goes(page: Page, address: string): Promise<void> {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  if (!isAt(page, pathname) && !(await leads(page, pathname))) {
    await page.getByRole('link', { name: 'Stocktake', exact: true }).click()
    await page.waitForURL((url) => url.pathname === '/')
  }
  for (let steps = 0; !isAt(page, pathname) && steps < 8; steps++) {
    const before = new URL(page.url()).pathname
    const next = await leads(page, pathname)
    expect(next, `no link on ${before} leads towards ${pathname}`).toBeTruthy()
    await follow(page, next!)
  }
  if (searchParams.size > 0) await asks(page, searchParams)
}

const isAt = (page: Page, pathname: string) => new URL(page.url()).pathname === pathname

/** The address nearest to the wanted one to which a link of the page leads, nearer than the page itself. */
async function leads(page: Page, wanted: string): Promise<string | null> {
  const here = new URL(page.url()).pathname
  const hrefs = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  const near = hrefs
    .filter((href) => href !== here && isOnTheWay(href.split('#')[0]!, wanted))
    .toSorted((a, b) => b.length - a.length)
  return near.find((href) => !isOnTheWay(here, wanted) || href.length > here.length) ?? null
}

const isOnTheWay = (href: string, wanted: string) =>
  href === wanted || (href !== '/' && wanted.startsWith(`${href}/`))

/** Opens the lists around a link; presses it. */
async function follow(page: Page, href: string): Promise<void> {
  const link = page.locator(`a[href="${href}"]`)
  if (!(await link.first().isVisible()))
    for (const summary of await page.locator(`details:has(a[href="${href}"]) > summary`).all())
      await summary.click()
  await link.locator('visible=true').first().click()
  await page.waitForURL((url) => url.pathname === href.split(/[?#]/)[0])
}

/** Chooses in the form of the page that asks, and sends it. */
async function asks(page: Page, search: URLSearchParams): Promise<void> {
  for (const [name, value] of search) {
    const field = page.locator(`form [name="${name}"]`).first()
    const isList = await field.evaluate((element) => element instanceof HTMLSelectElement)
    await (isList ? field.selectOption(value) : field.fill(value))
  }
  const [name] = [...search.keys()]
  await page.locator(`form [name="${name}"]`).last().press('Enter')
  await page.waitForURL((url) =>
    [...search].every(([key, value]) => url.searchParams.get(key) === value),
  )
}
