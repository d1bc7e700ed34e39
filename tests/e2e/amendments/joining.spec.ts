import { expect, test } from '@playwright/test'
import { amending } from '@/tests/support/amending'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'

test('two of the author delegation join what three suggest; a fourth is carried over; the words say whose they are', async ({
  browser,
}) => {
  const text = 'Member States should keep records of requests. Each State should name an authority.'
  reachServersDatabase()
  const { cast, address: proposal, releases } = await amending(text)

  // Two agree, one collides with them, one of the two has a wish in another sentence; a fourth elsewhere.
  await releases(cast.belmara.head, { text: text.replace('keep', 'share') })
  const sharing = text.replace('keep', 'share').replace('an authority', 'an independent authority')
  await releases(cast.corvina.head, { text: sharing })
  await releases(cast.doranta.head, { text: text.replace('keep', 'publish') })
  await releases(cast.estavia.head, { text: text.replace('records', 'short records') })

  // The text for negotiation: all versions in brackets, with and without their authors.
  const rapporteur = await enter(browser, 'rapporteur', `${proposal}/negotiation`)
  const draft = rapporteur.getByTestId('negotiation-text')
  await expect(draft).toHaveText(
    `Member States should [keep] [publish] (Doranta) [share] (Belmara, Corvina) [short] (Estavia) records of requests. Each State should name an [independent] (Corvina) authority.`,
  )
  await isAccessible(rapporteur)
  await rapporteur.getByLabel('Who asked').selectOption('without')
  await rapporteur.waitForURL(/names=without/)
  await rapporteur.getByLabel('Versions').selectOption('paragraphs')
  await rapporteur.waitForURL(/form=paragraphs/)
  await expect(draft).toContainText('1 bis.')
  await expect(draft).toContainText('1 quater.')
  await expect(draft).not.toContainText('Belmara')
  const [file] = await Promise.all([
    rapporteur.waitForEvent('download'),
    rapporteur.getByRole('link', { name: 'As a Word document' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/negotiation-without-names-[0-9a-f]{8}\.docx$/)

  // Two people at one desk, each in a browser of their own, know of each other.
  const desk = `${proposal}/joining`
  const head = await enter(browser, 'head', `${proposal}/amendments`)
  await head.getByRole('link', { name: 'Decide 4 suggested changes' }).click()
  await head.waitForURL(/joining$/)
  const alternate = await enter(browser, 'alternate', desk)
  await expect(head.getByText('Also at this desk now: Aldo Reyne')).toBeVisible()
  await expect(alternate.getByText('Also at this desk now:')).toBeVisible()
  await isAccessible(head)

  // Both decide the collision; the later save is refused, and loses nothing.
  const first = (page: typeof head) => page.getByRole('group', { name: 'Place A' })
  await expect(first(head)).toContainText('2 different versions')
  await first(alternate)
    .getByRole('radio', { name: /publish/ })
    .check()
  await first(head).getByRole('radio', { name: 'Our own words' }).check()
  await first(head).getByRole('textbox').fill('keep and share')
  await alternate.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(alternate.getByText('Saved for your delegation.', { exact: true })).toBeVisible()
  await head.getByRole('button', { name: 'Save', exact: true }).click()
  const clash = head.getByRole('alert').filter({ hasText: 'Two of you decided at one time' })
  await expect(clash).toBeVisible()
  await expect(clash).toContainText('As it was for both')
  await expect(clash).toContainText('publish')
  await expect(clash).toContainText('keep and share')
  await expect(first(head).getByRole('textbox')).toHaveValue('keep and share')
  await isAccessible(head)

  // All compatible words of a State are taken at once; the result is always readable; a decline has a reason.
  await head.getByRole('button', { name: 'Read; close this' }).click()
  await head.getByRole('button', { name: 'States', exact: true }).click()
  await head.getByRole('button', { name: 'Accept all that Corvina suggests' }).click()
  await expect(first(head).getByRole('radio', { name: /share/ })).toBeChecked()
  await expect(head.locator('#result')).toContainText('share records')
  await expect(head.locator('#result')).toContainText('an independent authority')
  await head.getByRole('button', { name: /^Suggestions/ }).click()
  await head.getByRole('link', { name: /^Doranta \(3\)/ }).click()
  const reason = head.getByRole('textbox', { name: /^Reason for declining.*Suggestion 3/ })
  await reason.fill('Publishing would disclose investigations.')
  await head.getByRole('button', { name: 'Save and check' }).click()
  await head.waitForURL(/joining\/check/)
  await expect(head.getByText('1 change is not decided.')).toBeVisible()
  await expect(head.getByText('Reason: Publishing would disclose investigations.')).toBeVisible()
  await isAccessible(head)
  await head.getByRole('button', { name: 'Submit revision 2 for Arvenia' }).click()
  await head.waitForURL((url) => url.pathname !== `${desk}/check`)

  // The fourth, made on revision 1, is carried over and labelled.
  const estavia = await enter(browser, 'estavia', `${proposal}/amendments`)
  const lines = estavia.getByTestId('amendments').getByRole('listitem')
  await expect(lines.nth(0)).toContainText('Accepted')
  await expect(lines.nth(3)).toContainText('Applies')
  // What is decided is woven in no more.
  await expect(estavia.getByTestId('woven-text').locator('ins')).toHaveText(['short'])

  // Selecting words of the final text says whose they are.
  await estavia.goto(`${proposal}/words`)
  const words = estavia.locator('.text-of-record')
  await expect(words).toContainText('share')
  await words.getByRole('link', { name: /^share/ }).dblclick()
  await expect(estavia.getByRole('status').filter({ hasText: 'Belmara and Corvina' })).toBeVisible()
  await words.getByRole('link', { name: /^independent/ }).dblclick()
  await expect(
    estavia.getByRole('status').filter({ hasText: 'Suggestion 2: Corvina' }),
  ).toBeVisible()
  await isAccessible(estavia)
})
