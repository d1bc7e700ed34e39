import { expect, type Page, test } from '@playwright/test'
import { DEMONSTRATION_PASSWORD } from '@/lib/demonstration/sign-in-people'
import { castDelegations, castOfficers } from '@/lib/demonstration/cast'
import { isAccessible } from '@/tests/support/journey'

const { head } = castDelegations.arvenia.people

/**
 * The browser's console errors: a script that the content policy blocked, a page that did not hydrate. Not a stream that
 * reconnects between the end of a sign-in and the next page.
 */
function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    const isStream = message.location().url.endsWith('/stream')
    if (message.type() === 'error' && !isStream) heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(String(error)))
  return heard
}

test('a visitor reads what this is, signs in where they were going, and leaves', async ({
  page,
}) => {
  const heard = complaints(page)
  await page.goto('/')
  await isAccessible(page)
  // The circulation of the demonstration: its comments are posted, and stakeholders may ask to take part.
  await expect(page.getByRole('link', { name: 'Read the comments' }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Ask to take part and comment' }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask to take part')
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?returnTo=%2Faccount')
  await isAccessible(page)

  const form = page.locator('form').first()
  await form.getByLabel('E-mail address').fill(head.email)
  await form.getByLabel('Password').fill('not this one')
  await form.getByRole('button', { name: 'Sign in' }).click()
  await expect(form.getByRole('alert')).toBeFocused()
  await expect(form.getByLabel('E-mail address')).toHaveValue(head.email)
  await form.getByLabel('Password').fill(DEMONSTRATION_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(head.name)
  await isAccessible(page)

  await page.goto('/')
  const groups = page.getByRole('heading', {
    name: /^(Due today|Needs your decision|For information)/,
  })
  await expect(groups.first()).toBeVisible()
  await isAccessible(page)
  // The desk's counter opens its stream after hydration: after a sign-out the stream would be refused.
  await Promise.all([page.waitForResponse('**/desk/stream'), page.goto('/account')])
  await page.evaluate(() =>
    localStorage.setItem('stocktake.words|someone|page|place', '{"values":{}}'),
  )
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('Sign in')
  expect(
    await page.evaluate(() => localStorage.getItem('stocktake.words|someone|page|place')),
  ).toBeNull()
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?returnTo=%2Faccount')
  expect(heard).toEqual([])
})

test('the button of a sign-in waits for the answer, and a second press sends nothing', {
  tag: '@night',
}, async ({ page }) => {
  let sent = 0
  await page.route('**/api/auth/callback/password', async (route) => {
    sent += 1
    await new Promise((waited) => setTimeout(waited, 1_500))
    await route.continue()
  })
  await page.goto('/sign-in')
  const form = page.locator('form').first()
  await form.getByLabel('E-mail address').fill(head.email)
  await form.getByLabel('Password').fill(DEMONSTRATION_PASSWORD)
  const pending = await form.getByRole('button', { name: 'Sign in' }).evaluate((button) => {
    const pressed = button as HTMLButtonElement
    pressed.click()
    pressed.click()
    return 'pending' in pressed.dataset
  })
  expect(pending).toBe(true)
  await page.waitForURL('/')
  expect(sent).toBe(1)
})

test('words that were not sent are thrown away by signing out after a question only', {
  tag: '@night',
}, async ({ page }) => {
  await page.goto('/sign-in?returnTo=%2Faccount')
  const form = page.locator('form').first()
  await form.getByLabel('E-mail address').fill(head.email)
  await form.getByLabel('Password').fill(DEMONSTRATION_PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('/account')
  await page.evaluate(() => {
    const key = `stocktake.words|${document.body.dataset.reader}|page|place`
    localStorage.setItem(key, '{"values":{}}')
  })
  await page.reload()
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    expect(dialog.message()).toContain('did not send')
    await dialog.dismiss()
  })
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await asked
  await expect(page).toHaveURL('/account')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('Sign in')
})

test('a file that is not there, or not for a visitor, is said on a page', async ({ page }) => {
  await page.goto('/public/nowhere/list')
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()
  await isAccessible(page)
  const file = '/sessions/nowhere/list/export?format=docx'
  await page.goto(file)
  await expect(page).toHaveURL(`/sign-in?returnTo=${encodeURIComponent(file)}`)
  // A program still gets its own kind of answer.
  expect((await page.request.get(file)).status()).toBe(401)
  const missing = await page.request.get('/public/nowhere/list')
  expect(await missing.json()).toMatchObject({ reason: 'not-found' })
})

test('a link by mail is used up by its button, not by opening it', async ({ page, browser }) => {
  const wanted = '/sessions/sixth-session-2020'
  await page.goto(`/sign-in?returnTo=${wanted}`)
  const form = page.locator('form').nth(1)
  await form.getByLabel('E-mail address').fill(head.email)
  await form.getByRole('button', { name: 'Send me a link' }).click()
  await expect(form.getByRole('status')).toContainText('on its way')

  await page.getByRole('button', { name: castOfficers.secretariat.name }).click()
  await expect(page).toHaveURL(wanted)
  await page.goto('/mail')
  // Other journeys make Stocktake write to the same person in parallel.
  const letters = page.locator('details', { hasText: head.email })
  const mail = letters.filter({ hasText: 'token=' }).first()
  await mail.locator('summary').click()
  const link = /http\S+token=\S+/.exec(await mail.innerText())?.[0] ?? ''
  await isAccessible(page)

  const context = await browser.newContext()
  const secondPage = await context.newPage()
  // Programs of mail try an address without its page.
  expect((await (await browser.newContext()).request.head(link)).status()).toBe(200)
  for (let opening = 0; opening < 2; opening++) await secondPage.goto(link)
  await expect(secondPage.getByRole('main')).toContainText(head.email)
  await isAccessible(secondPage)
  // The same link, open twice: the second press comes too late, and the new link leads where this one led.
  const latePage = await context.newPage()
  await latePage.goto(link)
  await secondPage.getByRole('button', { name: 'Sign in' }).click()
  await expect(secondPage.getByRole('banner')).toContainText(head.name)
  await latePage.getByRole('button', { name: 'Sign in' }).click()
  await expect(latePage.getByRole('main')).toContainText('already used')
  await expect(latePage.locator('input[name=returnTo]')).toHaveValue(/sixth-session-2020$/)
  await secondPage.goto(link)
  await expect(secondPage.getByRole('main')).toContainText('already used')
  await secondPage.getByRole('main').getByRole('link', { name: 'Ask for a new link' }).click()
  await expect(secondPage.locator('input[name=returnTo]')).toHaveValue(wanted)
  await context.close()
})

test('signing in and out works without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in?returnTo=//evil.example')
  await page.getByRole('button', { name: head.name }).last().click()
  await expect(page).toHaveURL('/')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('Sign in')
  await context.close()
})
