import type { Page } from '@playwright/test'
import { strengthsApart } from '@/lib/consolidation/strength/compare'
import { db } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import type { FilledDesk } from './fill-desk'

/** An element with this attribute waits for an act. */
export const BUSY = '[aria-busy="true"]'

/** One act: its preparation, and the key or the drag that does it. */
export type Played = {
  name: string
  ready: (at: number) => Promise<void>
  act: () => Promise<void>
}

type Open = (address: string) => Promise<void>

/** The acts of the desk itself, by its keys and by hand. */
export function atTheDesk(page: Page, desk: FilledDesk, open: Open): Played[] {
  const address = paths.consolidation(desk.slug)
  const list = page.locator('li[id^=item-]')
  const tick = (at: number) => page.locator('input[name=items]').nth(at).check()
  const onDesk = async () => {
    if (new URL(page.url()).pathname !== address) await open(address)
    await untick(page)
  }
  return [
    {
      name: 'move',
      ready: async (at) => {
        await onDesk()
        await list
          .nth(3 + at)
          .getByRole('button')
          .focus()
      },
      act: () => page.keyboard.press('ArrowDown'),
    },
    {
      name: 'make',
      ready: async (at) => {
        await onDesk()
        await tick(at)
      },
      act: () => page.keyboard.press('m'),
    },
    {
      name: 'take in',
      ready: async (at) => {
        await onDesk()
        await tick(20 + at)
        await list.nth(40).getByRole('radio').check()
        // If the strengths differ the desk asks first: then the answer is timed.
        await page.keyboard.press('a')
        await settled(page)
        const join = page.getByRole('button', { name: 'Merge them all the same' })
        if (await join.isVisible()) {
          await join.focus()
          return
        }
        await page.keyboard.press('u')
        await settled(page)
        await tick(20 + at)
      },
      act: async () => {
        const asked = await page
          .getByRole('button', { name: 'Merge them all the same' })
          .isVisible()
        await page.keyboard.press(asked ? 'Enter' : 'a')
      },
    },
    { name: 'undo', ready: onDesk, act: () => page.keyboard.press('u') },
    {
      name: 'word an item of two',
      ready: async (at) => {
        await onDesk()
        await tick(2 * at)
        await tick(2 * at + 1)
        await page.keyboard.press('w')
        const panel = page.locator('[data-panel]')
        await panel.getByLabel('Text', { exact: true }).fill(`Words ${at}, at the desk.`)
        const question = panel.getByRole('checkbox')
        if ((await question.count()) > 0) await question.first().check()
        await panel.getByRole('button', { name: 'Make the item' }).focus()
      },
      act: () => page.keyboard.press('Enter'),
    },
    {
      name: 'reword',
      ready: async (at) => {
        await onDesk()
        await list.nth(at).getByRole('radio').check()
        await page.keyboard.press('r')
        const panel = page.locator('[data-panel]')
        await panel.getByLabel('Text', { exact: true }).fill(`Other words ${at}, in a browser.`)
        await panel.getByRole('button', { name: 'Give this wording' }).focus()
      },
      act: () => page.keyboard.press('Enter'),
    },
    {
      name: 'make by hand',
      ready: async (at) => {
        await onDesk()
        const handle = page.locator('[title^=Carry]').nth(at % 2)
        const onto = list.nth(1)
        await onto.scrollIntoViewIfNeeded()
        await handle.hover()
        await page.mouse.down()
        const from = (await handle.boundingBox())!
        await page.mouse.move(from.x + 20, from.y + 5, { steps: 4 })
        // The pointer moves until the gap shows the effect of a drop.
        const means = page.locator('[data-hint]', { hasText: 'Make an item here' })
        for (let tries = 0; tries < 20 && !(await means.isVisible()); tries += 1) {
          const target = (await onto.boundingBox())!
          await page.mouse.move(target.x + 60, target.y, { steps: 4 })
          await page.waitForTimeout(400)
        }
      },
      act: () => page.mouse.up(),
    },
  ]
}

/** The acts that have a page of their own. */
export function onPagesOfTheirOwn(page: Page, desk: FilledDesk, open: Open): Played[] {
  const { slug, items } = desk
  // The last ones, which no act at the desk has met.
  const item = (at: number, from: number) => items[items.length - from - 1 - at]!
  const button = (name: string) => page.getByRole('button', { name, exact: true }).first()
  const enter = () => page.keyboard.press('Enter')
  return [
    {
      name: 'split',
      ready: async (at) => {
        await open(paths.consolidatedItem(slug, item(at, 50)))
        await page.locator('input[name="itemIds[]"]').first().check()
        await button('Make an item of these').focus()
      },
      act: enter,
    },
    {
      name: 'merge',
      ready: async (at) => {
        const [into, leaving] = await alike(desk, 100 + 10 * at)
        const words = encodeURIComponent(leaving.text.slice(0, 150))
        await open(`${paths.consolidatedItem(slug, into.id)}?other=${words}`)
        await page
          .locator('#merge ~ * li')
          .filter({ hasText: leaving.text.slice(0, 100) })
          .getByRole('button')
          .first()
          .focus()
      },
      act: enter,
    },
    {
      name: 'take a source away',
      ready: async (at) => {
        await open(paths.consolidatedItem(slug, item(at, 300)))
        await button('Take this source away').focus()
      },
      act: enter,
    },
    {
      // At the desk, of the items from which the act before took the source away.
      name: 'set aside',
      ready: async () => {
        await open(`${paths.consolidation(slug)}?outcome=none`)
        await page.locator('input[name=items]').first().check()
        await page.keyboard.press('s')
        const panel = page.locator('[data-panel]')
        await panel.getByLabel('Deferred').check()
        await panel.getByLabel('Reason').fill('Later.')
        await panel.getByRole('button', { name: 'Give this outcome' }).focus()
      },
      act: enter,
    },
    {
      name: 'take an outcome back',
      ready: async () => {
        const { itemId } = await db.outcome.findFirstOrThrow({
          where: { kind: 'deferred', supersededAt: null },
        })
        await open(paths.setAside(slug, [itemId]))
        await button('Take the outcome back').focus()
      },
      act: enter,
    },
    {
      name: 'take off the list',
      ready: async (at) => {
        await open(paths.consolidatedItem(slug, item(at, 400)))
        await button('Take off the list').focus()
      },
      act: enter,
    },
  ]
}

/** Two unused items with verbs of the same strength, so that the merge asks nothing. */
async function alike({ items }: FilledDesk, from: number) {
  const ids = items.slice(items.length - from - 10, items.length - from)
  const texts = await db.consolidatedText.findMany({
    where: { itemId: { in: ids }, number: 1, item: { deletedAt: null } },
    select: { itemId: true, text: true },
  })
  for (const into of texts)
    for (const leaving of texts)
      if (into !== leaving && !strengthsApart([into.text, leaving.text]))
        return [
          { id: into.itemId, text: into.text },
          { id: leaving.itemId, text: leaving.text },
        ] as const
  throw new Error('No two items ask alike.')
}

const settled = async (page: Page) => {
  await page.waitForTimeout(50)
  await page.waitForFunction((busy) => !document.querySelector(busy), BUSY)
}

const untick = (page: Page) =>
  page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>('input[name=items]:checked'))
      box.click()
  })
