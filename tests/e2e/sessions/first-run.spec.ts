import { expect, type Page, test } from '@playwright/test'
import { startScratchDatabase } from '@/lib/db/embedded/scratch'
import { isAccessible, visit } from '@/tests/support/journey'
import { spawnServer } from '@/tests/support/server-process'

const AUTH_SECRET = 'a secret of the tests, long enough to pass'
const ADDRESS = 'first.person@harbours.example'

/** The sign-in link that the command of the README prints, once. */
async function invites(env: Record<string, string>, APP_URL: string): Promise<string> {
  const args = ['scripts/stocktake.cjs', 'invite', ADDRESS, '--office', 'secretariat']
  const program = spawnServer({ ...env, APP_URL }, { command: [process.execPath, ...args] })
  expect(await program.ended(), program.said()).toBe(0)
  return /^ +(http\S+)$/m.exec(program.said())![1]!
}

async function namesTheGroup(page: Page): Promise<void> {
  const fields = {
    Name: 'Working Group on Harbours',
    'Short name': 'Harbours',
    'Root of symbols': 'A/AC.999',
    'Parent body': 'Harbour Commission',
    Seat: 'Tokyo',
    'Silence lasts at least (hours)': '48',
  }
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await page.getByLabel('meeting (“sixth meeting”)').check()
  await page.getByLabel('Observer States may propose').check()
  await page.getByLabel('Body', { exact: true }).first().fill('General Assembly')
  await page.getByLabel('Number of the resolution').first().fill('74/173')
  await page.getByLabel('Date', { exact: true }).first().fill('2019-12-18')
}

/** The first session says what it needs, in that order, and no other act is the largest on its pages. */
async function isLedOn(page: Page): Promise<void> {
  await expect(
    page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link', { name: /^(?:Enter the|Register the|Make the) / }),
  ).toHaveText([
    'Enter the agenda: a proposal belongs to an agenda item',
    'Register the delegations',
    'Enter the Chair and the Rapporteur',
    'Make the meetings from the dates of the session',
  ])
  await expect(page.locator('.button-main')).toHaveCount(0)
  await page.getByRole('link', { name: 'Read the proposals' }).click()
  await page.getByRole('link', { name: 'Open the submission of proposals' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Periods')
}

test('an installation of one’s own is set up by its pages alone, and visitors wait calmly', {
  tag: '@night',
}, async ({ browser }) => {
  const cluster = await startScratchDatabase()
  const env = { DATABASE_URL: cluster.url(), AUTH_SECRET }
  const server = spawnServer(env)
  try {
    const url = await server.ready()
    expect(server.said()).toContain('npm run stocktake -- invite you@example.org')

    const visitor = await visit(browser, url)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This site is being set up')
    await isAccessible(visitor)
    await visitor.goto(`${url}/public`)
    await expect(visitor).toHaveURL(`${url}/set-up`)
    await visitor.getByRole('link', { name: 'Sign in' }).first().click()
    await expect(visitor).toHaveURL(`${url}/sign-in`)

    const page = await visit(browser, await invites(env, url))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(`${url}/set-up`)
    await isAccessible(page)
    await page.goto(`${url}/sessions/new`)
    await expect(page).toHaveURL(`${url}/set-up`)

    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByText('Please correct the marked fields')).toBeVisible()
    await namesTheGroup(page)
    await page.getByLabel('Body', { exact: true }).first().fill('')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByText('Please fill in this field.')).toHaveCount(1)
    await expect(page.getByLabel('Seat')).toHaveValue('Tokyo')
    await page.getByLabel('Body', { exact: true }).first().fill('General Assembly')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByRole('heading', { name: 'Is this right?' })).toBeVisible()
    await expect(page.getByText('General Assembly 74/173 (2019-12-18)')).toBeVisible()
    await expect(page.getByLabel('Seat')).toBeHidden()
    await isAccessible(page)
    await page.getByRole('button', { name: 'Change something' }).click()
    await expect(page.getByLabel('Seat')).toHaveValue('Tokyo')
    await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
    await expect(page.getByLabel('Observer States may propose')).toBeChecked()
    await page.getByLabel('Short name').fill('Working Group')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Set up the group' }).click()

    await expect(page).toHaveURL(`${url}/sessions/new`)
    await expect(page.getByText('Now plan its first session')).toBeVisible()
    await expect(page.getByLabel('Place')).toHaveValue('Tokyo')
    await page.getByLabel('First day').fill('2027-01-11')
    await page.getByLabel('Last day').fill('2027-01-13')
    await page.getByLabel('Topical session').check()
    await page.getByLabel('In person').check()
    await page.getByRole('button', { name: 'Set up the session' }).click()
    await expect(page).toHaveURL(`${url}/sessions/first-session-2027`)
    await isLedOn(page)
    await page.goto(`${url}/groups`)
    await page.getByRole('link', { name: 'Working Group on Harbours' }).click()
    await expect(page.getByLabel('Silence lasts at least (hours)')).toHaveValue('48')
    await expect(page.getByText('General Assembly 74/173 (2019-12-18)')).toBeVisible()

    await visitor.goto(url)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Working Group on Harbours')
    await page.goto(`${url}/set-up`)
    await expect(page).toHaveURL(`${url}/sessions`)
  } finally {
    await server.stop()
    await cluster.stop()
  }
})
