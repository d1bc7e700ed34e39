import { expect, test } from '@playwright/test'
import { enter, isAccessible, visit } from '@/tests/support/journey'

const SESSION = '/sessions/sixth-session-2020'

test('the command menu finds a proposal by its number, pages and the acts of the page', async ({
  browser,
}) => {
  const page = await enter(browser, 'head', `${SESSION}/proposals`)
  const menu = page.getByRole('dialog', { name: 'Find a page, a proposal or an act' })
  const opens = (key: string) =>
    expect(async () => {
      if (await menu.isHidden()) await page.keyboard.press(key)
      await expect(menu).toBeVisible({ timeout: 500 })
    }).toPass()
  await opens('/')
  await expect(menu.getByRole('option', { name: 'Write a proposal' })).toBeVisible()
  await isAccessible(page)
  await page.keyboard.type('#3')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/proposals\/3$/)
  await expect(page).toHaveTitle(/Proposal 3 · Sixth session · Stocktake$/)
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await expect(page).toHaveTitle(/^(\(\d+\) )?Sixth session · Stocktake$/)

  await opens('Control+k')
  await menu.getByRole('combobox').fill('deleg')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/delegations$/)

  const keys = page.getByRole('dialog', { name: 'Keyboard' })
  // A page ignores keys until its scripts are loaded.
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(keys).toContainText('Ctrl K', { timeout: 500 })
  }).toPass()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
})

test('a choice of the filter is applied when it is made, and can be taken off', async ({
  browser,
}) => {
  const page = await enter(browser, 'head', `${SESSION}/proposals`)
  await page.getByLabel('Status').selectOption('Ours')
  await page.waitForURL(/state=ours/)
  await expect(page.getByLabel('Status')).toBeFocused()
  for (const row of await page.locator('tbody tr').all()) await expect(row).toContainText('Ours')
  await page.getByRole('link', { name: 'Group by agenda item' }).click()
  await expect(page.getByRole('rowheader', { name: /International cooperation/ })).toBeVisible()
  await isAccessible(page)
  await page.getByRole('link', { name: 'Take off: Ours' }).click()
  await expect(page).toHaveURL(`${SESSION}/proposals?sort=agenda`)
})

test('colours are chosen in the account, also without JavaScript, and hold on pages for everybody', async ({
  browser,
}) => {
  const signedIn = await enter(browser, 'adviser', '/account')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto('/account')
  await page.getByLabel('Dark').check()
  await page.locator('#appearance').getByRole('button').click()
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
  await page.goto('/public')
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
  await page.goto('/account')
  await expect(page.getByLabel('Dark')).toBeChecked()
  await context.close()
})

test('signed in, pages for everybody keep the person, and lead back into the product', async ({
  browser,
}) => {
  const page = await enter(browser, 'head', '/public')
  await isAccessible(page)
  await page.locator('main').getByRole('link').first().click()
  const banner = page.getByRole('banner')
  await expect(banner.getByRole('link', { name: 'Amara Voss' })).toBeVisible()
  await isAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  // The menu opens without any script.
  await banner.getByRole('button', { name: 'Menu' }).click()
  await page
    .getByRole('navigation', { name: 'Menu' })
    .getByRole('link', { name: 'My desk' })
    .click()
  await expect(page).toHaveURL('/')

  const visitor = await visit(browser, '/public')
  await expect(visitor.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await visitor.goto('/public/nowhere/list')
  await visitor.getByRole('main').getByRole('link', { name: 'Published lists' }).click()
  await expect(visitor).toHaveURL('/public')
  await visitor.getByRole('link', { name: 'Words of the field' }).click()
  await expect(visitor.getByText('Agreed ad referendum', { exact: true })).toBeVisible()
  await isAccessible(visitor)
  await visitor.getByRole('link', { name: 'Help', exact: true }).first().click()
  await isAccessible(visitor)
})

test('an address that is not open leads on', async ({ browser }) => {
  const page = await enter(browser, 'head', `${SESSION}/console/nowhere`)
  await isAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Proposals of this session' }).click()
  await expect(page).toHaveURL(`${SESSION}/proposals`)
})

test('a page says once what the act that led to it has done, also without JavaScript', async ({
  browser,
}) => {
  const signedIn = await enter(browser, 'secretariat', `${SESSION}/edit`)
  const saves = async (page: typeof signedIn) => {
    await page.goto(`${SESSION}/edit`)
    await page.getByRole('button', { name: 'Save the details' }).click()
    await expect(page).toHaveURL(SESSION)
    await expect(page.getByText('The session is saved.')).toBeVisible()
  }
  await saves(signedIn)
  await signedIn.reload()
  await expect(signedIn.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(signedIn.getByText('The session is saved.')).toHaveCount(0)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  })
  await saves(await context.newPage())
  await context.close()
})
