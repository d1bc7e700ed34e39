import { expect, test } from '@playwright/test'
import { circulated } from '@/tests/support/circulated'
import { deadlinePasses } from '@/tests/support/circulated-story'
import { issuedListsOf } from '@/tests/support/covering'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { stockTaking } from '@/tests/support/stock-taking'
import { paths } from '@/lib/paths'

const TRAIN = 'Member States should train teachers.'
const JUDGES = 'Member States should train teachers and judges.'

/** A stock-taking with one item made of two, on whose sources three delegations commented. */
async function commented() {
  reachServersDatabase()
  const cast = await stockTaking([TRAIN, 'Member States should ratify the Convention.'])
  const [train, ratify] = cast.sources as [string, string]
  await cast.makes([train, ratify], TRAIN)
  const room = await circulated(cast.session.id, await issuedListsOf(cast.slug), {
    title: 'The lists of the past sessions',
  })
  await room.comments(cast.belmara, {
    itemId: train,
    position: 'supportsWithChange',
    text: 'Judges apply the law.',
    wording: JUDGES,
  })
  const support = { itemId: ratify, position: 'supports', text: 'We support this.' } as const
  await room.comments(cast.arvenia, support)
  await room.comments(cast.corvina, support)
  return { desk: paths.consolidation(cast.slug), circulationId: room.id }
}

test('the Rapporteur takes a wording and answers; the list is adopted once all is answered; a delegation replies', async ({
  browser,
}) => {
  const { desk, circulationId } = await commented()
  const rapporteur = await enter(browser, 'rapporteur', desk)
  await isAccessible(rapporteur)
  // A proposed wording is taken into the item, whose words are then Belmara's.
  await rapporteur.getByRole('link', { name: 'Open it: 2 sources' }).click()
  await rapporteur.getByText('1 comment on this item').click()
  await isAccessible(rapporteur)
  const take = rapporteur.getByRole('button', { name: 'Take the wording of Belmara' })
  await take.click()
  // It was made for one of two sources, and replaces the words of both.
  await rapporteur.getByRole('checkbox', { name: 'Replace the words of all sources' }).check()
  await take.click()
  await expect(rapporteur.getByText(/^The wording is taken into the item/)).toBeVisible()
  await expect(rapporteur.getByText(JUDGES).first()).toBeVisible()
  await expect(rapporteur.getByRole('link', { name: /^Proposed by Belmara/ })).toBeVisible()

  // The comments in the order of print, one after the other.
  await rapporteur.getByRole('link', { name: 'Consolidation', exact: true }).first().click()
  await rapporteur.getByRole('link', { name: /^Comments and responses: The lists/ }).click()
  await expect(rapporteur.getByText('3 comments, 3 without a response')).toBeVisible()
  await isAccessible(rapporteur)
  await rapporteur.getByRole('link', { name: 'Answer the next comment' }).click()
  await expect(rapporteur.getByRole('heading', { name: 'Comment of Belmara' })).toBeVisible()
  await expect(rapporteur.getByLabel('What becomes of the comment')).toHaveValue('takenUp')
  await rapporteur.getByLabel('Response', { exact: true }).fill('The item has these words now.')
  await rapporteur.getByRole('button', { name: 'Keep as a draft' }).click()
  await expect(rapporteur.getByText(/^Kept\. Only the Rapporteur/)).toBeVisible()
  await isAccessible(rapporteur)
  await rapporteur.getByRole('button', { name: 'Release the response' }).click()
  await expect(rapporteur.getByText('This is the next comment')).toBeVisible()
  await expect(rapporteur.getByRole('heading', { name: 'Comment of Arvenia' })).toBeVisible()

  // Adoption waits for the other two.
  const chair = await enter(browser, 'chair', desk)
  await chair.getByRole('link', { name: 'Check before adoption' }).click()
  await expect(chair.getByText('3 comments, 2 without a response')).toBeVisible()
  await expect(chair.getByRole('button', { name: 'Declare the list adopted' })).toHaveCount(0)
  await isAccessible(chair)
  await chair.getByRole('link', { name: 'Comment of Arvenia' }).click()
  await expect(chair.getByText('No response yet')).toBeVisible()
  await expect(chair.getByRole('button', { name: 'Release the response' })).toHaveCount(0)

  // Both say the same and are answered in one act.
  await expect(rapporteur.getByRole('checkbox', { name: 'Corvina' })).toBeChecked()
  await rapporteur.getByLabel('What becomes of the comment').selectOption('noted')
  await rapporteur.getByRole('button', { name: 'Release the response' }).click()
  await expect(
    rapporteur.getByText('2 responses are released. No other comment waits'),
  ).toBeVisible()

  await chair.getByRole('link', { name: 'Consolidation', exact: true }).first().click()
  await chair.getByRole('link', { name: 'Check before adoption' }).click()
  await expect(chair.getByText('3 comments, each with a response')).toBeVisible()
  // Nor is a list adopted while comments may still come.
  await expect(
    chair.getByText('Comments on the circulation “The lists of the past sessions” are open until'),
  ).toBeVisible()
  await expect(chair.getByRole('button', { name: 'Declare the list adopted' })).toHaveCount(0)
  await isAccessible(chair)
  await deadlinePasses(circulationId)
  await chair.reload()
  await chair.getByLabel('Meeting at which it is adopted').selectOption('1')
  await chair.getByRole('button', { name: 'Declare the list adopted' }).click()
  await expect(chair.getByText('Adopted by consensus at the 1st meeting')).toBeVisible()

  // The commenter reads the outcome of its comment, and replies once.
  const belmara = await enter(browser, 'belmara', desk)
  await belmara.getByRole('link', { name: 'What became of ours' }).first().click()
  await expect(belmara.getByText('The item has these words now.')).toBeVisible()
  await isAccessible(belmara)
  await belmara.getByLabel('Your reply').selectOption('accepts')
  await belmara.getByRole('button', { name: 'Send the reply' }).click()
  await expect(belmara.getByText('Belmara accepts the response')).toBeVisible()
  await expect(belmara.getByLabel('Your reply')).toHaveCount(0)
})
