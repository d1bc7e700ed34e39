import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { isAccessible, enter, visit } from '@/tests/support/journey'

test('finds by number, by another form of a word, by kind, and leads to what was found', async ({
  browser,
}) => {
  const page = await enter(browser, 'head')
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).first().click()
  const words = page.getByRole('searchbox')
  await words.fill('#1')
  await words.press('Enter')
  const exact = page.getByRole('region', { name: 'Number or symbol' })
  await expect(exact.getByRole('link', { name: 'Proposal 1' }).first()).toBeVisible()

  await words.fill('cooperate')
  await words.press('Enter')
  await expect(page.locator('mark').first()).toHaveText(/^co-?operat/i)
  await isAccessible(page)
  await words.fill('state')
  await words.press('Enter')
  await page
    .getByRole('navigation', { name: 'What was found, by kind' })
    .getByRole('link', { name: /^Proposals/ })
    .click()
  await expect(page).toHaveURL(/kind=proposal/)
  await page.getByRole('combobox', { name: 'State or organization' }).selectOption({ index: 1 })
  await expect(page).toHaveURL(/state=/)
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Proposal \d+$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/proposals\/\d+$/)
})

test('a choice that is made before the scripts come is applied when they are there', {
  tag: '@night',
}, async ({ browser }) => {
  const page = await visit(browser, '/search?words=state')
  await page.route('**/_next/static/**/*.js', async (route) => {
    await sleep(1_500)
    // Scripts of the page that was left are no longer requested.
    await route.continue().catch(() => {})
  })
  await page.reload({ waitUntil: 'commit' })
  await page.getByRole('combobox', { name: 'Session' }).selectOption({ index: 1 })
  await expect(page).toHaveURL(/session=/)
})

test('a visitor finds what is public alone, without script', async ({ browser }) => {
  const page = await visit(browser, '/')
  await page.goto('/search')
  await page.getByRole('searchbox').fill('zzzzzz')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('Nothing was found for “zzzzzz”')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
})
