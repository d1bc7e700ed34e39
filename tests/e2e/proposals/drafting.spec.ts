import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { closePeriod } from '@/lib/sessions/periods/commands'
import { enter, isAccessible, visit, writesText } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { scenario } from '@/tests/support/scenario'

// The acts of a delegation before it submits a proposal, in a session of its own.

let home = ''
let sessionId = ''
let secretariat: SignedIn
test.beforeEach(async () => {
  reachServersDatabase()
  const cast = await scenario()
  sessionId = cast.session.id
  secretariat = cast.secretariat
  home = `/sessions/${cast.session.slug}`
})

const TEXT =
  'Member States should name a contact point that answers requests for electronic evidence by day and by night, and should tell the Secretariat of each change.'

/** Begins a draft by the button, writes the text into it and waits until the server has it. */
async function begins(page: Page, text: string): Promise<string> {
  await page.getByRole('button', { name: 'Write a proposal' }).click()
  await page.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await writesText(page, text)
  await expect(page.getByTestId('keeper')).toContainText('Saved at')
  return page.url()
}

async function completes(page: Page): Promise<void> {
  await page.getByLabel('Recommendation').check()
  await page.getByLabel('Agenda item').selectOption({ index: 1 })
  await expect(page.getByTestId('keeper')).toContainText('Saved at')
}

test('what is missing is marked, each with the way to its field, and nothing leaves before it is there', async ({
  browser,
}) => {
  const head = await enter(browser, 'head', `${home}/drafts`)
  await begins(head, 'ينبغي للدول الأعضاء أن تتبادل الأدلة دون')
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.waitForURL(/check$/)
  await expect(head.getByText('3 things keep this draft from being submitted')).toBeVisible()
  await expect(
    head.getByText('marked as English, but it is written in other letters'),
  ).toBeVisible()
  await expect(head.getByText('Missing')).toHaveCount(2)
  await expect(head.getByRole('button', { name: /^Submit/ })).toHaveCount(0)
  await isAccessible(head)

  await head.getByRole('link', { name: 'Change: Kind' }).click()
  await expect(head.getByLabel('Conclusion')).toBeFocused()
  await head.getByLabel('Recommendation').check()
  await head.getByLabel('Agenda item').selectOption({ index: 1 })
  await head.getByLabel('Original language').selectOption('Arabic')
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await expect(head.getByText('The draft is complete.')).toBeVisible()
  await head.getByRole('link', { name: 'Change: Text' }).click()
  await expect(head.locator('.ProseMirror')).toBeFocused()
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await head.waitForURL(/receipts\/1/)
  for (const fact of ['Recommendation', '2. International cooperation', 'Amara Voss'])
    await expect(head.locator('dd', { hasText: fact })).toBeVisible()
  await isAccessible(head)
})

test('a draft is submitted with three clicks from the desk', async ({ browser }) => {
  const adviser = await enter(browser, 'adviser', `${home}/drafts`)
  const address = new URL(await begins(adviser, TEXT)).pathname
  await completes(adviser)
  const head = await enter(browser, 'head', '/')
  await head.locator(`a[href^="${address}"]`).first().click()
  const isChecked = new URL(head.url()).pathname.endsWith('/check')
  if (!isChecked) await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await head.waitForURL(/receipts\/1/)
})

test('a text that a colleague changed is read again before it is submitted', async ({
  browser,
}) => {
  const adviser = await enter(browser, 'adviser', `${home}/drafts`)
  const address = new URL(await begins(adviser, TEXT)).pathname
  await completes(adviser)
  await adviser.getByRole('button', { name: 'Check before submitting' }).click()
  await adviser.getByRole('button', { name: /^Ask .* to release$/ }).click()
  await expect(adviser.getByText(/^You asked for release on/)).toBeVisible()
  await expect(adviser.getByRole('button', { name: /^Ask/ })).toHaveCount(0)

  const head = await enter(browser, 'head', `${address}/check`)
  await expect(head.getByText(/^Ansel Orin asked for release on/)).toBeVisible()
  await adviser.goto(address)
  await writesText(adviser, `${TEXT} And soon.`)
  await expect(adviser.getByTestId('keeper')).toContainText('Saved at')
  await head.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await expect(head.getByRole('alert').filter({ hasText: 'Nothing was released' })).toBeVisible()
  await head.getByRole('link', { name: 'Show it as it stands now' }).click()
  await expect(head.getByText('And soon.')).toBeVisible()
  await head.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await head.waitForURL(/receipts\/1/)
})

test('a draft is discarded after autosaves, asked once, and put back', async ({ browser }) => {
  const head = await enter(browser, 'head', `${home}/drafts`)
  const address = await begins(head, TEXT)
  await writesText(head, `${TEXT} And soon.`)
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
  await head.getByText('Discard this draft …').click()
  await expect(head.getByText('It can be put back for one day.')).toBeVisible()
  await head.getByRole('button', { name: /Discard this draft/ }).click()
  await expect(head.getByText('You discarded this draft just now.')).toBeVisible()
  await isAccessible(head)
  // An old link to it leads here too.
  await head.goto(address)
  await expect(head).toHaveURL(`${home}/drafts#discarded`)
  await head.getByRole('button', { name: 'Put back' }).click()
  await head.waitForURL(address)
  await expect(head.locator('.ProseMirror')).toContainText('And soon.')
})

test('two tabs of one person are two writers: neither takes nor loses words', async ({
  browser,
}) => {
  const first = await enter(browser, 'belmara', `${home}/drafts`)
  const address = await begins(first, 'Words of both.')
  await first.route('**/save', (route) => route.abort())
  await writesText(first, 'Words of the first tab.')
  await expect(first.getByTestId('keeper')).toContainText('No connection')

  const second = await first.context().newPage()
  await second.goto(address)
  await expect(second.locator('.ProseMirror')).toHaveText('Words of both.')
  await writesText(second, 'Words of the second tab.')
  await expect(second.getByTestId('keeper')).toContainText('Saved at')

  await first.unroute('**/save')
  await writesText(first, 'More words of the first tab.')
  await expect(first.getByTestId('keeper')).toContainText('You wrote in this draft in another')
  await first.reload()
  await first.getByRole('button', { name: 'Put my words into the form' }).click()
  await expect(first.locator('.ProseMirror')).toHaveText('More words of the first tab.')
  await expect(first.getByTestId('keeper')).toContainText('Saved at')
  // The overwritten text is an earlier state, and is restored.
  await first.reload()
  await first.getByRole('link', { name: '1 earlier state' }).click()
  await isAccessible(first)
  await first
    .locator('main')
    .getByRole('link', { name: /\d{4}, \d\d:\d\d/ })
    .click()
  await expect(first.getByText('Words of the second tab.').first()).toBeVisible()
  await isAccessible(first)
  await first.getByRole('button', { name: 'Restore this state' }).click()
  await expect(first.locator('.ProseMirror')).toHaveText('Words of the second tab.')
})

test('colleagues see each other in a draft and leave notes; nobody else reads them', async ({
  browser,
}) => {
  const adviser = await enter(browser, 'adviser', `${home}/drafts`)
  const address = await begins(adviser, TEXT)
  const head = await enter(browser, 'head', new URL(address).pathname)
  await expect(adviser.getByText('Amara Voss has this draft open now.')).toBeVisible()
  await expect(head.getByText('Ansel Orin has this draft open now.')).toBeVisible()
  await adviser.getByLabel('Note to Aldo Reyne and Amara Voss').fill('Ready from my side.')
  await adviser.getByRole('button', { name: 'Leave the note' }).click()
  await expect(adviser.getByText('Ready from my side.')).toBeVisible()
  await expect(adviser.locator('.ProseMirror')).toHaveText(TEXT)
  await isAccessible(adviser)
  await head.reload()
  await expect(head.getByText('Ready from my side.')).toBeVisible()
  await writesText(head, `${TEXT} Soon.`)
  await expect(
    adviser.getByText('Amara Voss wrote in this draft after you opened it.'),
  ).toBeVisible()
  const belmara = await enter(browser, 'belmara', `${home}/drafts`)
  for (const part of ['', '/earlier', '/check'])
    expect((await belmara.goto(`${new URL(address).pathname}${part}`))?.status()).toBe(404)
  const stream = await belmara.request.get(`${address}/stream`)
  expect(stream.status()).toBe(404)
  const stranger = await visit(browser, new URL(address).pathname)
  expect(new URL(stranger.url()).pathname).toBe('/sign-in')
})

test('a page counts down and turns to closed by itself, at the deadline of the database', async ({
  browser,
}) => {
  const head = await enter(browser, 'head', `${home}/drafts`)
  await begins(head, TEXT)
  await completes(head)
  await db.$executeRaw`
    UPDATE "Period" SET "openUntil" = clock_timestamp() + interval '15 seconds'
    WHERE "sessionId" = ${sessionId}::uuid AND kind = 'submission'`
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await expect(head.getByRole('timer')).toHaveText(/seconds? left/)
  await expect(head.getByRole('button', { name: 'Submit for Arvenia' })).toBeVisible()
  await expect(head.getByText('Closed on')).toBeVisible({ timeout: 20_000 })
  await expect(head.getByText('Nothing can be submitted now.')).toBeVisible()
  await expect(head.getByRole('button', { name: /^Submit/ })).toHaveCount(0)
  await isAccessible(head)
})

test('who writes while the Secretariat closes the period by hand learns it with the next saving', async ({
  browser,
}) => {
  const head = await enter(browser, 'head', `${home}/drafts`)
  await begins(head, TEXT)
  await expect(head.getByText('Proposals can be submitted until')).toBeVisible()
  const { id } = await db.period.findFirstOrThrow({ where: { sessionId, kind: 'submission' } })
  await closePeriod(secretariat, { periodId: id })
  // The page asked when it was opened; the next question but for its own is due after a minute.
  await head.waitForTimeout(10_000)
  await head.getByLabel('Recommendation').check()
  await expect(head.getByText('Closed on')).toBeVisible({ timeout: 15_000 })
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
})

test('the receipt of one draft leads to the others that wait', async ({ browser }) => {
  const head = await enter(browser, 'head', `${home}/drafts`)
  await begins(head, TEXT)
  await head.goto(`${home}/drafts`)
  await begins(head, `${TEXT} They should report on it every year.`)
  await completes(head)
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.getByRole('button', { name: /^Submit for/ }).click()
  await head.waitForURL(/receipts\/1\?new/)
  await head.getByRole('link', { name: '1 more draft of your delegation' }).click()
  await expect(head.getByRole('heading', { name: 'Our drafts' })).toBeVisible()
})
