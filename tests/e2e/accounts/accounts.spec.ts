import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { hashPassword } from '@/lib/auth/password/hash'
import { db } from '@/lib/db/client'
import { enter, isAccessible, PASSWORD, visit } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'

const SCREEN = '/sessions/seventh-session-2021/screen'

type Someone = { name: string; email: string }

/** A person of a journey's own, with the password of the cast: accounts are closed and locked in these journeys. */
async function someone(): Promise<Someone> {
  reachServersDatabase()
  const id = randomUUID()
  const person = { name: `Nora ${id.slice(0, 8)}`, email: `nora.${id}@example.org` }
  await db.person.create({ data: { ...person, passwordHash: await hashPassword(PASSWORD) } })
  return person
}

/** From the front page to the answer of a sign-in with this password. */
async function signsIn(browser: Browser, { email }: Someone, password = PASSWORD): Promise<Page> {
  const page = await visit(browser, '/')
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).first().fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  return page
}

const name = (page: Page, { name: text }: Someone) =>
  page.getByRole('banner').getByRole('link', { name: text })

/** The Secretariat's page of an account, found by its address. */
async function accountOf(browser: Browser, { name: text, email }: Someone): Promise<Page> {
  const page = await enter(browser, 'secretariat')
  await page.getByRole('banner').getByRole('link', { name: 'Accounts' }).click()
  await page.getByLabel('Name or address').fill(email)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('link', { name: text }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text)
  return page
}

test('the Secretariat closes an account and opens it again; the log shows both', async ({
  browser,
}) => {
  const nora = await someone()
  const hers = await signsIn(browser, nora)
  await expect(name(hers, nora)).toBeVisible()

  const secretariat = await accountOf(browser, nora)
  await isAccessible(secretariat)
  await secretariat.getByText('Close the account …').click()
  await secretariat.getByRole('button', { name: /Close the account/ }).click()
  await expect(secretariat.getByText('Nobody can sign in with it.')).toBeVisible()
  await hers.reload()
  await expect(hers.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  const refused = await signsIn(browser, nora)
  await expect(refused.getByRole('alert').first()).toBeVisible()
  await expect(refused.getByRole('textbox', { name: 'E-mail address' }).first()).toHaveValue(
    nora.email,
  )

  await secretariat.getByRole('button', { name: 'Open the account again' }).click()
  await expect(secretariat.getByText('Close the account …')).toBeVisible()
  await expect(name(await signsIn(browser, nora), nora)).toBeVisible()

  await secretariat.getByRole('link', { name: 'History of this account' }).click()
  await isAccessible(secretariat)
  for (const event of ['Account closed', 'Account opened again', 'Sign-in failed', 'Signed in'])
    await expect(secretariat.getByRole('cell', { name: event }).first()).toBeVisible()
})

test('an address is changed, and sign-ins are ended', async ({ browser }) => {
  const nora = await someone()
  const hers = await signsIn(browser, nora)
  await expect(name(hers, nora)).toBeVisible()
  const secretariat = await accountOf(browser, nora)
  const email = `new.${nora.email}`
  await secretariat.getByLabel('New e-mail address').fill(email)
  await secretariat.getByRole('button', { name: 'Change the address' }).click()
  await expect(secretariat.getByText(`The address of ${nora.name} was changed.`)).toBeVisible()
  await secretariat.getByRole('button', { name: 'End all sign-ins' }).click()
  await expect(secretariat.getByText(`All sign-ins of ${nora.name} were ended.`)).toBeVisible()
  await hers.reload()
  await expect(hers.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(name(await signsIn(browser, { ...nora, email }), nora)).toBeVisible()
})

test('a person sets up an authenticator app, signs in with a code, and the Secretariat resets it', async ({
  browser,
}) => {
  const nora = await someone()
  const hers = await signsIn(browser, nora)
  await name(hers, nora).click()
  await hers.getByRole('link', { name: 'Set up or change' }).click()
  await hers.getByRole('button', { name: 'Set up the app' }).click()
  await isAccessible(hers)
  const secret = (await hers.locator('code').innerText()).replaceAll(' ', '')
  const code = (later = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.now() + later * 30_000,
    })
  await hers.getByLabel('Code', { exact: true }).fill('000000')
  await hers.getByRole('button', { name: 'Turn on' }).click()
  await expect(hers.getByRole('alert').first()).toBeVisible()
  await expect(hers.getByLabel('Code', { exact: true })).toHaveValue('')
  await hers.getByLabel('Code', { exact: true }).fill(code())
  await hers.getByRole('button', { name: 'Turn on' }).click()
  await expect(hers.getByText('In use. Stocktake asks for a code')).toBeVisible()
  await hers.getByRole('button', { name: 'Make new recovery codes' }).click()
  const recovery = await hers.locator('li.font-mono, ul.font-mono li').first().innerText()
  await isAccessible(hers)

  const second = await signsIn(browser, nora)
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Your code')
  await isAccessible(second)
  // Each code is accepted once: this is the next one.
  await second.getByLabel('Code', { exact: true }).fill(code(1))
  await second.getByRole('button', { name: 'Go on' }).click()
  await expect(name(second, nora)).toBeVisible()

  const third = await signsIn(browser, nora)
  await third.getByLabel('Code', { exact: true }).fill(recovery)
  await third.getByRole('button', { name: 'Go on' }).click()
  await expect(name(third, nora)).toBeVisible()

  const secretariat = await accountOf(browser, nora)
  await secretariat.getByRole('button', { name: 'Reset the authenticator app' }).click()
  await expect(secretariat.getByText('Authenticator app: none')).toBeVisible()
  await expect(name(await signsIn(browser, nora), nora)).toBeVisible()
})

test('a live page says that its person is signed out, asks no more, and leads back by the sign-in', async ({
  browser,
}) => {
  const nora = await someone()
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: nora.email } })
  await db.office.create({ data: { personId, kind: 'secretariat' } })
  const hers = await signsIn(browser, nora)
  await expect(name(hers, nora)).toBeVisible()
  await hers.goto(SCREEN)
  await expect(hers.getByText(/^Not live/)).toHaveCount(0)
  await db.signIn.updateMany({ where: { personId }, data: { endedAt: new Date() } })
  await expect(hers.getByText(/^You are not signed in any more/)).toBeVisible({ timeout: 20_000 })
  const asked: string[] = []
  hers.on('request', (request) => asked.push(request.url()))
  await hers.waitForTimeout(5_000)
  expect(asked.filter((url) => url.includes('/screen/stream'))).toEqual([])
  await hers.getByRole('link', { name: 'Sign in again' }).click()
  await expect(hers).toHaveURL(new RegExp(`returnTo=${encodeURIComponent(SCREEN)}`))
  await db.office.updateMany({ where: { personId }, data: { endedAt: new Date() } })
})
