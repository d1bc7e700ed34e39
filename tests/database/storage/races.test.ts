import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { saveAmendmentDraft } from '@/lib/amendments/drafts/commands'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { commentOn } from '@/tests/support/commenting'
import { racing, stockTakingOfOne, withdrawal } from '@/tests/support/raced'

// Two processes, two pools, one database: a withdrawal and a concurrent act on the proposal. Whatever
// the order, the record never shows an act after the one that forbids it.

const { now, raced, begins, proposal, list, memberships } = racing()

describe('a withdrawal and', () => {
  const withdrawn = 'proposal.withdrawn'

  test('a comment on the proposal', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const input = commentOn(proposalId)
      const uses = { act: 'releaseComment', actor: now.cast.belmara.head, input }
      return { ends: withdrawal(now.cast.arvenia.head, proposalId), uses }
    }
    const { faults } = await raced(make, { ended: withdrawn, used: 'comment.released' })
    expect(faults).toBe(0)
  })

  test('a co-sponsorship', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const input = { proposalId, revisionNumber: 1 }
      const uses = { act: 'coSponsorProposal', actor: now.cast.belmara.head, input }
      return { ends: withdrawal(now.cast.arvenia.head, proposalId), uses }
    }
    const { faults } = await raced(make, { ended: withdrawn, used: 'proposal.coSponsored' })
    expect(faults).toBe(0)
  })

  test('a suggested change', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const input = {
        id: randomUUID(),
        proposalId,
        revisionNumber: 1,
        version: 0,
        body: '',
        text: 'Member States should share evidence at once.',
        reason: '',
      }
      const { id, version } = await saveAmendmentDraft(now.cast.belmara.head, input)
      const actor = now.cast.belmara.head
      const uses = { act: 'releaseAmendmentDraft', actor, input: { id, version } }
      return { ends: withdrawal(now.cast.arvenia.head, proposalId), uses }
    }
    const { faults } = await raced(make, { ended: withdrawn, used: 'amendment.released' })
    expect(faults).toBe(0)
  })

  test('its placing on the preliminary list', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const uses = {
        act: 'placeProposals',
        actor: now.cast.rapporteur,
        input: memberships(proposalId),
      }
      return { ends: withdrawal(now.cast.arvenia.head, proposalId), uses }
    }
    const { faults } = await raced(make, { ended: withdrawn, used: 'list.itemPlaced' })
    expect(faults).toBe(0)
  })

  test('the issue of the list on which it stands', async () => {
    const make = async () => {
      const proposalId = await proposal('its own')
      await placeProposals(now.cast.rapporteur, memberships(proposalId))
      const input = { slug: now.cast.session.slug, version: (await list()).version }
      await begins()
      const uses = { act: 'issueList', actor: now.cast.secretariat, input }
      return { ends: withdrawal(now.cast.arvenia.head, proposalId), uses }
    }
    const { faults, answers } = await raced(make, { ended: withdrawn, used: 'list.issued' })
    expect(faults).toBe(0)
    for (const [, issue] of answers)
      if ('refused' in issue) expect(issue.refused).toBe('withdrawnOnList')
  })

  test('the making of an item of it, which would have been asked about after it', async () => {
    const make = async () => {
      const { stock, proposalId, author } = await stockTakingOfOne()
      await begins()
      const made = { slug: stock.slug, id: randomUUID(), itemIds: [...stock.sources] }
      const input = { ...made, headingId: '', before: '' }
      const uses = { act: 'makeOfSources', actor: stock.rapporteur, input }
      return { ends: withdrawal(author, proposalId), uses }
    }
    const { faults, answers } = await raced(make, {
      ended: withdrawn,
      used: 'consolidation.itemMade',
    })
    expect(faults).toBe(0)
    for (const [, made] of answers)
      if ('refused' in made) expect(made.refused).toBe('sourcesWithdrawn')
  })

  test('the adoption of the list that was made with it', async () => {
    const make = async () => {
      const { stock, proposalId, author } = await stockTakingOfOne()
      await stock.makes([stock.sources[0]!], 'Member States should act.')
      await begins()
      const input = { slug: stock.slug, meeting: 1 }
      return {
        ends: { act: 'adoptList', actor: stock.chair, input },
        uses: withdrawal(author, proposalId),
      }
    }
    const { faults, answers } = await raced(make, {
      ended: 'consolidation.adopted',
      used: withdrawn,
    })
    expect(faults).toBe(0)
    for (const [, left] of answers)
      if ('refused' in left) expect(left.refused).toBe('withdrawalTooLate')
  })

  test('a race that takes no lock is seen by this harness', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const input = { proposalId }
      const uses = { act: 'coSponsorWithoutLock', actor: now.cast.belmara.head, input }
      return { ends: withdrawal(now.cast.arvenia.head, proposalId), uses }
    }
    const control = await raced(make, { ended: withdrawn, used: 'proposal.coSponsored' }, 8)
    expect(control.faults).toBeGreaterThan(0)
  })
})
