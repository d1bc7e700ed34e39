import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import {
  coSponsorProposal,
  leaveCoSponsorship,
  withdrawProposal,
} from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import { getProposal } from '@/lib/proposals/queries'
import { listProposals } from '@/lib/proposals/search/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})
const { submits, revises, events } = proposing(() => cast)

describe('co-sponsoring and withdrawing', () => {
  it('joins on the text that was read and leaves again, both recorded', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const joining = { proposalId, revisionNumber: 1 }
    await coSponsorProposal(cast.belmara.head, joining)
    await coSponsorProposal(cast.belmara.head, joining)
    expect((await getProposal(cast.corvina.head, cast.session, 1)).coSponsors).toMatchObject([
      { name: 'Belmara', revision: 1 },
    ])
    await leaveCoSponsorship(cast.belmara.head, { proposalId })
    expect((await getProposal(cast.corvina.head, cast.session, 1)).coSponsors).toEqual([])
    expect(await events()).toEqual([
      'proposal.submitted',
      'proposal.coSponsored',
      'proposal.coSponsorshipLeft',
    ])
  })

  it('tells co-sponsors of a revision; their consent stays on the text they read', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
    await submitDraft(cast.arvenia.head, await revises(cast.arvenia.head, proposalId, 'New words.'))
    const mails = await db.mail.findMany({
      where: { recipient: 'bastien.kolo@belmara.example' },
      orderBy: { createdAt: 'asc' },
    })
    expect(mails.at(-1)?.text).toContain('revision 2')
    const { coSponsors } = await getProposal(cast.corvina.head, cast.session, 1)
    expect(coSponsors).toMatchObject([{ name: 'Belmara', revision: 1 }])
    // The list names the co-sponsor for the text that it agreed to.
    const listed = async () =>
      (await listProposals(cast.corvina.head, cast.session, ProposalFilter.parse({}))).proposals
    expect(await listed()).toMatchObject([
      { revision: 2, coSponsors: [{ name: 'Belmara', revision: 1 }] },
    ])
    await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 2 })
    expect(await listed()).toMatchObject([
      { revision: 2, coSponsors: [{ name: 'Belmara', revision: 2 }] },
    ])
    await expect(
      coSponsorProposal(cast.corvina.head, { proposalId, revisionNumber: 1 }),
    ).rejects.toThrow('coSponsoredMeanwhile')
  })

  it('refuses the author, advisers and observers as co-sponsors', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    for (const actor of [cast.arvenia.head, cast.belmara.adviser, cast.lumeria.head, cast.chair])
      await expect(coSponsorProposal(actor, { proposalId, revisionNumber: 1 })).rejects.toThrow(
        'coSponsorNotAllowed',
      )
  })

  it('withdraws by the author alone; the text stays readable and nothing can be added', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    for (const actor of [cast.arvenia.adviser, cast.belmara.head, cast.secretariat])
      await expect(withdrawProposal(actor, { proposalId, reason: '' })).rejects.toThrow(
        'withdrawalNotYours',
      )
    const draft = await revises(cast.arvenia.head, proposalId, 'Too late.')
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: 'Merged elsewhere.' })
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: 'Again.' })
    const view = await getProposal(cast.belmara.head, cast.session, 1)
    expect(view).toMatchObject({ text: TEXT, withdrawalReason: 'Merged elsewhere.' })
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow('proposalWithdrawn')
    await expect(
      coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 }),
    ).rejects.toThrow('proposalWithdrawn')
    expect(await events()).toEqual(['proposal.submitted', 'proposal.withdrawn'])
  })
})
