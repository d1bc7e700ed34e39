import { describe, expect, it } from 'vitest'
import { startAmendment } from '@/lib/amendments/drafts/commands'
import { visitor } from '@/lib/delegations/actor'
import { getProposalWork } from '@/lib/desk/acts/proposal-work'
import { startRevision } from '@/lib/proposals/drafts/commands'
import { getProposal } from '@/lib/proposals/queries'
import { amending } from '@/tests/support/amending'

describe('what a delegation has in hand of a proposal', () => {
  it('is known to its own people alone', async () => {
    const { cast } = await amending()
    const proposal = await getProposal(cast.arvenia.head, cast.session, 1)
    const { id: revision } = await startRevision(cast.arvenia.head, { proposalId: proposal.id })
    const { id: suggestion } = await startAmendment(cast.belmara.adviser, {
      proposalId: proposal.id,
    })
    const seenBy = (actor: typeof cast.rapporteur) => getProposalWork(actor, cast.session, proposal)

    expect(await seenBy(cast.arvenia.head)).toMatchObject({
      revision: { id: revision, releaseAskedAt: null },
      suggestion: null,
      submitters: [],
    })
    expect(await seenBy(cast.belmara.adviser)).toEqual({
      revision: null,
      suggestion: { id: suggestion },
      submitters: ['Bastien Kolo'],
    })
    const nothing = { revision: null, suggestion: null, submitters: [] }
    expect(await seenBy(cast.corvina.head)).toEqual(nothing)
    expect(await seenBy(cast.rapporteur)).toEqual(nothing)
    expect(await getProposalWork(visitor, cast.session, proposal)).toEqual(nothing)
  })

  it('is no change to another State’s suggested change: that stands with this one', async () => {
    const { cast, releases } = await amending()
    const { id: amendsId } = await releases(cast.belmara.head)
    const proposal = await getProposal(cast.corvina.head, cast.session, 1)
    await startAmendment(cast.corvina.head, { proposalId: proposal.id, amendsId })
    expect(await getProposalWork(cast.corvina.head, cast.session, proposal)).toMatchObject({
      suggestion: null,
    })
  })

  it('counts the suggested changes that wait for a decision', async () => {
    const { cast, releases } = await amending()
    await releases(cast.belmara.head)
    const proposal = await getProposal(cast.arvenia.head, cast.session, 1)
    expect(proposal).toMatchObject({ amendments: 1, openAmendments: 1, commentCount: 0 })
  })
})
