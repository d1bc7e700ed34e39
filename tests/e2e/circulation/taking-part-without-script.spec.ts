import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { paths } from '@/lib/paths'
import { goes } from '@/tests/support/by-links'
import { circulated } from '@/tests/support/circulating'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { scenario } from '@/tests/support/scenario'
import { signInLinkSentTo, secretSentTo } from '@/tests/support/sent-links'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** A browser in which no script runs. */
async function withoutScript(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  return context.newPage()
}

test('a stakeholder asks to take part, proves its address, is approved and comments, all without script', async ({
  browser,
}) => {
  reachServersDatabase()
  const cast = await scenario({ kind: 'stockTaking' })
  const { slug } = cast.session
  const { id, a } = await circulated(cast)
  const suffix = randomUUID().slice(0, 8)
  const [name, email] = [`Open Harbours ${suffix}`, `mira.${suffix}@open-harbours.example`]

  const page = await withoutScript(browser)
  await page.goto('/public')
  await page.locator(`a[href="${paths.takePart(slug, id)}"]`).click()
  await page.getByLabel('Name of the organization').fill(name)
  await page.getByLabel('Contact person', { exact: true }).fill('Mira Sandell')
  await page.getByLabel('E-mail address of the contact person').fill(email)
  await press(page, 'Ask to take part')
  // The kind was not chosen: the page says so and keeps the typed words.
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('Name of the organization')).toHaveValue(name)
  await page.getByLabel('Kind of organization').selectOption('nonGovernmental')
  await press(page, 'Ask to take part')
  await expect(page.getByText('A letter with a link goes to')).toBeVisible()
  await page.goto(paths.proveAddress(slug, id, await secretSentTo(email)))
  await press(page, /^This is my address/)
  await expect(page.getByText('The Secretariat decides on the request').first()).toBeVisible()

  // The Secretariat approves, without script too.
  const signedIn = await enter(browser, 'secretariat')
  const office = await withoutScript(browser)
  await office.context().addCookies(await signedIn.context().cookies())
  await office.goto('/')
  await goes(office, paths.circulationRequests(slug, id))
  await press(office, `Approve ${name}`)
  await expect(office.getByText('Approved by Simon Adeyar')).toBeVisible()

  // It signs in by a link, reads an item, writes on it and releases that.
  const comments = paths.circulationComments(slug, id)
  await page.goto(paths.signIn(comments))
  await page.getByRole('textbox', { name: 'E-mail address' }).last().fill(email)
  await press(page, 'Send me a link')
  await expect(page.getByRole('status').filter({ hasText: 'link' })).toBeVisible()
  await page.goto(await signInLinkSentTo(email))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === comments)
  await page.getByRole('link', { name: /^Begin/ }).click()
  await expect(page.getByRole('heading', { name: 'Item 1 (a)' })).toBeVisible()
  await page.getByRole('link', { name: 'Comment', exact: true }).click()
  await page.getByLabel('Position').selectOption('supports')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Harbours depend on it.')
  await press(page, 'Release as our delegation’s comment')
  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible()
  await expect(page.getByText('Harbours depend on it.')).toBeVisible()

  // The page no longer has the form of withdrawal, and confirms the withdrawal.
  await page.goto(paths.circulationComments(slug, id, a))
  await page.getByText('Withdraw …').click()
  await press(page, /^Yes: Withdraw/)
  await expect(page.getByRole('status').filter({ hasText: /withdrawn/ })).toBeVisible()
  await expect(page.getByText('Withdraw …')).toHaveCount(0)

  // The same pages are accessible; axe needs script, so another browser checks them.
  const reader = await enter(browser, 'secretariat', paths.compilation(slug, id))
  await isAccessible(reader)
  await expect(reader.getByText(name).first()).toBeAttached()
})
