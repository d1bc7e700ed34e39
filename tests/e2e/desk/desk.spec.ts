import { expect, test } from '@playwright/test'
import { enter, isAccessible } from '@/tests/support/journey'
import { ownSession, proposes, releases, writesChange } from '@/tests/support/suggesting'

test('the desk tells an author of a suggested change while it is open, and leads to the decision by keyboard', async ({
  browser,
}) => {
  const text = `Member States should keep D${Date.now()} of all requests.`
  const estavia = await enter(browser, 'estavia', '/')
  const proposal = await proposes(estavia, await ownSession(), text)
  await estavia.goto('/')
  const number = async () =>
    Number((await estavia.locator('[data-inbox-number] [aria-hidden]').allTextContents())[0] ?? 0)
  const before = await number()

  const belmara = await enter(browser, 'belmara', '/')
  await writesChange(belmara, proposal, text.replace('keep', 'share'), 'Sharing is the purpose.')
  await releases(belmara)
  await expect.poll(number).toBeGreaterThan(before)
  await expect(estavia).toHaveTitle(/^\(\d+\) /)

  await estavia.goto('/')
  await isAccessible(estavia)
  const row = estavia.locator('[data-inbox-row]', { hasText: text.slice(0, 40) }).filter({
    hasText: 'Decide a suggested change',
  })
  await expect(row).toContainText('Belmara')
  await expect(row).toHaveAttribute('data-unread')
  const link = row.getByRole('link').first()
  for (let press = 0; press < 40; press += 1) {
    await estavia.keyboard.press('j')
    if (await link.evaluate((element) => element === document.activeElement)) break
  }
  await expect(link).toBeFocused()
  await estavia.keyboard.press('e')
  await expect(row).not.toHaveAttribute('data-unread')
  await link.focus()
  await estavia.keyboard.press('Enter')
  await estavia.waitForURL(/\/joining$/)
})

test('a person follows a proposal, finds the news on the desk, puts them away and chooses the mail', {
  tag: '@night',
}, async ({ browser }) => {
  const text = `Member States should publish F${Date.now()} of all requests.`
  const head = await enter(browser, 'head', '/')
  const proposal = await proposes(head, await ownSession(), text)

  const lumeria = await enter(browser, 'observer', proposal)
  await lumeria.getByText('Follow', { exact: true }).click()
  await lumeria.getByRole('button', { name: /^Follow proposal/ }).click()
  await expect(lumeria.getByText('Following', { exact: true })).toBeVisible()
  await lumeria.goto('/following')
  await expect(
    lumeria.getByRole('listitem').filter({ hasText: 'Proposal 1' }).first(),
  ).toBeVisible()
  await isAccessible(lumeria)

  const belmara = await enter(browser, 'belmara', '/')
  await writesChange(belmara, proposal, text.replace('publish', 'share'), 'Clearer.')
  await releases(belmara)
  await lumeria.goto('/')
  const row = lumeria.locator('[data-inbox-row]', { hasText: text.slice(0, 40) })
  await expect(row).toContainText('New suggested change')
  await row.hover()
  await row.getByRole('button', { name: /^Done/ }).click()
  await expect(row).toHaveCount(0)

  await lumeria.goto('/account')
  const choice = lumeria.getByRole('group', { name: /^What you follow/ })
  await choice.getByRole('radio', { name: 'No mail' }).check()
  await lumeria.getByRole('button', { name: 'Save the choice' }).click()
  await expect(lumeria.getByText('Your choice is saved.')).toBeVisible()
  await lumeria.reload()
  await expect(choice.getByRole('radio', { name: 'No mail' })).toBeChecked()
  await isAccessible(lumeria)
})
