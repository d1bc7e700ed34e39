import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type Cookie,
  expect,
  type Page,
  test,
} from '@playwright/test'
import { castDelegations, castOfficers } from '@/lib/demonstration/cast'
import { kindOf } from './crawl'
import { settled, watch, whileItStands } from './settled'

/** The delay of a page's scripts in milliseconds: on a slow line a page is read and used before hydration. */
const SCRIPTS_LATE = Number(process.env.SCRIPTS_LATE ?? 0)

export const PASSWORD = 'open the reading room'
const { arvenia, belmara, corvina, doranta, estavia, lumeria } = castDelegations

/** People of the cast by their role in a journey. */
export const emails = {
  adviser: arvenia.people.adviser.email,
  head: arvenia.people.head.email,
  alternate: arvenia.people.alternate.email,
  belmara: belmara.people.head.email,
  corvina: corvina.people.head.email,
  doranta: doranta.people.head.email,
  estavia: estavia.people.head.email,
  observer: lumeria.people.head.email,
  rapporteur: castOfficers.rapporteur.email,
  secretariat: castOfficers.secretariat.email,
  chair: castOfficers.chair.email,
  viceChair: castOfficers.viceChair.email,
} as const
export type Who = keyof typeof emails

/** The cookies of earlier sign-ins by person: to sign in again would test nothing new. */
const signedIn = new Map<Who, Cookie[]>()

/** A browser of their own for somebody of the cast, signed in and at an address of the site. */
export async function enter(browser: Browser, person: Who, address = '/'): Promise<Page> {
  const known = signedIn.get(person)
  const page = known
    ? await visit(browser, address, known)
    : await visit(browser, `/sign-in?returnTo=${encodeURIComponent(address)}`)
  if (!new URL(page.url()).pathname.startsWith('/sign-in')) return page
  await page.getByRole('textbox', { name: 'E-mail address' }).first().fill(emails[person])
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === address.split(/[?#]/)[0])
  signedIn.set(person, await page.context().cookies())
  return page
}

const arriveLate = (context: BrowserContext) =>
  context.route('**/_next/static/**/*.js', async (route) => {
    await new Promise((arrived) => setTimeout(arrived, SCRIPTS_LATE * (0.7 + Math.random() * 0.6)))
    // The page may be gone by now.
    await route.continue().catch(() => {})
  })

/** The browsers of the journey that is played, by its id. */
const open = { journey: '', contexts: [] as BrowserContext[] }

/** Closes the browsers of earlier journeys: their pages would listen on, and a person has a handful of streams. */
async function leaveEarlier(context: BrowserContext): Promise<void> {
  const journey = test.info().testId
  if (open.journey !== journey) {
    const earlier = open.contexts.splice(0)
    open.journey = journey
    await Promise.all(earlier.map((context) => context.close()))
  }
  open.contexts.push(context)
}

/** A browser at an address; without `cookies` nobody is signed in. An error of the page fails the journey. */
export async function visit(
  browser: Browser,
  address: string,
  cookies: Cookie[] = [],
): Promise<Page> {
  const context = await browser.newContext()
  await leaveEarlier(context)
  await context.addCookies(cookies)
  if (SCRIPTS_LATE) await arriveLate(context)
  const page = await context.newPage()
  watch(page)
  page.on('pageerror', (error) => {
    throw error
  })
  page.on('console', (message) => {
    if (/Content Security Policy|hydrat|MISSING_MESSAGE|FORMATTING_ERROR/i.test(message.text()))
      throw new Error(message.text())
  })
  await page.goto(address)
  return page
}

/** Kinds of pages that axe has read in this worker. */
const kindsRead = new Set<string>()

/**
 * The page is accessible (WCAG 2.2 AA, by axe). A page that is on its way to another page is waited for, and read
 * again if it left meanwhile. Outside the nightly run each kind of page is read once in a worker.
 */
export async function isAccessible(
  page: Page,
  expects: typeof expect.soft = expect,
): Promise<void> {
  const kind = kindOf(page.url())
  if (process.env.STOCKTAKE_NIGHTLY !== '1' && kindsRead.has(kind)) return settled(page)
  kindsRead.add(kind)
  const read = async () => {
    await settled(page)
    return whileItStands(() =>
      new AxeBuilder({ page })
        // No page holds another one in a frame, for which a second page would be opened each time.
        .setLegacyMode()
        // Only violations are described: a description of passed rules would take most of the time.
        .options({ resultTypes: ['violations'] })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze(),
    )
  }
  const report = (await read()) ?? (await read())
  const found = report?.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  )
  expects(found, new URL(page.url()).pathname).toEqual([])
}

/** Replaces the words in the editor of the text. */
export async function writesText(page: Page, text: string): Promise<void> {
  const editor = page.locator('.ProseMirror')
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** An act of a proposal that has no room in its bar. */
export async function choosesFromMenu(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Co-sponsors the revision that is read; the sheet asks before. */
export async function coSponsors(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Co-sponsor/ }).click()
  await page.getByRole('button', { name: /^Co-sponsor/ }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
}

/** Puts the focus on the text of the page, once its script and its place in the address have been dealt with. */
export async function focusText(page: Page): Promise<void> {
  await page.waitForLoadState()
  await page.locator('#text[tabindex]').focus()
}

/** Selects words at the beginning of a proposal's text, as a reader's hand does. */
export async function selects(page: Page, words: string, { last = false } = {}): Promise<void> {
  await page
    .locator('#text p')
    .first()
    .evaluate(
      (paragraph, [wanted, isLast]) => {
        const text = paragraph.firstChild
        const all = text?.textContent ?? ''
        const start = isLast ? all.lastIndexOf(wanted) : all.indexOf(wanted)
        if (!text || start < 0) throw new Error(`“${wanted}” is not at the beginning of the text.`)
        const range = document.createRange()
        range.setStart(text, start)
        range.setEnd(text, start + wanted.length)
        // If a range exists already, Chrome ignores another range.
        document.getSelection()!.removeAllRanges()
        document.getSelection()!.addRange(range)
      },
      [words, last] as const,
    )
}

/** The Secretariat opens a stock-taking that covers all issued lists of its group. */
export async function opensStockTaking(secretariat: Page, desk: string): Promise<void> {
  await secretariat.goto(desk)
  await secretariat.getByRole('link', { name: 'Open the consolidated list' }).click()
  await secretariat.getByRole('button', { name: 'Open the consolidated list' }).click()
  await expect(secretariat.getByText('Covers the lists of:')).toBeVisible()
}
