import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { castDelegations } from '@/lib/demonstration/cast'
import { enter, isAccessible, opensStockTaking, selects, visit } from '@/tests/support/journey'
import { proposes } from '@/tests/support/suggesting'

// The whole way of a proposal, from a session that the Secretariat sets up to the adopted list, by the
// people of the cast, each in a browser of their own.

const { arvenia, belmara } = castDelegations
const people = [arvenia, belmara].flatMap(({ name, people: { head, adviser } }) =>
  [head, adviser].map(
    (one) =>
      `${name},,${one.name},${one.honorific},${one.email},${one.role},${one.maySubmit ? 'yes' : 'no'}`,
  ),
)

async function downloaded(page: Page, address: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate((href) => {
      const link = document.createElement('a')
      link.href = href
      link.download = ''
      document.body.append(link)
      link.click()
    }, address),
  ])
  return readFile(await file.path())
}

test('from a session that is set up to the adopted list', async ({ browser }) => {
  // A. The Secretariat sets up a session, its agenda, its delegations and its officers, and opens the period.
  const secretariat = await enter(browser, 'secretariat', '/sessions/new')
  await isAccessible(secretariat)
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
  await secretariat.getByRole('button', { name: 'Enter and write to them' }).click()
  await expect(secretariat.getByText('Ruta Melander')).toBeVisible()
  await isAccessible(secretariat)

  await secretariat.goto(`${session}/periods`)
  for (const kind of ['Submission of proposals', 'Comments']) {
    await secretariat.getByLabel(kind, { exact: true }).check()
    await secretariat.getByLabel('Deadline (Vienna time)', { exact: true }).fill('2035-01-31T18:00')
    await secretariat.getByRole('button', { name: 'Open it now' }).click()
    await expect(secretariat.getByText('31 January 2035, 18:00').first()).toBeVisible()
  }
  await isAccessible(secretariat)

  // B. Delegations propose.
  const arveniaHead = await enter(browser, 'head', session)
  const first = await proposes(
    arveniaHead,
    session,
    'Member States should train teachers. They should train teachers again.',
  )
  const second = await proposes(arveniaHead, session, 'Member States should consider a campaign.')
  const belmaraHead = await enter(browser, 'belmara', session)
  await proposes(belmaraHead, session, 'Member States should train every teacher.')

  // C. Another delegation filters, reads, co-sponsors and comments on a passage.
  await belmaraHead.goto(`${session}/proposals?delegation=Arvenia&words=teach`)
  await expect(belmaraHead.getByText('1 proposal of 3')).toBeVisible()
  await belmaraHead.goto(first)
  await belmaraHead.getByRole('button', { name: 'Co-sponsor this text' }).click()
  await expect(belmaraHead.getByText('Co-sponsored by Belmara')).toBeVisible()
  await selects(belmaraHead, 'train teachers', { last: true })
  await belmaraHead.getByRole('link', { name: 'Comment on the selected words' }).press('Enter')
  await expect(belmaraHead.getByLabel('Supports', { exact: true })).toBeFocused()
  await expect(belmaraHead.getByLabel('Passage')).toHaveValue('train teachers')
  await belmaraHead.reload()
  await selects(belmaraHead, 'train teachers', { last: true })
  await belmaraHead.getByRole('button', { name: 'Use the words that you selected' }).click()
  await belmaraHead.getByLabel('Supports', { exact: true }).check()
  await belmaraHead.getByLabel('Comment', { exact: true }).fill('We train them already.')
  await belmaraHead.getByRole('button', { name: "Release as our delegation's comment" }).click()
  await expect(belmaraHead.getByText('We train them already.')).toBeVisible()
  // Of the equal phrases it is the selected one that leads to the comment.
  const beforeLink = (text: Element) => text.querySelector('a')?.previousSibling?.textContent
  await expect
    .poll(() => belmaraHead.locator('#text p').first().evaluate(beforeLink))
    .toBe('Member States should train teachers. They should ')
  await isAccessible(belmaraHead)
  await arveniaHead.goto(first)
  await arveniaHead.getByRole('link', { name: 'Answer' }).click()
  await arveniaHead.getByLabel('General remark').check()
  await arveniaHead.getByLabel('Comment', { exact: true }).fill('We thank Belmara.')
  await arveniaHead.getByRole('button', { name: "Release as our delegation's comment" }).click()
  await expect(arveniaHead.getByText('We thank Belmara.')).toBeVisible()

  // D. The author withdraws one (revising and comparing are played in proposing.spec.ts).
  await arveniaHead.goto(second)
  await arveniaHead.getByRole('link', { name: 'Withdraw' }).click()
  await arveniaHead.getByRole('button', { name: 'Withdraw the proposal' }).click()
  await expect(arveniaHead.getByText('Withdrawn by Arvenia')).toBeVisible()

  // E. The Rapporteur compiles by keyboard and button; delegations see nothing before it is issued.
  const rapporteur = await enter(browser, 'rapporteur', `${session}/list`)
  await expect(rapporteur.getByText('2 proposals are not on the list yet.')).toBeVisible()
  await rapporteur.getByLabel('Proposal 1 by Arvenia').check()
  await rapporteur.getByLabel('Proposal 3 by Belmara').check()
  await rapporteur.getByLabel('Heading', { exact: true }).fill('Prevention')
  await rapporteur.getByRole('button', { name: 'Place under the heading' }).click()
  await expect(rapporteur.getByText('All proposals are placed.')).toBeVisible()
  await isAccessible(rapporteur)
  const items = rapporteur.locator('ol > li .text-of-record')
  await expect(items).toHaveText([/train teachers/, /train every teacher/])
  await expect(rapporteur.getByText('Press space to take the item').first()).toBeAttached()
  const handle = rapporteur.getByRole('button', { name: /^Move item \(a\):/ })
  await handle.focus()
  await rapporteur.keyboard.press('Space')
  await expect(rapporteur.getByText('At place 1 under “Prevention”.')).toBeAttached()
  await rapporteur.keyboard.press('ArrowDown')
  await expect(rapporteur.getByText('At place 2 under “Prevention”.')).toBeAttached()
  await rapporteur.keyboard.press('Space')
  await expect(rapporteur.getByText('Item moved to place 2.')).toBeAttached()
  await rapporteur.reload()
  await expect(items).toHaveText([/train every teacher/, /train teachers/])
  expect((await belmaraHead.goto(`${session}/list`))?.status()).toBe(404)
  const slug = session.split('/')[2]!
  const stranger = await visit(browser, '/public')
  expect((await stranger.goto(`/public/${slug}/list`))?.status()).toBe(404)

  await secretariat.goto(`${session}/list`)
  await secretariat.getByRole('link', { name: 'Check before issuing' }).click()
  await isAccessible(secretariat)
  await secretariat.getByRole('button', { name: 'Issue it now' }).click()
  await expect(secretariat.getByText('It does not change any more.')).toBeVisible()
  await isAccessible(secretariat)

  await stranger.goto('/public')
  await isAccessible(stranger)
  await stranger.goto(`/public/${slug}/list`)
  await expect(
    stranger.getByText(
      'Member States should train teachers. They should train teachers again. (Arvenia and Belmara)',
    ),
  ).toBeVisible()
  expect(await stranger.locator('script').count()).toBe(0)
  await isAccessible(stranger)
  await stranger.getByRole('link', { name: 'Without attribution' }).click()
  await expect(stranger.getByText('Arvenia')).toHaveCount(0)

  // F. At the stock-taking an item is made of two; all others are settled; the Chair declares it adopted.
  const desk = '/sessions/seventh-session-2021/consolidation'
  await opensStockTaking(secretariat, desk)
  await rapporteur.goto(desk)
  await expect(rapporteur.getByText('0 of 17 items have an outcome')).toBeVisible()
  await isAccessible(rapporteur)
  await rapporteur.goto(`${desk}?words=teacher`)
  await isAccessible(rapporteur)
  for (const box of await rapporteur.getByRole('checkbox').all()) await box.check()
  await rapporteur.getByRole('button', { name: 'Make an item of the ticked' }).click()
  await rapporteur
    .getByLabel('Text', { exact: true })
    .fill('Member States should train all teachers.')
  await rapporteur.getByLabel('Recommendation').check()
  await rapporteur
    .getByLabel(/^(Or a new|New) heading|^Heading/)
    .last()
    .fill('Prevention')
  await rapporteur.getByLabel('Reason').first().fill('Both ask for the same.')
  await isAccessible(rapporteur)
  await rapporteur.getByRole('button', { name: 'Make the item' }).click()
  await expect(
    rapporteur.getByText('Member States should train all teachers.').first(),
  ).toBeVisible()
  const chair = await enter(browser, 'chair', desk)
  await expect(chair.getByRole('link', { name: 'Check before adoption' })).toHaveCount(0)
  await rapporteur.goto(`${desk}?outcome=none`)
  for (const box of await rapporteur.getByRole('checkbox').all()) await box.check()
  await rapporteur.getByRole('button', { name: 'Set the ticked aside' }).click()
  await rapporteur.getByLabel('Deferred').check()
  await rapporteur.getByLabel('Reason').fill('For the next mandate.')
  await isAccessible(rapporteur)
  await rapporteur.getByRole('button', { name: 'Give this outcome' }).click()
  await expect(
    rapporteur
      .getByText('No item matches.')
      .or(rapporteur.getByText(/have an outcome/))
      .first(),
  ).toBeVisible()
  await chair.goto(desk)
  await chair.getByRole('link', { name: 'Check before adoption' }).click()
  await isAccessible(chair)
  await chair.getByLabel('Meeting at which it is adopted').selectOption('6')
  await chair.getByRole('button', { name: 'Declare the list adopted' }).click()
  await expect(chair.getByText('Adopted by consensus at meeting 6')).toBeVisible()
  await isAccessible(chair)

  // G. The list is taken along in every form, the same bytes each time.
  await secretariat.goto(`${session}/list`)
  for (const format of ['docx', 'csv', 'json']) {
    const address = `${session}/list/export?format=${format}`
    const once = await downloaded(secretariat, address)
    expect(once.equals(await downloaded(secretariat, address))).toBe(true)
    if (format === 'csv') expect(once.toString()).toContain('Member States should train teachers.')
  }

  // The record shows every act, with the hash of what was made known.
  await arveniaHead.goto(`${session}/record`)
  await expect(arveniaHead.getByText('issued the preliminary list (2 items)')).toBeVisible()
  await isAccessible(arveniaHead)
})
