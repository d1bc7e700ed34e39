import { test } from '@playwright/test'
import { amending } from '@/tests/support/amending'
import { enter } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { LONG_TEXT, suggestsMany } from '@/tests/support/many-suggestions'
import { writeFileSync, readFileSync, existsSync } from 'node:fs'

test('shots', async ({ browser }) => {
  reachServersDatabase()
  let address = existsSync('/tmp/many-address') ? readFileSync('/tmp/many-address', 'utf8') : ''
  if (!address) {
    const made = await amending(LONG_TEXT)
    await suggestsMany(made)
    address = made.address
    writeFileSync('/tmp/many-address', address)
  }
  const page = await enter(browser, 'head', `${address}/joining`)
  await page.waitForTimeout(500)
  const shot = (name: string, fullPage = true) => page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage })
  await page.keyboard.press('1')
  await page.keyboard.press('n')
  await shot('desk-1280')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('radio', { name: 'Take a part' }).check().catch(() => {})
  await shot('desk-1280-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: /^Suggestions/ }).click()
  await shot('desk-suggestions')
  await page.getByRole('button', { name: /^States/ }).click()
  await shot('desk-states')
  await page.getByRole('button', { name: /^Places/ }).click()
  await page.setViewportSize({ width: 360, height: 740 })
  await shot('desk-360')
  await page.getByRole('button', { name: 'List' }).click()
  await shot('desk-360-list', false)
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await shot('desk-360-text', false)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${address}/amendments`)
  await shot('amendments-1280')
  await page.setViewportSize({ width: 360, height: 740 })
  await shot('amendments-360')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${address}/amendments/1`)
  await shot('amendment-1280')
  await page.goto(`${address}/joining?suggestion=3`)
  await page.getByRole('button', { name: /^States/ }).click()
  await page.getByRole('button', { name: 'Accept all that Belmara suggests' }).click()
  await page.getByRole('button', { name: 'Save and check' }).click()
  await page.waitForURL(/check/)
  await shot('check-1280')
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  const still = await plain.newPage()
  await still.goto(`${address}/joining`)
  await still.screenshot({ path: '/tmp/shots/desk-nojs.png' })
  await still.evaluate(() => 0).catch(() => 0)
})
