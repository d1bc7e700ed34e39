import { type Browser, expect, type Locator, test } from '@playwright/test'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { amending, SHOULD } from '@/tests/support/amending'
import { commentOn } from '@/tests/support/commenting'
import { enter, selects } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'

// The product promises how many clicks the most frequent acts need, each by links and buttons alone. The submission of a
// draft, three clicks from the desk, is in drafting.spec.ts.

/** Clicks one after the other: as many as an act may need. */
async function clicks(...targets: readonly Locator[]): Promise<number> {
  for (const target of targets) await target.click()
  return targets.length
}

/** A proposal of Arvenia in a session of its own, and its row on somebody’s desk. */
async function proposed(browser: Browser) {
  reachServersDatabase()
  const act = await amending(`${SHOULD} ${Date.now()}`)
  const desk = async (person: 'head' | 'belmara') => enter(browser, person, '/')
  const rowsIn = `[data-inbox-row] a[href^="${act.address}"]`
  return { act, desk, rowsIn }
}

test('a suggested change is decided with two clicks from the desk', async ({ browser }) => {
  const { act, desk, rowsIn } = await proposed(browser)
  await act.releases(act.cast.belmara.head, { text: 'Member States share evidence with others.' })
  const head = await desk('head')
  expect(
    await clicks(
      head.locator(rowsIn).first(),
      head.getByRole('radio', { name: /Belmara/ }).first(),
    ),
  ).toBe(2)
  await expect(head.getByText(/^1 of \d+ decided$/)).toBeVisible()
})

test('a colleague’s comment is released with two clicks from the desk', async ({ browser }) => {
  const { act, desk, rowsIn } = await proposed(browser)
  await saveCommentDraft(
    act.cast.belmara.adviser,
    commentOn(act.proposalId, { text: 'We share evidence already.' }),
  )
  const belmara = await desk('belmara')
  const release = belmara.getByRole('button', { name: 'Release as our delegation’s comment' })
  expect(await clicks(belmara.locator(rowsIn).first(), release)).toBe(2)
  await expect(belmara.getByText('We share evidence already.')).toBeVisible()
  await expect(release).toHaveCount(0)
})

test('a proposal is co-sponsored with two clicks, and selected words are commented on with two', async ({
  browser,
}) => {
  const { act } = await proposed(browser)
  const belmara = await enter(browser, 'belmara', act.address)
  expect(
    await clicks(
      belmara.getByRole('link', { name: /^Co-sponsor/ }),
      belmara.getByRole('button', { name: 'Co-sponsor', exact: true }),
    ),
  ).toBe(2)
  await expect(belmara.getByText('Co-sponsored by Belmara')).toBeVisible()

  await selects(belmara, 'share evidence')
  await belmara.getByRole('button', { name: 'Comment on these words' }).click()
  await belmara.getByRole('textbox', { name: 'Comment' }).fill('Which evidence?')
  await belmara.getByRole('button', { name: 'Release as our delegation’s comment' }).click()
  await expect(belmara.getByText('Which evidence?')).toBeVisible()
})

test('what became of ours is one click from the front page', async ({ browser }) => {
  const head = await enter(browser, 'head', '/')
  await head.getByRole('link', { name: 'What became of ours' }).first().click()
  await expect(head.getByRole('heading', { level: 1 })).toContainText('What became of ours')
})
