import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { circulated } from '@/tests/support/circulating'
import { enter, focusText, isAccessible, selects, visit } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { scenario } from '@/tests/support/scenario'

test('a delegation reads circulated lists by the keyboard, comments, releases in one act; all is posted at the deadline', async ({
  browser,
}) => {
  reachServersDatabase()
  const cast = await scenario({ kind: 'stockTaking' })
  const sent = await circulated(cast)
  const page = await enter(browser, 'belmara', paths.session(cast.session.slug))
  await expect(page.getByText('Your delegation has looked at 0 of 4 items')).toBeVisible()
  await page.getByRole('link', { name: 'Comment on the circulated lists' }).click()
  await expect(page.getByTestId('progress')).toContainText('Looked at 0 of 4')
  await isAccessible(page)

  // By the keyboard: to the first item, and a comment on it that suggests other words.
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'Item 1 (a)' })).toBeVisible()
  // A key that is pressed before hydration is lost.
  await expect(async () => {
    await page.keyboard.press('c')
    await expect(page.getByLabel('Position')).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await page.getByLabel('Position').selectOption('supportsWithChange')
  await page.getByRole('textbox', { name: 'Comment' }).fill('At once, please.')
  await page.getByText('Suggest other words').click()
  const editor = page.locator('.ProseMirror')
  await editor.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' They should do so at once.')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Keep for our delegation' }).click()
  await expect(page.locator('ins')).toContainText('at once')
  await isAccessible(page)

  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'Item 1 (b)' })).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('k')
    await expect(page.getByRole('heading', { name: 'Item 1 (a)' })).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(page.getByTestId('progress')).toContainText('Looked at 2 of 4')

  await page.getByRole('link', { name: 'Support several items' }).click()
  await page.getByRole('checkbox', { name: /train police officers/ }).check()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Keep for our delegation' }).click()

  await expect(page.getByRole('heading', { name: 'Comments in hand' })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(2)
  await isAccessible(page)
  // Nothing is ticked on arrival, and the release asks first.
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await page.getByRole('button', { name: 'Tick all' }).click()
  await page.getByRole('button', { name: 'Release the ticked comments' }).click()
  const sheet = page.getByRole('alertdialog', { name: 'Belmara releases 2 comments' })
  await expect(sheet).toContainText('para. 1 (a)')
  await isAccessible(page)
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Release the ticked comments' }).click()
  await sheet.getByRole('button', { name: 'Release 2 comments' }).click()
  await expect(page.getByText('2 comments were released.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible()
  await isAccessible(page)

  // Nobody else reads it before the deadline.
  const reader = await visit(browser, '/public')
  const address = paths.publicCirculation(cast.session.slug, sent.id)
  expect((await reader.request.get(address)).status()).toBe(404)
  await sent.closes()
  await reader.goto('/public')
  await reader
    .getByRole('link', { name: /^Comments on Preliminary/ })
    .first()
    .waitFor()
  await reader.goto(address)
  await isAccessible(reader)
  await reader.getByRole('link', { name: 'Item 1 (a)' }).first().click()
  await expect(reader.locator('ins')).toContainText('at once')
  await isAccessible(reader)
  const feed = await reader.request.get(paths.publicCirculationFeed(cast.session.slug, sent.id))
  expect(feed.headers()['access-control-allow-origin']).toBe('*')
  expect(await feed.text()).toContain('At once, please.')

  // Its delegation takes a comment down: the words are gone at once.
  await page.goto(paths.circulationComments(cast.session.slug, sent.id))
  await page.getByRole('link', { name: 'Item 1 (a)' }).first().click()
  await page.getByText('Take down …').click()
  await page.getByRole('button', { name: /^Yes|Take down/ }).click()
  await expect(page.getByText('Retracted by Belmara')).toBeVisible()
  await reader.reload()
  await expect(reader.getByText('Retracted by Belmara')).toBeVisible()
  await expect(reader.getByText('At once, please.')).toHaveCount(0)
})

test('words of an item are selected by mouse or by keys, and the comment is on these, not on equal ones', {
  tag: '@night',
}, async ({ browser }) => {
  reachServersDatabase()
  const cast = await scenario({ kind: 'stockTaking' })
  const text = 'States should train teachers. They should train teachers again.'
  const sent = await circulated(cast, { texts: [text, 'Other.', 'More.'] })
  const address = paths.circulationComments(cast.session.slug, sent.id, sent.a)
  const page = await enter(browser, 'belmara', address)
  const form = page.locator('#write')
  await selects(page, 'train teachers', { last: true })
  await page.getByRole('button', { name: 'Comment on these words' }).click()
  await expect(form.getByRole('blockquote')).toHaveText('train teachers')
  await isAccessible(page)
  await page.getByLabel('Position').selectOption('question')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Why again?')
  await page.getByRole('button', { name: 'Release as our delegation’s comment' }).click()
  await expect(page.getByText('Why again?')).toBeVisible()

  // By keys alone: the first two words, and in the open form two others.
  await page.goto(address)
  await focusText(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('blockquote')).toHaveText('States should')
  await focusText(page)
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter'])
    await page.keyboard.press(key)
  await expect(form.getByRole('blockquote')).toHaveText('train teachers')
  await page.getByLabel('Position').selectOption('none')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Who pays?')
  await page.getByRole('button', { name: 'Release as our delegation’s comment' }).click()
  await expect(page.getByText('Who pays?')).toBeVisible()
  const comments = await db.circulationComment.findMany({
    where: { circulationId: sent.id },
    orderBy: { releasedAt: 'asc' },
    select: { passageText: true, passageStart: true },
  })
  expect(comments).toEqual([
    { passageText: 'train teachers', passageStart: text.lastIndexOf('train teachers') },
    { passageText: 'train teachers', passageStart: text.indexOf('train teachers') },
  ])
})
