import { expect, test } from '@playwright/test'
import { castDelegations } from '@/lib/demonstration/cast'
import { enter, isAccessible } from '@/tests/support/journey'
import { choosesGroup } from '@/tests/support/page-acts'

const { arvenia, belmara } = castDelegations
const people = [arvenia, belmara].flatMap(({ name, people: { head, adviser } }) =>
  [head, adviser].map(
    (person) =>
      `${name},,${person.name},${person.honorific},${person.email},${person.role},${person.maySubmit ? 'yes' : 'no'}`,
  ),
)

test('the Secretariat sets up a session, its agenda, delegations, officers and periods', async ({
  browser,
}) => {
  const secretariat = await enter(browser, 'secretariat', '/sessions/new')
  await isAccessible(secretariat)
  await choosesGroup(secretariat)
  await secretariat.getByLabel('Number', { exact: true }).fill('60')
  await secretariat.getByLabel('First day').fill('2021-01-11')
  await secretariat.getByLabel('Last day').fill('2021-01-13')
  await secretariat.getByLabel('Place', { exact: true }).fill('Vienna')
  await secretariat.getByLabel('Topical session').check()
  await secretariat.getByLabel('In person').check()
  await secretariat.getByRole('button', { name: 'Set up the session' }).click()
  await secretariat.waitForURL((url) => /^\/sessions\/(?!new)/.test(url.pathname))
  const session = new URL(secretariat.url()).pathname
  await isAccessible(secretariat)

  await secretariat.goto(`${session}/agenda`)
  await secretariat.getByLabel('Line 1: Title').fill('Organizational matters')
  await secretariat.getByLabel('Line 1: Kind').selectOption('organizational')
  await secretariat.getByLabel('Line 2: Title').fill('Prevention')
  await isAccessible(secretariat)
  await secretariat.getByRole('button', { name: 'Save the agenda' }).click()
  await expect(secretariat.getByText('Prevention').first()).toBeVisible()

  await secretariat.goto(`${session}/delegations/import`)
  const list = secretariat.getByLabel('The list')
  await list.fill(`${people.join('\n')}\nAtlantis,,Nemo,Mr.,nemo@atlantis.example,head,yes`)
  await secretariat.getByRole('button', { name: 'Check the list' }).click()
  await expect(secretariat.getByText('Nothing is registered').first()).toBeVisible()
  await isAccessible(secretariat)
  await list.fill(people.join('\n'))
  await secretariat.getByRole('button', { name: 'Check the list' }).click()
  await secretariat.getByRole('button', { name: 'Register all' }).click()
  await secretariat.waitForURL(`**${session}/delegations`)
  await expect(secretariat.getByRole('link', { name: 'Arvenia' })).toBeVisible()
  await isAccessible(secretariat)

  await secretariat.goto(`${session}/officers`)
  await secretariat.getByLabel('Office', { exact: true }).selectOption('rapporteur')
  await secretariat.getByLabel('Name', { exact: true }).fill('Ruta Melander')
  await secretariat.getByLabel('E-mail address').fill('ruta.melander@rapporteur.example')
  await secretariat.getByRole('button', { name: 'Enter and send the e-mail' }).click()
  await expect(secretariat.getByText('Ruta Melander')).toBeVisible()
  await isAccessible(secretariat)

  await secretariat.goto(`${session}/periods`)
  for (const kind of ['Submission of proposals', 'Comments']) {
    await secretariat.getByLabel(kind, { exact: true }).check()
    await secretariat
      .getByLabel('Deadline (Vienna time)', { exact: true })
      .fill(`${new Date().getFullYear() + 1}-01-31T18:00`)
    await secretariat.getByRole('button', { name: 'Open it now' }).click()
    await expect(
      secretariat.getByText(`31 January ${new Date().getFullYear() + 1}, 18:00`).first(),
    ).toBeVisible()
  }
  await isAccessible(secretariat)
})
