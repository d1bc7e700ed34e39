import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { paths } from '@/lib/paths'
import { coSponsorProposal } from '@/lib/proposals/act-commands'
import { enter, isAccessible, visit } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
const { submits } = proposing(() => cast)

/** A session in which Arvenia, with Belmara as co-sponsor, and Belmara have proposed. */
async function twoProposals(): Promise<string> {
  reachServersDatabase()
  cast = await scenario()
  const text = 'Member States should train teachers. They should train teachers again.'
  const { proposalId } = await submits(cast.arvenia.head, { text })
  await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
  await submits(cast.belmara.head, { text: 'Member States should train every teacher.' })
  return paths.session(cast.session.slug)
}

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

test('a list is compiled, issued, read in public and taken along', async ({ browser }) => {
  const session = await twoProposals()
  const rapporteur = await enter(browser, 'rapporteur', `${session}/list`)
  await expect(rapporteur.getByText('2 proposals are not on the list yet.')).toBeVisible()
  await rapporteur.getByLabel('Proposal 1 by Arvenia').check()
  await rapporteur.getByLabel('Proposal 2 by Belmara').check()
  await rapporteur.getByLabel('Heading', { exact: true }).fill('Prevention')
  await rapporteur.getByRole('button', { name: 'Place under the heading' }).click()
  await expect(rapporteur.getByText('All proposals are placed.')).toBeVisible()
  await isAccessible(rapporteur)
  const items = rapporteur.locator('ol > li .text-of-record')
  await expect(items).toHaveText([/train teachers/, /train every teacher/])
  await expect(rapporteur.getByText('Press space to pick up the item').first()).toBeAttached()
  const handle = rapporteur.getByRole('button', { name: /^Move item \(a\):/ })
  await handle.focus()
  await rapporteur.keyboard.press('Space')
  await expect(rapporteur.getByText('Position 1 under “Prevention”.')).toBeAttached()
  await rapporteur.keyboard.press('ArrowDown')
  await expect(rapporteur.getByText('Position 2 under “Prevention”.')).toBeAttached()
  await rapporteur.keyboard.press('Space')
  await expect(rapporteur.getByText('Item moved to position 2.')).toBeAttached()
  await rapporteur.reload()
  await expect(items).toHaveText([/train every teacher/, /train teachers/])
  const belmaraHead = await enter(browser, 'belmara', session)
  expect((await belmaraHead.goto(`${session}/list`))?.status()).toBe(404)
  const slug = session.split('/')[2]!
  const stranger = await visit(browser, '/public')
  expect((await stranger.goto(`/public/${slug}/list`))?.status()).toBe(404)

  const secretariat = await enter(browser, 'secretariat', `${session}/list`)
  await secretariat.getByRole('link', { name: 'Check before issuing' }).click()
  await isAccessible(secretariat)
  await secretariat.getByRole('button', { name: 'Issue it now' }).click()
  await expect(secretariat.getByText('It can no longer change.')).toBeVisible()
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

  // It is taken along in every form, the same bytes each time.
  for (const format of ['docx', 'csv', 'json']) {
    const address = `${session}/list/export?format=${format}`
    const once = await downloaded(secretariat, address)
    expect(once.equals(await downloaded(secretariat, address))).toBe(true)
    if (format === 'csv') expect(once.toString()).toContain('Member States should train teachers.')
  }

  // The record shows every act, with the hash of the published text.
  await belmaraHead.goto(`${session}/record`)
  await expect(belmaraHead.getByText('issued the preliminary list (2 items)')).toBeVisible()
  await isAccessible(belmaraHead)
})
