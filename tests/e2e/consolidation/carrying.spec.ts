import { expect, type Locator, type Page, test } from '@playwright/test'
import { declareStatus } from '@/lib/plenary/commands'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { stockTaking } from '@/tests/support/stock-taking'

// A list longer than the screen, whose items are carried onto and between by the pointer; and what a person gathers
// over several searches.

const COUNT = 22
const TOPICS = ['judges', 'police', 'prosecutors', 'teachers']
const texts = Array.from(
  { length: COUNT },
  (_, at) => `Member States should train ${TOPICS[at % TOPICS.length]}, as measure ${at + 1}.`,
)

/** Takes a handle and moves the pointer over a place, step by step, as a hand does. */
async function carries(page: Page, handle: Locator, to: Locator, at: number): Promise<void> {
  await handle.scrollIntoViewIfNeeded()
  await handle.hover()
  await page.mouse.down()
  const from = (await handle.boundingBox())!
  await page.mouse.move(from.x + 20, from.y + 8, { steps: 4 })
  await to.scrollIntoViewIfNeeded()
  const box = (await to.boundingBox())!
  await page.mouse.move(box.x + 160, box.y + box.height * at, { steps: 6 })
  await page.mouse.move(box.x + 162, box.y + box.height * at + 1)
}

test('whatever item is in sight is lit, and letting go does what the hint says', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  reachServersDatabase()
  const { slug, sources, makes, chair } = await stockTaking(texts)
  const made: string[] = []
  for (const [at, source] of sources.slice(0, 18).entries())
    made.push(await makes([source], texts[at]!, 'Training'))
  await declareStatus(chair, { slug, id: made[2]!, wording: 1, kind: 'agreed', reason: '' })
  const page = await enter(browser, 'rapporteur', '/')
  await page.goto(`/sessions/${slug}/consolidation?outcome=none`)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  const list = page.locator('li[id^=item-]')
  const hint = page.locator('[data-hint]')

  // Each item of the list is lit when the pointer is over it, the tenth and the fourteenth as well.
  const source = page.locator('li[id^=source-]').first()
  for (const at of [0, 4, 9, 13, 17]) {
    await carries(page, source.locator('[title^=Carry]'), list.nth(at), 0.5)
    const number = (await list.nth(at).locator('span').first().innerText()).trim()
    await expect(list.nth(at).getByText(`Take it into ${number}`)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.mouse.up()
  }

  // Let go over the tenth, it is taken into the tenth.
  await carries(page, source.locator('[title^=Carry]'), list.nth(9), 0.5)
  await expect(list.nth(9).getByText(/^Take it into 1 \(j\)$/)).toBeVisible()
  await page.mouse.up()
  await expect(list.nth(9)).toContainText('2 sources')

  // An agreed item says beforehand that it stays, and is not merged.
  await expect(list.nth(2)).toContainText('agreed', { ignoreCase: true })
  await expect(list.nth(2).locator('svg + *, p:has(svg)').first()).toBeVisible()
  await carries(page, list.nth(2).getByRole('button', { name: /^Move item/ }), list.nth(5), 0.5)
  const refusal = await hint.first().innerText()
  await page.mouse.up()
  await expect(page.getByRole('alert').filter({ hasText: refusal })).toBeVisible()
  await expect(list).toHaveCount(18)

  // Another one is merged by letting go over it, and moved by letting go between two.
  await carries(page, list.nth(16).getByRole('button', { name: /^Move item/ }), list.nth(14), 0.5)
  await expect(list.nth(14).getByText('Merge 1 (q) into 1 (o)')).toBeVisible()
  const spoken = page.locator('[id^=DndLiveRegion]')
  await expect(spoken).toContainText('Merge 1 (q) into 1 (o)')
  await expect(spoken).not.toContainText(made[14]!)
  await page.mouse.up()
  await expect(list).toHaveCount(17)
  await isAccessible(page)
})

test('ticks are gathered over several searches and stay through acts, reloads and the way back', async ({
  browser,
}) => {
  reachServersDatabase()
  const { slug } = await stockTaking(texts)
  const page = await enter(browser, 'rapporteur', '/')
  await page.goto(`/sessions/${slug}/consolidation`)
  const find = async (words: string) => {
    await page.getByLabel('Words in the text').fill(words)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('words') === words)
  }
  await find('judges')
  await page.getByRole('button', { name: /^Tick all/ }).click()
  await expect(page.getByText('6 items ticked')).toBeVisible()
  await find('teachers')
  await page.keyboard.press('t')
  await expect(page.getByText('11 items ticked')).toBeVisible()
  await page.reload()
  await expect(page.getByText('11 items ticked')).toBeVisible()

  // To another page of the desk and back: search and ticks are as they were.
  await page.getByRole('link', { name: 'Similar items' }).first().click()
  await page.getByRole('link', { name: 'Consolidation', exact: true }).last().click()
  await expect(page.getByLabel('Words in the text')).toHaveValue('teachers')
  await expect(page.getByText('11 items ticked')).toBeVisible()
  await expect(page.locator('li[id^=source-] input:checked')).toHaveCount(5)

  // One item is unticked by name, the others are worded; typed words survive a reload.
  await page.getByText('11 items ticked').click()
  await page.getByRole('button', { name: /^Untick .*measure 1\./ }).click()
  await expect(page.getByText('10 items ticked')).toBeVisible()
  await page.keyboard.press('w')
  const panel = page.locator('[data-panel]')
  await expect(panel.getByLabel('Text', { exact: true })).toBeFocused()
  await expect(panel.getByLabel('Text', { exact: true })).toHaveValue(/\[judges/)
  await panel.getByLabel('Text', { exact: true }).fill('Member States should train judges.')
  await page.reload()
  await expect(panel.getByLabel('Text', { exact: true })).toHaveValue(
    'Member States should train judges.',
  )
  await isAccessible(page)
  await panel.getByLabel('Text', { exact: true }).press('Control+Enter')
  await expect(panel).toHaveCount(0)
  await expect(page.locator('li[id^=item-]')).toContainText('10 sources')
  await expect(page.getByText(/items? ticked/)).toHaveCount(0)
  await expect(page).toHaveURL(/words=teachers/)

  // Reworded at the desk: the present words, one press to open, one to keep.
  await page.getByRole('radio').first().check()
  await page.keyboard.press('r')
  await expect(panel.getByLabel('Text', { exact: true })).toHaveValue(
    'Member States should train judges.',
  )
  await panel.getByLabel('Text', { exact: true }).fill('Member States should train all judges.')
  await panel.getByRole('button', { name: 'Give this wording' }).click()
  await expect(page.locator('li[id^=item-]')).toContainText('train all judges')

  // Similar items of the whole list: one is unticked, the rest is worded; another set is left apart.
  await page.getByRole('link', { name: 'Sets that look alike' }).click()
  const set = page.locator('[data-set]').first()
  await isAccessible(page)
  // Of a long set some fold: they are ticked as well.
  const heading = await set.getByRole('heading').first().innerText()
  const count = Number(/\d+/.exec(heading)?.[0])
  expect(await set.getByRole('checkbox').count()).toBeLessThan(count)
  await set.getByRole('checkbox').last().uncheck()
  await set.getByRole('button', { name: /^Word one item/ }).click()
  await expect(panel.getByRole('heading').first()).toContainText(`${count - 1} sources`)
  await panel.getByRole('button', { name: 'Make the item' }).click()
  await expect(page.getByText(/^The item is made/)).toBeVisible()
})
