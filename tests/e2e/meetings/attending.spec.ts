import { expect, type Page, test } from '@playwright/test'
import { castDelegations } from '@/lib/demonstration/cast'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible } from '@/tests/support/journey'
import { setsUpSession } from '@/tests/support/page-acts'

const { arvenia, belmara, corvina, lumeria } = castDelegations
const heads = [corvina, lumeria, arvenia, belmara].map(({ name, people: { head } }) =>
  [name, '', head.name, head.honorific, head.email, head.role, 'yes'].join(','),
)
/** Today at the seat, as a field of a date has it. */
const today = () => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Vienna' }).format(new Date())

/** Sets up a session of one day, today: two meetings with hours, and a third of which only the day is known. */
async function setsUp(secretariat: Page): Promise<string> {
  const days = { first: today(), last: today() }
  const session = await setsUpSession(secretariat, { number: '62', ...days })
  await goes(secretariat, `${session}/delegations/import`)
  await secretariat.getByLabel('The list').fill(heads.join('\n'))
  await secretariat.getByRole('button', { name: 'Check the list' }).click()
  await secretariat.getByRole('button', { name: 'Register all' }).click()
  await secretariat.waitForURL(`**${session}/delegations`)
  await goes(secretariat, `${session}/meetings`)
  await secretariat.getByRole('button', { name: 'Make the meetings' }).click()
  await secretariat.getByLabel('Date').fill(today())
  await secretariat.getByRole('button', { name: 'Add a meeting' }).click()
  await expect(secretariat.getByRole('link', { name: '3rd meeting' })).toBeVisible()
  return session
}

/** The page of the meeting of which only the day is known: its number depends on nothing but that it comes last or first. */
async function signsIn(page: Page, session: string): Promise<void> {
  await goes(page, `${session}/meetings`)
  await goes(page, `${session}/attendance`)
  await page.getByRole('button', { name: 'Sign in Belmara' }).click()
  await expect(page.getByText(/Belmara is signed in at the \w+ meeting/)).toBeVisible()
}

test('who attended is entered by meeting, closed, and listed as a paper', async ({ browser }) => {
  test.slow()
  const secretariat = await enter(browser, 'secretariat')
  const session = await setsUp(secretariat)

  // Ticks are entered quickly, and are restored after an accidental reload.
  await goes(secretariat, `${session}/attendance`)
  await expect(secretariat.getByText('Nobody is entered yet.')).toBeVisible()
  await isAccessible(secretariat)
  await goes(secretariat, `${session}/attendance/entry`)
  const tick = (name: string) => secretariat.getByRole('checkbox', { name, exact: true })
  await tick('Arvenia, 1st').check()
  await tick('Lumeria, 1st').check()
  await secretariat.getByRole('button', { name: 'Tick 2nd as 1st' }).click()
  await expect(tick('Lumeria, 2nd')).toBeChecked()
  await secretariat.reload()
  await expect(tick('Lumeria, 2nd')).toBeChecked()
  await isAccessible(secretariat)

  // A delegation signs in while that page is open, and stays signed in.
  const delegate = await enter(browser, 'belmara')
  await signsIn(delegate, session)
  await isAccessible(delegate)
  await secretariat.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(secretariat.getByText('4 entries were added, nothing was taken off.')).toBeVisible()
  await expect(secretariat.getByText('signed in', { exact: true })).toBeVisible()
  await expect(tick('Arvenia, 1st')).toBeChecked()

  // Without script one meeting at a time, also to take a tick off.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await secretariat.context().storageState(),
  })
  const still = await plain.newPage()
  await still.goto('/')
  await goes(still, `${session}/meetings`)
  await goes(still, `${session}/attendance`)
  await goes(still, `${session}/attendance/entry`)
  await still.getByRole('link', { name: '2nd', exact: true }).click()
  await still.getByRole('checkbox', { name: 'Lumeria, 2nd' }).uncheck()
  await still.getByRole('checkbox', { name: 'Corvina, 2nd' }).check()
  await still.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(still.getByText('1 entry was added, 1 was taken off.')).toBeVisible()
  await plain.close()

  // Counted by meeting and kind; the report prints them in brackets until they are closed.
  await goes(secretariat, `${session}/attendance`)
  const counts = secretariat.getByRole('table', { name: 'Attendance by meeting and kind' })
  await expect(counts.getByRole('row', { name: /^Whole session/ })).toContainText(
    'Member States: 3Observer States: 1All: 4',
  )
  await goes(secretariat, `${session}/report`)
  await expect(
    secretariat.getByText('[three] Member States and [one] observer State'),
  ).toBeVisible()
  await goes(secretariat, `${session}/meetings`)
  await goes(secretariat, `${session}/participants`)
  await expect(secretariat.getByText('No list is issued yet')).toBeVisible()
  await isAccessible(secretariat)
  await secretariat.getByRole('button', { name: 'Issue the list' }).click()
  await expect(secretariat.getByText(/INF\/\d+ is issued\. Everybody can read it\./)).toBeVisible()

  await goes(secretariat, `${session}/attendance`)
  await secretariat.getByRole('button', { name: 'Close the attendance' }).click()
  await expect(secretariat.getByText('The counts are final.', { exact: true })).toBeVisible()
  await isAccessible(secretariat)
  await goes(secretariat, `${session}/report`)
  await expect(secretariat.getByText('three Member States and an observer State')).toBeVisible()

  // Names as the credentials have them, and the list again, as a revision that everybody reads.
  await goes(secretariat, `${session}/meetings`)
  await goes(secretariat, `${session}/participants`)
  await secretariat.getByRole('link', { name: 'Enter the names of Corvina' }).click()
  const names = secretariat.getByLabel('Names as accredited')
  await names.fill(`${await names.inputValue()}, Ambassador\nMr. Ciro Valdes, Counsellor`)
  await isAccessible(secretariat)
  await secretariat.getByRole('button', { name: 'Save the names' }).click()
  await expect(secretariat.getByText('Mr. Ciro Valdes, Counsellor')).toBeVisible()
  await secretariat.getByRole('button', { name: 'Issue the revision' }).click()
  await expect(secretariat.getByText(/INF\/\d+\/Rev\.1 is issued/)).toBeVisible()

  const delegation = await enter(browser, 'head')
  await goes(delegation, `${session}/documents`)
  await delegation.getByRole('link', { name: 'Public page' }).click()
  await delegation.getByRole('link', { name: /Rev\.1$/ }).click()
  await delegation.getByRole('link', { name: 'Read it here' }).click()
  await expect(delegation.getByRole('heading', { name: 'List of participants' })).toBeVisible()
  await expect(delegation.getByText('Mr. Ciro Valdes, Counsellor')).toBeVisible()
  await isAccessible(delegation)
})
