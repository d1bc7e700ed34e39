import { expect, type Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { goes } from './by-links'
import { writesText } from './journey'

/** Acts of delegations, the Secretariat and the Rapporteur in a circulation, by pages and links alone. */

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const receives = (page: Page) =>
  expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible()

export type Circulated = { slug: string; id: string }
type SentFile = { name: string; buffer: Buffer }

const toReading = (page: Page, { slug, id }: Circulated) =>
  goes(page, paths.circulationComments(slug, id))

async function toItem(page: Page, circulated: Circulated, item: string) {
  await toReading(page, circulated)
  await page.getByRole('link', { name: item }).first().click()
  await expect(page.getByRole('heading', { name: item })).toBeVisible()
}

/** A paper arrives in which the program recognises one comment; its delegation confirms and releases it. */
export async function sendsPaperByPage(page: Page, circulated: Circulated, file: SentFile) {
  const { slug, id } = circulated
  await goes(page, paths.papers(slug, id))
  await page.getByLabel('File').setInputFiles({ ...file, mimeType: 'application/octet-stream' })
  await press(page, 'Read it')
  await expect(page.getByRole('heading', { name: file.name })).toBeVisible()
  await press(page, /^Accept the clear/)
  await press(page, 'Put 1 comment in hand')
  await page.getByRole('link', { name: 'Look at all comments in hand' }).click()
  await releasesTickedByPage(page, 1)
}

/** Ticks all comments in hand, a number of them, and releases them after the question. */
async function releasesTickedByPage(page: Page, count: number) {
  const boxes = page.getByRole('checkbox', { name: /^Tick this comment/ })
  await expect(boxes).toHaveCount(count)
  for (const box of await boxes.all()) {
    await expect(box).not.toBeChecked()
    await box.check()
  }
  await press(page, 'Release the ticked comments')
  const sheet = page.getByRole('alertdialog', { name: `releases ${count} comment` })
  await expect(sheet.getByRole('listitem')).toHaveCount(count)
  await sheet.getByRole('button', { name: /^Release \d+ comment/ }).click()
  await receives(page)
}

/** A position on an item, released; then replaced by one with other words for the item. */
export async function replacesByPage(page: Page, circulated: Circulated, item: string, to: string) {
  await toItem(page, circulated, item)
  await page.getByRole('link', { name: 'Comment', exact: true }).click()
  await page.getByLabel('Position').selectOption('supports')
  await page.getByRole('textbox', { name: 'Comment' }).fill('We support this.')
  await press(page, 'Release as our delegation’s comment')
  await receives(page)
  await toItem(page, circulated, item)
  await page.getByRole('link', { name: 'Replace', exact: true }).click()
  await page.getByLabel('Position').selectOption('supportsWithChange')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Judges need this too.')
  await page.getByText('Suggest other words').click()
  await writesText(page, to)
  await press(page, 'Replace our comment')
  await receives(page)
  await toItem(page, circulated, item)
  await expect(page.getByText('Replaced by a later comment')).toBeVisible()
}

/** A comment on the circulation in general, released. */
export async function saysByPage(page: Page, circulated: Circulated, text: string) {
  await toReading(page, circulated)
  await page.getByRole('link', { name: 'On the circulation in general' }).click()
  await page.getByRole('textbox', { name: 'Comment' }).fill(text)
  await press(page, /^Release/)
  await receives(page)
}

/** Withdraws the one comment that the delegation made on the circulation in general. */
export async function withdrawsByPage(page: Page, circulated: Circulated) {
  await toReading(page, circulated)
  await page.getByText('Withdraw …').click()
  await press(page, /^Yes: Withdraw/)
  await expect(page.getByText(/withdrew this comment on/)).toBeVisible()
}

/** After the deadline a delegation asks for a late comment on an item; the Secretariat accepts it. */
export async function comesLateByPage(
  page: Page,
  secretariat: Page,
  circulated: Circulated,
  item: string,
) {
  const { slug, id } = circulated
  await toItem(page, circulated, item)
  await page.getByRole('link', { name: 'Comment', exact: true }).click()
  await page.getByLabel('Position').selectOption('supports')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Late, with regret.')
  await press(page, 'Keep for our delegation')
  await page.getByRole('link', { name: '1 comment in hand' }).first().click()
  await page.getByRole('checkbox', { name: /^Tick this comment/ }).check()
  await press(page, 'Ask the Secretariat to accept the ticked comments as late')
  await expect(page.getByText(/^Handed to the Secretariat on/).first()).toBeVisible()
  await goes(secretariat, paths.manageCirculation(slug, id))
  await secretariat
    .locator(`a[href="${paths.circulationLate(slug, id)}"]`)
    .first()
    .click()
  await press(secretariat, /^Accept the comments of/)
  await expect(secretariat.getByText('Late, with regret.')).toHaveCount(0)
}

/** Releases the response to the comment on the page; keeps an outcome that is chosen already. */
export async function answersByPage(page: Page, commenter: string, text: string) {
  await expect(page.getByRole('heading', { name: `Comment of ${commenter}` })).toBeVisible()
  const outcome = page.getByLabel('What becomes of the comment')
  if ((await outcome.inputValue()) === '') await outcome.selectOption('noted')
  await page.getByLabel('Response', { exact: true }).fill(text)
  await press(page, 'Release the response')
}
