import { expect, type Page, test } from '@playwright/test'
import { amending } from '@/tests/support/amending'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { LONG_TEXT, suggestsMany } from '@/tests/support/many-suggestions'

/** How long the page takes from a key to the next frame that is drawn, in milliseconds. */
const keyToPaint = (page: Page, key: string) =>
  page.evaluate(
    (pressed) =>
      new Promise<number>((painted) => {
        const begun = performance.now()
        document.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }))
        requestAnimationFrame(() => setTimeout(() => painted(performance.now() - begun)))
      }),
    key,
  )

test('forty suggestions by eight States are decided by key, in sight and without delay', async ({
  browser,
}) => {
  reachServersDatabase()
  const made = await amending(LONG_TEXT)
  await suggestsMany(made)
  const page = await enter(browser, 'head', `${made.address}/joining`)
  await expect(page.getByText(/^0 of \d+ decided$/)).toBeVisible()
  await isAccessible(page)

  // The page is hardly higher than the screen, on a phone too.
  const heights = async () => page.evaluate(() => document.documentElement.scrollHeight)
  expect(await heights()).toBeLessThan(2 * 800)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await heights()).toBeLessThan(3 * 740)
  await isAccessible(page)
  await page.getByRole('button', { name: 'List' }).click()
  await expect(page.getByRole('list', { name: 'Places' })).toBeVisible()
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(page.getByTestId('desk-text')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width: 1280, height: 800 })

  // Accept, decline and go on by key; each act is drawn at once.
  const times: number[] = []
  for (const key of ['1', 'n', 'd', 'n', '2', 'n', 'd', 'n', '1', 'j', 'k'])
    times.push(await keyToPaint(page, key))
  console.info('key to paint in ms:', times.map(Math.round).join(' '))
  expect(Math.max(...times)).toBeLessThan(200)
  await expect(page.getByText(/^5 of \d+ decided$/)).toBeVisible()

  // One suggestion is one choice: seven hours is on offer to nobody who does not open it.
  await page
    .getByRole('link', { name: /72 hours/ })
    .first()
    .click()
  const place = page.getByRole('group', { name: /^Place/ })
  await expect(place.getByRole('radio', { name: /seven days/ })).toBeVisible()
  await place.getByRole('radio', { name: 'Take a part' }).check()
  await place
    .getByRole('radio', { name: /^seven/ })
    .first()
    .check()
  await expect(place.getByText(/^You take a part of .*’s change/).first()).toBeVisible()
  await isAccessible(page)
})
