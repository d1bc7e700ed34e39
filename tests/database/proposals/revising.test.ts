import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { submitDraft } from '@/lib/proposals/commands'
import { rebaseDraft, startRevision } from '@/lib/proposals/drafts/commands'
import { getDraft } from '@/lib/proposals/drafts/queries'
import { getProposal } from '@/lib/proposals/queries'
import { documentFromText } from '@/lib/text/document/document'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})
const { writes, submits, revises, events } = proposing(() => cast)

describe('revising', () => {
  it('adds a revision with its reason and leaves the earlier text as it was', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const revisions: number[] = []
    await submitDraft(
      cast.arvenia.head,
      await revises(cast.arvenia.adviser, proposalId, 'A better text.'),
      async (_, { revision }) => void revisions.push(revision),
    )
    const view = await getProposal(cast.belmara.head, cast.session, 1)
    expect(view.text).toBe('A better text.')
    expect(view.revisions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'Clearer.'],
      [1, ''],
    ])
    const first = await db.revision.findFirstOrThrow({ where: { proposalId, number: 1 } })
    expect(first.text).toBe(TEXT)
    expect(revisions).toEqual([2])
    expect(await events()).toEqual(['proposal.submitted', 'proposal.revised'])
  })

  it('tells the second of two who revise the same revision, and keeps both texts', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const first = await revises(cast.arvenia.head, proposalId, 'The text of the first.')
    const two = await revises(cast.arvenia.adviser, proposalId, 'The text of the second.')
    await submitDraft(cast.arvenia.head, first)
    await expect(submitDraft(cast.arvenia.alternate, two)).rejects.toThrow('proposalRevised')
    const view = await getDraft(cast.arvenia.adviser, cast.session, two.id)
    expect(view.revises).toMatchObject({
      base: 1,
      current: 2,
      baseBody: documentFromText(TEXT),
      currentBody: documentFromText('The text of the first.'),
    })
    await rebaseDraft(cast.arvenia.adviser, two)
    const after = await submitDraft(cast.arvenia.head, { id: two.id, version: two.version + 1 })
    expect(after.revision).toBe(3)
  })

  it('refuses other delegations, a text that is the same, and one without a reason', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    await expect(startRevision(cast.belmara.head, { proposalId })).rejects.toThrow(
      'revisionNotYours',
    )
    const same = await revises(cast.arvenia.head, proposalId, TEXT)
    await expect(submitDraft(cast.arvenia.head, same)).rejects.toThrow('revisionEqual')
    const mute = await writes(
      cast.arvenia.head,
      await startRevision(cast.arvenia.head, { proposalId }),
      { text: 'Other.' },
    )
    await expect(submitDraft(cast.arvenia.head, mute)).rejects.toThrow('reasonMissing')
  })
})
