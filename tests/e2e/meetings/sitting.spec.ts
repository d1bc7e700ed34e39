import { expect, type Page, test } from '@playwright/test'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible } from '@/tests/support/journey'
import { decides, setsUpSession, writesAgenda } from '@/tests/support/page-acts'

test('a session is set up, sits, hears speakers and counts who attends', async ({ browser }) => {
  const secretariat = await enter(browser, 'secretariat')
  const session = await setsUpSession(secretariat, {
    number: '61',
    first: '2021-01-18',
    last: '2021-01-19',
  })
  await writesAgenda(secretariat, session, 'Prevention')

  await goes(secretariat, `${session}/meetings`)
  await secretariat.getByRole('button', { name: 'Make the meetings' }).click()
  await expect(secretariat.getByRole('link', { name: '4th meeting' })).toBeVisible()
  await isAccessible(secretariat)

  await goes(secretariat, `${session}/meetings`)
  await goes(secretariat, `${session}/steps`)
  const bureau = { 'By whom': 'the extended Bureau', How: 'by silence procedure' }
  await decides(secretariat, 'datesApproved', { ...bureau, Date: '2020-10-01' })
  await expect(secretariat.getByText('Status of the session: dates approved')).toBeVisible()
  await decides(secretariat, 'agendaApproved', { ...bureau, Date: '2020-11-02' })
  const room = {
    'By whom': 'the Chair',
    How: 'at a meeting',
    Date: '2021-01-18',
    Meeting: '1st, 18 January 2021',
  }
  await decides(secretariat, 'opened', room)
  await expect(secretariat.getByText('Status of the session: open')).toBeVisible()
  await isAccessible(secretariat)

  await goes(secretariat, `${session}/meetings/1`)
  await secretariat.getByLabel('2 Prevention').check()
  await secretariat.getByRole('button', { name: 'Save what was considered' }).click()
  await expect(
    secretariat.getByText('cannot be considered before the agenda is adopted'),
  ).toBeVisible()
  await goes(secretariat, `${session}/meetings`)
  await goes(secretariat, `${session}/steps`)
  await decides(secretariat, 'agendaAdopted', { ...room, 'By whom': 'the Group' })
  await expect(secretariat.getByRole('table').getByText('Agenda adopted')).toBeVisible()
  await goes(secretariat, `${session}/meetings/1`)
  await secretariat.getByLabel('2 Prevention').check()
  await secretariat.getByRole('button', { name: 'Save what was considered' }).click()
  await expect(secretariat.getByText('Hours of this item')).toBeVisible()
  await isAccessible(secretariat)

  await goes(secretariat, `${session}/panellists`)
  await secretariat
    .getByLabel('Panellists', { exact: true })
    .fill('Mr. Aldo Reyne (Arvenia), Ms. Celia Montaro (Corvina)')
  await secretariat.getByRole('button', { name: 'Set the panellists' }).click()
  await expect(secretariat.getByText('Ms. Celia Montaro (Corvina)').first()).toBeVisible()
  await isAccessible(secretariat)

  await goes(secretariat, `${session}/attendance`)
  await secretariat.getByLabel('Member State', { exact: true }).fill('94')
  await secretariat.getByRole('button', { name: 'Save the counts' }).click()
  await expect(secretariat.getByText('The counts are provisional until')).toBeVisible()
  await isAccessible(secretariat)
})

test('a delegation asks for the floor, the Chair orders the list and gives it', async ({
  browser,
}) => {
  const session = '/sessions/sixth-session-2020'
  const secretariat = await enter(browser, 'secretariat')
  await goes(secretariat, `${session}/meetings`)
  await goes(secretariat, `${session}/speakers`)
  await secretariat.getByLabel('Agenda item').selectOption({ label: '3 Prevention' })
  await secretariat.getByLabel('Rule of the order').fill('Groups of States first.')
  await secretariat.getByRole('button', { name: 'Set the list' }).click()
  await secretariat.waitForURL(`**${session}/speakers/3`)
  await isAccessible(secretariat)
  // A list that is set is changed on its own page, where it stands as it is.
  await expect(secretariat.getByLabel('Rule of the order')).toHaveValue('Groups of States first.')

  const asked: Page[] = []
  for (const viewer of ['head', 'belmara'] as const) {
    const delegate = await enter(browser, viewer)
    asked.push(delegate)
    await goes(delegate, `${session}/meetings`)
    await goes(delegate, `${session}/speakers/3`)
    await delegate.getByRole('button', { name: 'Ask for the floor' }).click()
    await expect(delegate.getByText('The request is on the list.')).toBeVisible()
    await isAccessible(delegate)
  }
  // A reader of the list sees the new names at once, and redraws the list on demand.
  await expect(asked[0]!.getByText('New on the list: Belmara.')).toBeVisible()
  await isAccessible(asked[0]!)
  await asked[0]!.getByRole('button', { name: 'Show the changes' }).click()
  await expect(asked[0]!.locator('ol > li')).toHaveCount(2)
  const chair = await enter(browser, 'chair')
  await goes(chair, `${session}/meetings`)
  await goes(chair, `${session}/speakers/3`)
  await chair.getByRole('button', { name: 'Move Belmara to the first place' }).click()
  await expect(chair.locator('ol > li').first()).toContainText('Belmara')
  await chair.getByRole('button', { name: 'Give the floor to Belmara' }).click()
  await expect(chair.getByText('has the floor').first()).toBeVisible()

  // The room's screen shows who speaks, and how long; a point of order stops the time.
  const room = await enter(browser, 'viceChair')
  await goes(room, `${session}/meetings`)
  await goes(room, `${session}/speakers/3`)
  await room.getByRole('link', { name: 'Screen' }).first().click()
  await room.waitForURL(`**${session}/screen`)
  const clock = room.getByRole('region', { name: 'Who has the floor' })
  await expect(clock).toContainText('Belmara')
  await expect(clock.getByRole('timer')).toHaveText(/^0:\d\d of 5 minutes$/)
  const seconds = async () =>
    Number((await clock.getByRole('timer').textContent())!.match(/:(\d\d)/)![1])
  const before = await seconds()
  await expect.poll(seconds).toBeGreaterThan(before)
  await isAccessible(room)
  await chair.getByRole('button', { name: 'Give the floor to Arvenia' }).click()
  await expect(clock).toContainText('Arvenia')
})
