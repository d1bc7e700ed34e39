import { expect, test } from '@playwright/test'
import { enter, isAccessible, visit, writesText } from '@/tests/support/journey'
import { ownSession, proposes, releases, writesChange } from '@/tests/support/suggesting'

const base = (mark: string) => `Member States should keep records ${mark} of all requests.`

test('States suggest changes that agree and collide; the author reads them woven, revises, and each is labelled', async ({
  browser,
}) => {
  const mark = `A${Date.now()}`
  const text = base(mark)
  const head = await enter(browser, 'head', '/')
  const proposal = await proposes(head, await ownSession(), text)
  const amendments = `${proposal}/amendments`

  // The text itself is edited, and the change is marked while one types.
  const belmara = await enter(browser, 'belmara', '/')
  await writesChange(belmara, proposal, text.replace('keep', 'share'), 'Sharing is the purpose.')
  await expect(belmara.getByTestId('live-change').locator('del')).toHaveText('keep')
  await expect(belmara.getByTestId('live-change').locator('ins')).toHaveText('share')
  await isAccessible(belmara)
  const draft = new URL(belmara.url()).pathname

  // Nobody else finds the draft before its release.
  for (const address of [draft, `${draft}/check`])
    expect((await head.goto(address))?.status()).toBe(404)
  await head.goto(amendments)
  await expect(head.getByText('No changes are suggested yet')).toBeVisible()
  expect(new URL((await visit(browser, draft)).url()).pathname).toBe('/sign-in')
  await belmara.getByRole('button', { name: 'Check before releasing' }).click()
  await belmara.waitForURL(/check$/)
  await isAccessible(belmara)
  await belmara.getByRole('link', { name: 'Go on writing' }).click()
  await belmara.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await releases(belmara)
  await isAccessible(belmara)

  // One State agrees and adds words elsewhere, one collides, one joins.
  const corvina = await enter(browser, 'corvina', '/')
  await writesChange(
    corvina,
    proposal,
    text.replace('keep', 'share').replace('all requests', 'all urgent requests'),
    'Urgent ones first.',
  )
  await releases(corvina)
  const doranta = await enter(browser, 'doranta', '/')
  await writesChange(doranta, proposal, text.replace('keep', 'publish'), 'Openness.')
  await releases(doranta)
  const estavia = await enter(browser, 'estavia', `${amendments}/3`)
  await estavia.locator('summary', { hasText: 'Co-sponsor this change' }).click()
  await expect(estavia.getByText('Estavia will be shown as co-sponsor')).toBeVisible()
  await estavia.getByRole('button', { name: 'Yes: Co-sponsor this change' }).click()
  await expect(estavia.getByText('Co-sponsored by Estavia')).toBeVisible()
  await estavia.getByRole('textbox', { name: 'Answer' }).fill('We can go along with either verb.')
  await estavia.getByRole('button', { name: 'Release the answer' }).click()
  await expect(estavia.getByText('We can go along with either verb.')).toBeVisible()
  await isAccessible(estavia)

  // An amendment that changes nothing is refused, with its words kept.
  await writesChange(estavia, proposal, text, 'Nothing at all.')
  await estavia.getByRole('button', { name: 'Check before releasing' }).click()
  await estavia.waitForURL(/check$/)
  await estavia.getByRole('button', { name: 'Release for Estavia' }).click()
  await expect(estavia.getByText('The text is unchanged. Change it first')).toBeVisible()

  // The author reads all of them in one text, without JavaScript too, and one State's alone.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await head.context().storageState(),
  })
  const still = await plain.newPage()
  await still.goto(amendments)
  for (const page of [still, head]) {
    await page.goto(amendments)
    const woven = page.getByTestId('woven-text')
    await expect(woven.locator('ins')).toHaveText(['publish', 'share', 'urgent'])
    await expect(page.getByText('2 suggestions collide')).toBeVisible()
    await expect(page.getByTestId('places')).toContainText('Belmara, Corvina (2 delegations)')
    await expect(page.getByTestId('places')).toContainText('Doranta, Estavia (2 delegations)')
  }
  await isAccessible(head)
  await head.getByLabel('Woven in').selectOption({ label: 'Estavia' })
  await head.waitForURL(/show=state-/)
  await expect(head.getByTestId('woven-text').locator('ins')).toHaveText(['publish'])

  // A person who is writing a suggestion is told that the author revised.
  const fourth = await enter(browser, 'estavia', '/')
  await writesChange(fourth, proposal, text.replace('records', 'short records'), 'Brevity.')
  await head.goto(proposal)
  await head.getByRole('button', { name: 'Revise' }).click()
  await head.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await writesText(head, text.replace('keep', 'share').replace('of all', 'of nearly all'))
  await head.getByLabel('Reason for the revision').fill('As Belmara suggests.')
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await head.waitForURL(/receipts\/2/)
  await fourth.reload()
  await expect(fourth.getByText('The proposal was revised while you wrote')).toBeVisible()
  await isAccessible(fourth)
  await fourth.getByRole('button', { name: 'Carry over to revision 2' }).click()
  await expect(fourth.getByText('The proposal was revised while you wrote')).toHaveCount(0)
  await expect(fourth.locator('.ProseMirror')).toHaveText(
    `Member States should share short records ${mark} of nearly all requests.`,
  )

  // Each amendment to revision 1 shows its state on revision 2; none is dropped.
  await head.goto(amendments)
  const lines = head.getByTestId('amendments').getByRole('listitem')
  await expect(lines.nth(0)).toContainText('Already included')
  await expect(lines.nth(1)).toContainText('Applies')
  await expect(lines.nth(2)).toContainText('Needs attention')
  await expect(lines).toHaveCount(3)
  await isAccessible(head)

  // A delegation withdraws its amendment; it stays readable.
  await doranta.goto(`${amendments}/3`)
  await doranta.getByRole('link', { name: 'Withdraw' }).click()
  await doranta.waitForURL(/withdraw$/)
  await isAccessible(doranta)
  await doranta.getByLabel('Reason').fill('Settled in the corridor.')
  await doranta.getByRole('button', { name: 'Withdraw the suggested change' }).click()
  await expect(doranta.getByText('Reason given: Settled in the corridor.')).toBeVisible()
  await head.reload()
  await expect(lines.nth(2)).toContainText('Withdrawn')
})

test('a draft of a suggested change is discarded after a question, and put back', {
  tag: '@night',
}, async ({ browser }) => {
  const head = await enter(browser, 'head', '/')
  const text = base(`D${Date.now()}`)
  const proposal = await proposes(head, await ownSession(), text)
  const belmara = await enter(browser, 'belmara', '/')
  await writesChange(belmara, proposal, text.replace('keep', 'share'), 'Sharing is the purpose.')
  const draft = new URL(belmara.url()).pathname
  await belmara.getByText('Discard this draft …').click()
  await expect(belmara.getByText('Your delegation can put the draft back')).toBeVisible()
  await belmara.getByRole('button', { name: /Discard this draft/ }).click()
  await expect(belmara.getByText('You discarded this draft just now.')).toBeVisible()
  await isAccessible(belmara)
  await belmara.getByRole('button', { name: 'Put back' }).click()
  await belmara.waitForURL(draft)
  await expect(belmara.getByLabel('Reason')).toHaveValue('Sharing is the purpose.')
})
