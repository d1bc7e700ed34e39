import { type Browser, expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { amending } from '@/tests/support/amending'
import {
  choosesFromMenu,
  coSponsors,
  enter,
  focusText,
  isAccessible,
  selects,
} from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { ownSession, proposes } from '@/tests/support/suggesting'

test('a delegation finds a proposal, co-sponsors it and comments on selected words; its author answers', async ({
  browser,
}) => {
  const session = await ownSession()
  const arveniaHead = await enter(browser, 'head', session)
  const first = await proposes(
    arveniaHead,
    session,
    'Member States should train teachers. They should train teachers again.',
  )
  await proposes(arveniaHead, session, 'Member States should consider a campaign.')
  const belmaraHead = await enter(browser, 'belmara', session)
  await proposes(belmaraHead, session, 'Member States should train every teacher.')

  await belmaraHead.goto(`${session}/proposals?delegation=Arvenia&words=teach`)
  await expect(belmaraHead.getByText('1 proposal of 3')).toBeVisible()
  await belmaraHead.goto(first)
  await coSponsors(belmaraHead)
  await expect(belmaraHead.getByText('Co-sponsored by Belmara')).toBeVisible()
  await selects(belmaraHead, 'train teachers', { last: true })
  await belmaraHead.getByRole('button', { name: 'Comment on these words' }).click()
  await expect(belmaraHead.getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await expect(belmaraHead.getByRole('blockquote')).toHaveText('train teachers')
  await belmaraHead.reload()
  await expect(belmaraHead.getByRole('blockquote')).toHaveText('train teachers')
  await belmaraHead.getByLabel('Position').selectOption('supports')
  await belmaraHead.getByRole('textbox', { name: 'Comment' }).fill('We train them already.')
  await belmaraHead.getByRole('button', { name: 'Release as our delegation’s comment' }).click()
  await expect(belmaraHead.getByText('We train them already.')).toBeVisible()
  await expect(belmaraHead.getByText('The comment is released.')).toBeVisible()
  await expect(
    belmaraHead.locator('li[id^=comment-]').filter({ hasText: 'We train them already.' }),
  ).toBeFocused()
  // Of the equal phrases only the selected phrase links to the comment.
  const beforeLink = (text: Element) => text.querySelector('a')?.previousSibling?.textContent
  await expect
    .poll(() => belmaraHead.locator('#text p').first().evaluate(beforeLink))
    .toBe('Member States should train teachers. They should ')
  await isAccessible(belmaraHead)
  await arveniaHead.goto(first)
  await arveniaHead.getByRole('link', { name: 'Reply to the comment of Belmara' }).click()
  await expect(arveniaHead.getByLabel('Position')).toHaveCount(0)
  await arveniaHead.getByRole('textbox', { name: 'Reply' }).fill('We thank Belmara.')
  await arveniaHead.getByRole('button', { name: 'Release as our delegation’s reply' }).click()
  const card = arveniaHead.getByRole('listitem').filter({ hasText: 'We train them already.' })
  await expect(card.getByText('We thank Belmara.')).toBeVisible()
  // The page of Belmara updates by itself.
  await expect(belmaraHead.getByText('We thank Belmara.')).toBeVisible()
})

/** Belmara at a proposal of Arvenia. */
async function atProposal(browser: Browser) {
  reachServersDatabase()
  const act = await amending()
  const page = await enter(browser, 'belmara', act.address)
  return { act, page, comment: page.getByRole('textbox', { name: 'Comment' }) }
}

test('words are chosen and commented on by the keyboard alone; the text and the comment light each other', async ({
  browser,
}) => {
  const { page, comment } = await atProposal(browser)
  await focusText(page)
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  const chosen = await page.evaluate(() => String(document.getSelection()).trim())
  expect(chosen.split(' ')).toHaveLength(2)
  await expect(page.getByRole('button', { name: 'Comment on these words' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(comment).toBeFocused()
  await expect(page.getByRole('blockquote')).toHaveText(chosen)
  await page.keyboard.type('On two words.')
  await page.getByLabel('Position').selectOption({ label: 'Question' })
  await page.getByRole('button', { name: /^Release/ }).press('Enter')
  const card = page.getByRole('listitem').filter({ hasText: 'On two words.' })
  const mark = page.locator('#text [data-of]')
  await expect(mark).toHaveText(chosen)
  await mark.click()
  await expect(card).toBeFocused()
  await expect(card).toHaveAttribute('data-lit')
  await card.getByRole('link', { name: chosen }).click()
  await expect(mark).toBeFocused()
  await expect(mark).toHaveAttribute('data-lit')
  // Beside the text on a wide screen, under it on a narrow one.
  const rightOf = async () => {
    const [text, box] = [await page.locator('#text').boundingBox(), await card.boundingBox()]
    return box!.x > text!.x + text!.width / 2
  }
  expect(await rightOf()).toBe(true)
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await rightOf()).toBe(false)
})

test('what is typed stays through a reload, a sign-out and a lost connection', async ({
  browser,
}) => {
  const { act, page, comment } = await atProposal(browser)
  await page.getByRole('link', { name: 'Comment on the whole text' }).click()
  await comment.fill('Words that were typed.')
  await expect(page.getByText(/^Saved for your delegation/)).toBeVisible()
  await page.reload()
  await expect(comment).toHaveValue('Words that were typed.')
  await page.context().setOffline(true)
  await comment.fill('Words that were typed, and more.')
  await expect(page.getByText(/^Not saved yet/)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(/^Saved for your delegation/)).toBeVisible({ timeout: 15_000 })
  await page.context().clearCookies()
  const again = await enter(browser, 'belmara', act.address)
  const drafts = again.getByRole('region', {
    name: 'Comments that your delegation has not released',
  })
  await expect(drafts).toContainText('Words that were typed, and more.')
  await drafts.getByRole('button', { name: 'Discard' }).click()
  await drafts.getByRole('button', { name: 'Put back' }).click()
  await drafts.getByRole('link', { name: 'Review and release' }).click()
  await expect(again.getByRole('textbox', { name: 'Comment' })).toHaveValue(
    'Words that were typed, and more.',
  )
})

test('a delegation replaces its comment, both versions stay readable, and withdraws it', async ({
  browser,
}) => {
  const { act, page, comment } = await atProposal(browser)
  await page.getByRole('link', { name: 'Comment on the whole text' }).click()
  await comment.fill('We are for it.')
  await page.getByLabel('Position').selectOption('supports')
  await page.getByRole('button', { name: /^Release/ }).click()
  await page.getByRole('link', { name: /^Change our comment/ }).click()
  await comment.fill('We are for a part of it.')
  await page.getByLabel('Position').selectOption({ label: 'Supports with a change' })
  await page.getByRole('button', { name: 'Replace our comment' }).click()
  const reader = await enter(browser, 'doranta', act.address)
  const card = reader.getByRole('listitem').filter({ hasText: 'We are for a part of it.' })
  await expect(card).toContainText('Supports with a change')
  await card.getByText('Earlier version').click()
  await expect(card.getByText('We are for it.')).toBeVisible()
  await expect(card.getByRole('link', { name: /^Change/ })).toHaveCount(0)
  await isAccessible(reader)
  await page.locator('summary', { hasText: 'Withdraw' }).click()
  await page.getByRole('button', { name: 'Withdraw our comment' }).click()
  await expect(page.getByText(/^Belmara withdrew its comment on/)).toBeVisible()
  await expect(reader.getByText(/^Belmara withdrew its comment on/)).toBeVisible()
  await expect(reader.getByText('We are for a part of it.')).toHaveCount(0)
})

test('a form for a comment turns to closed by itself, at the deadline of the database', {
  tag: '@night',
}, async ({ browser }) => {
  reachServersDatabase()
  const { cast, address } = await amending()
  const page = await enter(browser, 'belmara', address)
  await db.period.updateMany({
    where: { sessionId: cast.session.id, kind: 'comments' },
    data: { openUntil: new Date(Date.now() + 12_000) },
  })
  await page.goto(`${address}?write`)
  await page.getByRole('textbox', { name: 'Comment' }).fill('We had no time to end this.')
  await expect(page.getByRole('button', { name: /^Release/ })).toBeVisible()
  await expect(page.getByText('the comment can no longer be released')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Release/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep for our delegation' }).click()
  await page.goto(address)
  await expect(page.getByText('We had no time to end this.')).toBeVisible()
})

test('an author withdraws a proposal', { tag: '@night' }, async ({ browser }) => {
  const session = await ownSession()
  const arveniaHead = await enter(browser, 'head', session)
  const second = await proposes(arveniaHead, session, 'Member States should consider a campaign.')
  await arveniaHead.goto(second)
  await choosesFromMenu(arveniaHead, 'Withdraw …')
  await arveniaHead.getByRole('button', { name: 'Withdraw the proposal' }).click()
  await expect(arveniaHead.getByText('Withdrawn by Arvenia')).toBeVisible()
})

test('a co-sponsor takes over a proposal that its author withdrew', { tag: '@night' }, async ({
  browser,
}) => {
  const session = await ownSession()
  const author = await enter(browser, 'head', session)
  const proposal = await proposes(author, session, 'Member States should consider a museum.')
  const belmara = await enter(browser, 'belmara', proposal)
  await coSponsors(belmara)
  await expect(belmara.getByText('Co-sponsored by Belmara')).toBeVisible()
  await author.goto(proposal)
  await choosesFromMenu(author, 'Withdraw …')
  await author.getByRole('button', { name: 'Withdraw the proposal' }).click()
  await expect(author.getByText('Withdrawn by Arvenia')).toBeVisible()
  await belmara.goto(proposal)
  await belmara.getByRole('link', { name: 'Take over this proposal' }).click()
  await belmara.getByRole('button', { name: 'Take over the proposal' }).click()
  await expect(
    belmara.getByText(/Taken over by Belmara|taken over by Belmara/).first(),
  ).toBeVisible()
  // The way back leads to the proposal, not to a question that is answered.
  await belmara.goBack()
  await expect(belmara).toHaveURL(proposal)
  const facts = belmara.locator('.fact-line')
  await expect(facts).toContainText('Arvenia')
  await expect(facts).toContainText('taken over by Belmara')
})

test('a reload while a comment is typed makes no second draft of it', { tag: '@night' }, async ({
  browser,
}) => {
  const { page, comment } = await atProposal(browser)
  await page.getByRole('link', { name: 'Comment on the whole text' }).click()
  await comment.fill('Typed a moment before.')
  await page.reload()
  await expect(comment).toHaveValue('Typed a moment before.')
  await comment.pressSequentially(' And after.')
  await expect(page.getByText(/^Saved for your delegation/)).toBeVisible()
  await page.getByLabel('Position').selectOption('supports')
  await page.getByRole('button', { name: /^Release/ }).click()
  await expect(page.getByRole('link', { name: /^Change our comment/ })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Comments that your delegation has not released')).toHaveCount(0)
})
