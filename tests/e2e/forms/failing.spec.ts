import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { castDelegations } from '@/lib/demonstration/cast'
import messages from '@/messages/failures.en.json' with { type: 'json' }
import { type Amending, amending } from '@/tests/support/amending'
import { enter } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'

// Typed words stay and the person gets an explanation, whatever fails between the click and the answer.

test.beforeAll(reachServersDatabase)

const WORDS = 'We support this,\nin these very words.'
const text = (page: Page) => page.getByRole('textbox', { name: 'Comment', exact: true })
const release = (page: Page) => page.getByRole('button', { name: /^Release/ })

/** Belmara at a proposal of Arvenia, with a typed comment that is not saved on the server as a draft. */
async function commenting(page: Page, { address }: Amending): Promise<void> {
  await page.context().route(/\/comments\/[^/]+\/save$/, (route) => route.abort())
  await page.goto(`${address}?write`)
  await page.getByLabel('Position').selectOption('supports')
  await text(page).fill(WORDS)
}
const commentsOf = ({ proposalId }: Amending) => db.comment.count({ where: { proposalId } })

/** Makes each request of an act fail before or after it reaches the server. */
async function failActs(
  context: BrowserContext,
  how: 'before' | 'after',
): Promise<() => Promise<void>> {
  const isAct = (url: URL) => url.pathname.startsWith('/sessions/')
  await context.route(isAct, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    if (how === 'after') await route.fetch().catch(() => {})
    await route.abort('connectionreset')
  })
  return () => context.unrouteAll({ behavior: 'wait' })
}

test('an act that did not arrive is not done, says so and keeps the words', async ({ browser }) => {
  const act = await amending()
  const page = await enter(browser, 'belmara')
  await commenting(page, act)
  const heal = await failActs(page.context(), 'before')
  await release(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(messages.notDone)
  await expect(text(page)).toHaveValue(WORDS)
  expect(await commentsOf(act)).toBe(0)
  await heal()
  await release(page).click()
  await expect.poll(() => commentsOf(act)).toBe(1)
})

test('an act whose answer was lost is found to be done, and done once', async ({ browser }) => {
  const act = await amending()
  const page = await enter(browser, 'belmara')
  await commenting(page, act)
  const heal = await failActs(page.context(), 'after')
  await release(page).click()
  // The page is live: it shows the comment, and closes the form that got no answer.
  await expect(page.getByRole('listitem').filter({ hasText: 'in these very words.' })).toBeVisible()
  await expect(text(page)).toHaveCount(0)
  await heal()
  await page.goto(`${act.address}?write`)
  await expect(text(page)).toHaveValue('')
  expect(await commentsOf(act)).toBe(1)
})

test('words stay through a reload, and a second tab erases nothing', async ({ browser }) => {
  const act = await amending()
  const page = await enter(browser, 'belmara')
  await commenting(page, act)
  const second = await page.context().newPage()
  await second.goto(`${act.address}?write`)
  await expect(second.getByRole('button', { name: messages.putBack })).toBeVisible()
  await text(second).fill('Other words, in the second tab.')
  await page.reload()
  await expect(text(page)).toHaveValue(WORDS)
  await second.reload()
  await expect(text(second)).toHaveValue('Other words, in the second tab.')
})

test('words stay where the person was signed out meanwhile, and come back after signing in', async ({
  browser,
}) => {
  const act = await amending()
  const page = await enter(browser, 'belmara')
  await commenting(page, act)
  const { email } = castDelegations.belmara.people.head
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await release(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You are signed out')
  await expect(text(page)).toHaveValue(WORDS)
  expect(email).toBeTruthy()
  await page.context().addCookies(cookies)
  await page.goto(`${act.address}?write`)
  await expect(text(page)).toHaveValue(WORDS)
})

test('words whose form is gone, as the period was closed, can still be read', {
  tag: '@night',
}, async ({ browser }) => {
  const act = await amending()
  const page = await enter(browser, 'belmara')
  await commenting(page, act)
  await act.cast.closes('comments')
  await release(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The period for comments is closed',
  )
  await expect(text(page)).toHaveValue(WORDS)
  await page.reload()
  const kept = page.getByRole('region', { name: messages.keptTitle })
  await expect(kept).toContainText('in these very words.')
  await kept.getByRole('button', { name: messages.throwAway }).click()
  await expect(kept).toBeHidden()
})

test('what is typed while a kept form looks for its act is not written over', {
  tag: '@night',
}, async ({ browser }) => {
  const act = await amending()
  const page = await enter(browser, 'belmara')
  await commenting(page, act)
  const heal = await failActs(page.context(), 'before')
  await release(page).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(messages.notDone)
  await heal()
  await page.context().route(/\/comments\/[^/]+\/save$/, (route) => route.abort())
  await page.context().route('**/acts/*', async (route) => {
    await new Promise((late) => setTimeout(late, 2_000))
    await route.continue().catch(() => {})
  })
  await page.reload()
  await text(page).fill('Newer words.')
  await expect(page.getByRole('button', { name: messages.putBack })).toBeVisible()
  await expect(text(page)).toHaveValue('Newer words.')
})
