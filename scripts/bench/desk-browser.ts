import { chromium, type Page } from '@playwright/test'
import { strengthsApart } from '@/lib/consolidation/strength/compare'
import { db } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { systemChromium } from '../chromium.mjs'
import type { FilledDesk } from './fill-desk'

/** How often each act is done, after as many that only warm up what does them. */
const ROUNDS = 7

/** Of each time an act was done: until the server had answered it whole, and until the page as it is then was drawn. */
export type ActTimes = { name: string; answered: number[]; drawn: number[] }

/** One act: what is made ready for it, and the key or the hand that does it. */
type Played = { name: string; ready: (at: number) => Promise<void>; act: () => Promise<void> }

/**
 * Opens the desk in a browser and does each kind of act with the keyboard, or by hand: how long from the
 * key, or letting go, to the frame in which the page as it is then is drawn. Fails where an act was not kept.
 */
export async function browse(
  url: string,
  desk: FilledDesk,
  cookie: { name: string; value: string },
): Promise<{ opened: number[]; acts: ActTimes[] }> {
  const browser = await chromium.launch({
    executablePath: systemChromium() ?? undefined,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu'],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ ...cookie, url }])
    const page = await context.newPage()
    const open = async (address: string) => {
      await page.goto(`${url}${address}`)
      await page.waitForFunction(isAwake)
    }
    const opened: number[] = []
    for (let at = 0; at < 4; at += 1) {
      const begun = performance.now()
      await page.goto(`${url}${paths.consolidation(desk.slug)}`)
      await page.locator('input[name=into]').first().waitFor()
      opened.push(performance.now() - begun)
    }
    await page.waitForFunction(isAwake)
    const answers: number[] = []
    page.on('requestfinished', (request) => {
      const { requestStart, responseEnd } = request.timing()
      if (request.method() === 'POST') answers.push(responseEnd - requestStart)
    })
    const acts: ActTimes[] = []
    for (const { name, ready, act } of [
      ...atTheDesk(page, desk, open),
      ...onPagesOfTheirOwn(page, desk, open),
    ]) {
      const times: ActTimes = { name, answered: [], drawn: [] }
      // A hand may let go beside the gap: nothing is done then, and it tries once more.
      let missed = 0
      for (let at = 0; at < 2 * ROUNDS; ) {
        await ready(at)
        const kept = await keptActs()
        const time = await drawn(page, act)
        if (time && (await keptActs()) === kept + 1) {
          times.drawn.push(time)
          times.answered.push(answers.at(-1)!)
          at += 1
        } else if (++missed > 2)
          throw new Error(
            `${name}: the act was not kept. ${(await page.locator('[role=alert]').allInnerTexts()).join(' ')}`,
          )
      }
      acts.push({
        name,
        answered: times.answered.slice(ROUNDS),
        drawn: times.drawn.slice(ROUNDS),
      })
    }
    return { opened, acts }
  } finally {
    await browser.close()
  }
}

const keptActs = () => db.deskAct.count()

type Open = (address: string) => Promise<void>

function atTheDesk(page: Page, desk: FilledDesk, open: Open): Played[] {
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
        // Where the strengths differ the desk asks first: the answer is then what is timed.
        await page.keyboard.press('a')
        await settled(page)
        const join = page.getByRole('button', { name: 'Join them all the same' })
        if (await join.isVisible()) {
          await join.focus()
          return
        }
        await page.keyboard.press('u')
        await settled(page)
        await tick(20 + at)
      },
      act: async () => {
        const asked = await page.getByRole('button', { name: 'Join them all the same' }).isVisible()
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
        // The hand moves until the gap says what letting go means.
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

function onPagesOfTheirOwn(page: Page, desk: FilledDesk, open: Open): Played[] {
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

/** Two items that were not met yet, whose verbs ask alike, so that nothing is asked when they are merged. */
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

/** Whether React has taken over what the server drew, so that a key is heard. */
const isAwake = () =>
  [...document.querySelectorAll('main button')].some((button) =>
    Object.keys(button).some((key) => key.startsWith('__reactProps')),
  )

const BUSY = '[aria-busy="true"]'

const settled = async (page: Page) => {
  await page.waitForTimeout(50)
  await page.waitForFunction((busy) => !document.querySelector(busy), BUSY)
}

const untick = (page: Page) =>
  page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>('input[name=items]:checked'))
      box.click()
  })

/**
 * Does something and tells how long it took from the key, or from letting go, until nothing is under way
 * any more and the page has been painted; 0 where nothing was answered.
 */
async function drawn(page: Page, act: () => Promise<void>): Promise<number> {
  const painted = await page.evaluateHandle(
    ([busy, patience]) => ({
      time: new Promise<number>((resolve) => {
        let begun = 0
        let seen = false
        const begin = (event: Event) => (begun ||= event.timeStamp)
        for (const kind of ['keydown', 'pointerup'])
          document.addEventListener(kind, begin, { capture: true, once: true })
        const observer = new MutationObserver(() => {
          if (document.querySelector(busy)) seen = true
          else if (seen && begun) {
            observer.disconnect()
            // After the frame: a task that was put off by its drawing comes next.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => resolve(performance.now() - begun)
              port2.postMessage(null)
            })
          }
        })
        observer.observe(document.body, { attributes: true, childList: true, subtree: true })
        setTimeout(() => resolve(0), patience)
      }),
    }),
    [BUSY, 10_000] as const,
  )
  await act()
  return painted.evaluate(({ time }) => time)
}
