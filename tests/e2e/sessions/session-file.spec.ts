import { expect, test } from '@playwright/test'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible } from '@/tests/support/journey'

const sessionFile = {
  // Other journeys make groups of their own.
  group: {
    name: 'Expert Group to Conduct a Comprehensive Study on Cybercrime',
    symbolRoot: 'UNODC/CCPCJ/EG.4',
  },
  session: { ordinal: 65, place: 'Vienna', startsOn: '2024-01-29', endsOn: '2024-01-31' },
  decisions: [
    { what: 'agendaAdopted', by: 'group', how: 'meeting', date: '2024-01-29', meeting: 1 },
  ],
  agenda: [
    { item: 1, title: 'Opening of the session' },
    { item: 2, title: 'Safety of harbours' },
  ],
  meetings: [{ number: 1, date: '2024-01-29', startsAt: '10:00', endsAt: '13:00', items: [2] }],
  panellists: [{ item: 2, honorific: 'Ms.', name: 'Pia Harbour', organization: 'Pilots’ Union' }],
}

test('a session file is checked, its faults are named, and it is written whole', async ({
  browser,
}) => {
  const secretariat = await enter(browser, 'secretariat')
  await goes(secretariat, '/sessions')
  await secretariat.getByRole('link', { name: 'Import a session' }).click()
  await isAccessible(secretariat)
  const field = secretariat.getByRole('textbox', { name: 'The file' })
  const check = secretariat.getByRole('button', { name: 'Check' })
  const write = secretariat.getByRole('button', { name: 'Set up the session' })

  const faulty = { ...sessionFile, meetings: [{ number: 1, date: '2024-02-29', items: [7] }] }
  await field.fill(JSON.stringify(faulty, null, 2))
  await check.click()
  await expect(secretariat.getByText(/^meetings\[0\]/).first()).toBeVisible()
  await expect(write).toHaveCount(0)
  await expect(field).toHaveValue(/2024-02-29/)

  await field.fill(JSON.stringify(sessionFile, null, 2))
  await expect(secretariat.getByText('The text has changed. Check it again.')).toBeVisible()
  await check.click()
  await expect(secretariat.getByText('2. Safety of harbours')).toBeVisible()
  await expect(
    secretariat.getByText('1st meeting, 29 January 2024, 10:00–13:00, agenda item 2'),
  ).toBeVisible()
  await isAccessible(secretariat)
  await write.click()
  await expect(secretariat.getByText('The session was set up from the file.')).toBeVisible()
  await expect(secretariat.getByText('Safety of harbours').first()).toBeVisible()

  // The same file again finds facts there, and writes nothing.
  await goes(secretariat, '/sessions')
  await secretariat.getByRole('link', { name: 'Import a session' }).click()
  await field.fill(JSON.stringify(sessionFile))
  await check.click()
  await write.click()
  await expect(secretariat.getByRole('alert').first()).toBeVisible()
  await expect(field).toHaveValue(/Safety of harbours/)
})
