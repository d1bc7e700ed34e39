import { chromium, type Page } from '@playwright/test'
import { db } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { systemChromium } from '../chromium.mjs'
import { atTheDesk, BUSY, onPagesOfTheirOwn } from './desk-acts'
import type { FilledDesk } from './fill-desk'

/** The number of measured runs of each act, after as many to warm up. */
const ROUNDS = 7

/** The times of each run of an act: until the whole answer of the server, and until the resulting page was painted. */
export type ActTimes = { name: string; answered: number[]; drawn: number[] }

/**
 * Opens the desk in a browser and does each kind of act with the keyboard, or by drag: the time from the key, or the
 * drop, to the frame that draws the resulting page. Fails if an act was not stored.
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
      // A drop may miss the gap: then nothing happens, and it retries.
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

/** Whether React has hydrated the server's HTML, so that a key is heard. */
const isAwake = () =>
  [...document.querySelectorAll('main button')].some((button) =>
    Object.keys(button).some((key) => key.startsWith('__reactProps')),
  )

/**
 * Does an act and returns the time from the key, or from the drop, until no request is pending and the page has been
 * painted; 0 if there was no answer.
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
