import { expect, test } from 'vitest'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { circulated } from '../../support/circulating'
import { scenario } from '../../support/scenario'
import { statementsOf } from '../../support/statements'

test('a release of several comments sends as few statements as one of a single comment', async () => {
  const cast = await scenario({ kind: 'stockTaking' })
  const sent = await circulated(cast)
  const { head } = cast.arvenia
  const inHand = async () => {
    const draft = sent.draft({ target: 'item', position: 'none' })
    await keepDraft(head, draft)
    return draft.id
  }
  const release = (ids: string[]) =>
    statementsOf(() => releaseComments(head, { circulationId: sent.id, ids }))
  const count = await release([await inHand()])
  expect(count).toBeLessThanOrEqual(16)
  expect(await release([await inHand(), await inHand(), await inHand()])).toBe(count)
})
