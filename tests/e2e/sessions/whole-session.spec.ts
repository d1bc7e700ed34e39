import { type Browser, expect, type Page, test } from '@playwright/test'
import { printDate } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { castDelegations, castOfficers } from '@/lib/demonstration/cast'
import { sendResults } from '@/lib/silence/conduct/result-letters'
import { goes } from '@/tests/support/by-links'
import { enter, writesText } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { decides, pressAll, setsUpSession, writesAgenda } from '@/tests/support/page-acts'
import { ages } from '@/tests/support/silent'

// A session from the silence on its dates to its adopted report, by pages alone. Only the clock of the silence is moved.

const { arvenia, belmara } = castDelegations
const DAY = 24 * 3_600_000

/** A day of the seat so many days ago, as a field takes it. */
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)
const [FIRST, LAST] = [daysAgo(20), daysAgo(19)]
const printed = (day: string) => printDate(new Date(day))

test.beforeAll(reachServersDatabase)
test.setTimeout(600_000)

/** Registers the delegations of Arvenia and Belmara by a list. */
async function registers(secretariat: Page, session: string): Promise<void> {
  await goes(secretariat, `${session}/delegations`)
  await goes(secretariat, `${session}/delegations/import`)
  const people = [arvenia, belmara].map(
    ({ name, people: { head } }) =>
      `${name},,${head.name},${head.honorific},${head.email},${head.role},yes`,
  )
  await secretariat.getByLabel('The list').fill(people.join('\n'))
  await secretariat.getByRole('button', { name: 'Check the list' }).click()
  await secretariat.getByRole('button', { name: 'Register all' }).click()
  await secretariat.waitForURL(`**${session}/delegations`)
}

/** Appoints the Chair, a Vice-Chair and the Rapporteur, and enters the capacities of the extended Bureau. */
async function appoints(secretariat: Page, session: string): Promise<void> {
  for (const officer of [castOfficers.chair, castOfficers.viceChair, castOfficers.rapporteur]) {
    await goes(secretariat, `${session}/officers`)
    await secretariat.getByLabel('Office', { exact: true }).selectOption(officer.kind)
    await secretariat.getByLabel('Name', { exact: true }).fill(officer.name)
    await secretariat.getByLabel('E-mail address').fill(officer.email)
    await secretariat.getByRole('button', { name: 'Enter and send the e-mail' }).click()
    await expect(secretariat.getByRole('table').getByText(officer.name)).toBeVisible()
  }
  await goes(secretariat, `${session}/meetings`)
  await goes(secretariat, `${session}/bureau`)
  for (const [capacity, title, { name, email }] of [
    ['regionalGroup', 'Chair of the Group of Western Harbours', arvenia.people.head],
    ['regionalGroup', 'Chair of the Group of Southern Harbours', belmara.people.head],
  ] as const) {
    await secretariat.getByLabel('Kind of capacity').selectOption(capacity)
    await secretariat.getByLabel('Capacity', { exact: true }).fill(title)
    await secretariat.getByLabel('Name', { exact: true }).fill(name)
    await secretariat.getByLabel('E-mail address').fill(email)
    await secretariat.getByRole('button', { name: 'Enter a member' }).click()
    await expect(secretariat.getByRole('table').getByText(title)).toBeVisible()
  }
}

/** Puts the question on the page under silence for four days. */
async function putsUnderSilence(secretariat: Page): Promise<void> {
  const form = secretariat.getByRole('form', { name: 'Open the silence' })
  const until = new Date(Date.now() + 4 * DAY).toISOString().slice(0, 10)
  await form.getByLabel(/Silence lasts until/).fill(`${until}T12:00`)
  await form.getByRole('button', { name: 'Open the silence' }).click()
  await expect(
    secretariat.getByText('Letters to the addresses of the roll are on their way').first(),
  ).toBeVisible()
}

/** The dates are put under silence, broken by one member, revised and approved. */
async function approvesDates(browser: Browser, secretariat: Page, session: string): Promise<void> {
  await goes(secretariat, `${session}/silence`)
  await goes(secretariat, `${session}/silence/new`)
  await secretariat.getByLabel('Subject').selectOption('dates')
  await secretariat.getByLabel('Title', { exact: true }).fill('Dates of the session')
  await secretariat.getByLabel('What is asked').fill('To approve the dates.')
  await secretariat.getByLabel('First day').fill(FIRST)
  await secretariat.getByLabel('Last day').fill(LAST)
  await secretariat.getByLabel('Text', { exact: true }).fill('Two days in the old harbour.')
  await secretariat.getByRole('button', { name: 'Keep the question' }).click()
  await putsUnderSilence(secretariat)
  const question = new URL(secretariat.url()).pathname

  const head = await enter(browser, 'head')
  await goes(head, question)
  await head.getByText('Break the silence …').click()
  await head.getByLabel('Point').fill('The harbour')
  await head.getByLabel('Reason').fill('It is closed in February.')
  await head.getByRole('button', { name: 'Break the silence now' }).click()
  await expect(head.getByText('Your break is in time').first()).toBeVisible()

  await secretariat.reload()
  await secretariat.getByRole('link', { name: 'Put a revised text under silence' }).click()
  await secretariat.getByLabel('First day').fill(FIRST)
  await secretariat.getByLabel('Last day').fill(LAST)
  await secretariat.getByLabel('Text', { exact: true }).fill('Two days in the new harbour.')
  await secretariat.getByRole('button', { name: 'Keep the question' }).click()
  await secretariat.waitForURL((url) => url.pathname !== question && /\d+$/.test(url.pathname))
  await putsUnderSilence(secretariat)
  const { id } = await db.silence.findFirstOrThrow({
    where: { session: { slug: session.split('/')[2]! } },
    orderBy: { preparedAt: 'desc' },
  })
  // The silence must end before the session begins.
  await ages(id, 30 * DAY)
  await sendResults(new Date())
  await secretariat.reload()
  await expect(secretariat.getByText(/Approved via silence procedure on/)).toBeVisible()
  await secretariat.getByRole('button', { name: 'Enter the decision' }).click()
  await expect(secretariat.getByText(/Decision \d+ of the session/)).toBeVisible()
}

/** The Chair hands over the powers; the session opens, adopts its agenda and considers an item with panellists. */
async function sits(browser: Browser, secretariat: Page, session: string): Promise<void> {
  const chair = await enter(browser, 'chair')
  await goes(chair, `${session}/officers`)
  await chair.getByRole('button', { name: /^Hand over/ }).click()
  await expect(chair.getByText(castOfficers.viceChair.name).first()).toBeVisible()

  await goes(secretariat, `${session}/meetings`)
  await secretariat.getByRole('button', { name: 'Make the meetings' }).click()
  await expect(secretariat.getByRole('link', { name: '4th meeting' })).toBeVisible()
  await goes(secretariat, `${session}/steps`)
  const bureau = { 'By whom': 'the extended Bureau', How: 'by silence procedure' }
  await decides(secretariat, 'agendaApproved', { ...bureau, Date: daysAgo(21) })
  const room = { How: 'at a meeting', Date: FIRST, Meeting: `1st, ${printed(FIRST)}` }
  await decides(secretariat, 'opened', { 'By whom': 'the Chair', ...room })
  await expect(secretariat.getByText('Status of the session: open')).toBeVisible()
  await decides(secretariat, 'agendaAdopted', { 'By whom': 'the Group', ...room })
  await expect(secretariat.getByRole('table').getByText('Agenda adopted')).toBeVisible()
  for (const meeting of [1, 2]) {
    await goes(secretariat, `${session}/meetings/${meeting}`)
    await secretariat.getByLabel('2 Safety of harbours').check()
    await secretariat.getByRole('button', { name: 'Save what was considered' }).click()
    await expect(secretariat.getByText('Hours of this item')).toBeVisible()
    await goes(secretariat, `${session}/meetings`)
  }
  await goes(secretariat, `${session}/panellists`)
  await secretariat.getByLabel('Panellists', { exact: true }).fill('Ms. Pia Wharf (Pilots’ Union)')
  await secretariat.getByRole('button', { name: 'Set the panellists' }).click()
  await expect(secretariat.getByText('Ms. Pia Wharf').first()).toBeVisible()
}

/** A State asks for the floor, is given it, and is entered as having spoken. */
async function speaks(browser: Browser, secretariat: Page, session: string): Promise<void> {
  await goes(secretariat, `${session}/speakers`)
  await secretariat.getByLabel('Agenda item').selectOption({ label: '2 Safety of harbours' })
  await secretariat.getByRole('button', { name: 'Set the list' }).click()
  await secretariat.waitForURL(`**${session}/speakers/2`)
  const head = await enter(browser, 'head')
  await goes(head, `${session}/meetings`)
  await goes(head, `${session}/speakers/2`)
  await head.getByRole('button', { name: 'Ask for the floor' }).click()
  await expect(head.getByText('The request is on the list.')).toBeVisible()
  const presiding = await enter(browser, 'viceChair')
  await goes(presiding, `${session}/meetings`)
  await goes(presiding, `${session}/speakers/2`)
  await presiding.getByRole('button', { name: 'Give the floor to Arvenia' }).click()
  await expect(presiding.getByText('has the floor').first()).toBeVisible()
}

/** Arvenia proposes; the Rapporteur lists it; the Secretariat issues the list. */
async function issuesList(browser: Browser, secretariat: Page, session: string): Promise<void> {
  await goes(secretariat, `${session}/periods`)
  await secretariat.getByLabel('Submission of proposals', { exact: true }).check()
  await secretariat
    .getByLabel('Deadline (Vienna time)', { exact: true })
    .fill(`${new Date().getFullYear() + 1}-01-31T18:00`)
  await secretariat.getByRole('button', { name: 'Open it now' }).click()
  await expect(
    secretariat.getByText(`31 January ${new Date().getFullYear() + 1}, 18:00`).first(),
  ).toBeVisible()

  const head = await enter(browser, 'head')
  await goes(head, `${session}/drafts`)
  await head.getByRole('button', { name: 'Write a proposal' }).click()
  await head.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await writesText(head, 'Member States should light their harbours.')
  await head.getByLabel('Recommendation').check()
  await head.getByLabel('Agenda item').selectOption({ label: '2. Safety of harbours' })
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await head.waitForURL(/receipts\/1/)

  const rapporteur = await enter(browser, 'rapporteur')
  await goes(rapporteur, `${session}/list`)
  await rapporteur.getByLabel('Proposal 1 by Arvenia').check()
  await rapporteur.getByLabel('Heading', { exact: true }).fill('Safety of harbours')
  await rapporteur.getByRole('button', { name: 'Place under the heading' }).click()
  await expect(rapporteur.getByText('All proposals are placed.')).toBeVisible()
  await goes(secretariat, `${session}/list`)
  await secretariat.getByRole('link', { name: 'Check before issuing' }).click()
  await secretariat.getByRole('button', { name: /^Issue it/ }).click()
  await expect(secretariat.getByText('It can no longer change.')).toBeVisible()
}

/** The report is released with open places, refused, closed, adopted with one paragraph as orally amended. */
async function adoptsReport(browser: Browser, secretariat: Page, session: string): Promise<Page> {
  const report = `${session}/report`
  await goes(secretariat, report)
  await expect(secretariat.getByRole('region', { name: 'Still open' })).toBeVisible()
  await secretariat.getByRole('button', { name: 'Print it in the report' }).click()
  await expect(secretariat.getByText('Member States should light their harbours.')).toBeVisible()
  await secretariat.getByText('Release the draft …').click()
  await secretariat.getByRole('button', { name: 'Yes: Release the draft' }).click()
  await expect(secretariat.getByText(/\/L\.\d+/).first()).toBeVisible()
  const presiding = await enter(browser, 'viceChair')
  await goes(presiding, report)
  await presiding.getByRole('link', { name: 'Put to adoption' }).click()
  const paragraphs = presiding.getByRole('navigation', { name: 'Paragraphs' })
  const opens = paragraphs.getByRole('link')
  const adopt = presiding.getByRole('button', { name: 'Declare adopted', exact: true })
  await expect(presiding.getByText('paragraphs are pending')).toBeVisible()
  const isOpen = presiding.getByText('A place of this paragraph is still open.')
  for (const link of await opens.all()) {
    await link.click()
    await presiding.waitForLoadState()
    if (await isOpen.isVisible()) break
  }
  await adopt.click()
  await expect(presiding.getByText('still open. Close it')).toBeVisible()

  await goes(secretariat, report)
  await secretariat.reload()
  await pressAll(secretariat, /^The Secretariat completes it/)
  await goes(presiding, report)
  await presiding.getByRole('link', { name: 'Put to adoption' }).click()
  const pending = paragraphs.getByText('pending', { exact: true })
  let left = await pending.count()
  await presiding.getByText('Amend orally').click()
  const text = presiding.getByLabel('Text as orally amended', { exact: true })
  await text.fill(`${await text.innerText()} It was so.`)
  await presiding.getByRole('button', { name: 'Declare adopted as amended' }).click()
  await expect(pending).toHaveCount(left - 1)
  for (left -= 1; left > 0; left -= 1) {
    await adopt.click()
    await expect(pending).toHaveCount(left - 1)
  }
  await presiding.getByLabel('Meeting', { exact: true }).selectOption('4')
  await presiding.getByRole('button', { name: 'Declare the report adopted' }).click()
  await expect(presiding.getByRole('heading', { name: 'Report', exact: true })).toBeVisible()
  return presiding
}

test('a session goes from the silence on its dates to its adopted report', async ({ browser }) => {
  const secretariat = await enter(browser, 'secretariat')
  const session = await test.step('it is set up', async () => {
    const path = await setsUpSession(secretariat, { number: '64', first: FIRST, last: LAST })
    await writesAgenda(secretariat, path, 'Safety of harbours')
    return path
  })
  await test.step('delegations are registered', () => registers(secretariat, session))
  await test.step('officers take their offices', () => appoints(secretariat, session))
  await test.step('its dates pass in silence', () => approvesDates(browser, secretariat, session))
  await test.step('it sits', () => sits(browser, secretariat, session))
  await test.step('it hears a speaker', () => speaks(browser, secretariat, session))
  await test.step('its list is issued', () => issuesList(browser, secretariat, session))
  const presiding = await test.step('its report is adopted', () =>
    adoptsReport(browser, secretariat, session))

  await test.step('the report tells what happened, and is taken away in five forms', async () => {
    for (const words of [
      /approved the dates of .* via silence procedure on/,
      /At its 1st and 2nd/,
      /Ms\. Pia Wharf/,
      /Member States should light their harbours\./,
      new RegExp(`At its 4th meeting, on ${printed(LAST)}`),
    ])
      await expect.soft(presiding.getByText(words).first(), String(words)).toBeVisible()
    for (const name of ['Word', 'PDF', 'Akoma Ntoso', 'JSON']) {
      const [download] = await Promise.all([
        presiding.waitForEvent('download'),
        presiding.getByRole('link', { name, exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/report/)
    }
    await presiding.getByRole('link', { name: 'As a page' }).click()
    await expect(presiding.getByText('Member States should light their harbours.')).toBeVisible()
  })
})
