import { addDays } from 'date-fns/addDays'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { coSponsorProposal, withdrawProposal } from '@/lib/proposals/act-commands'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { racing, stockTakingOfOne } from '@/tests/support/raced'

// Two processes, two pools, one database: a withdrawal and a concurrent act on the proposal. Whatever
// the order, the record never shows an act after the one that forbids it.

const { now, raced, begins, proposal, list, memberships, submits } = racing()

describe('an end and', () => {
  test('the placing of a proposal, at the issue', async () => {
    const make = async () => {
      const placed = await proposal('its own')
      await placeProposals(now.cast.rapporteur, memberships(placed))
      const another = (await submits(now.cast.belmara.head, { text: 'States should act.' }))
        .proposalId
      const input = { slug: now.cast.session.slug, version: (await list()).version }
      await begins()
      return {
        ends: { act: 'issueList', actor: now.cast.secretariat, input },
        uses: { act: 'placeProposals', actor: now.cast.rapporteur, input: memberships(another) },
      }
    }
    const { faults, answers } = await raced(make, { ended: 'list.issued', used: 'list.itemPlaced' })
    expect(faults).toBe(0)
    for (const [issue] of answers) if ('refused' in issue) expect(issue.refused).toBe('listMoved')
  })

  test('a co-sponsor that leaves, at the issue: the printed names are those of the record', async () => {
    const make = async () => {
      const proposalId = await proposal('its own')
      await coSponsors(proposalId)
      await placeProposals(now.cast.rapporteur, memberships(proposalId))
      const input = { slug: now.cast.session.slug, version: (await list()).version }
      await begins()
      return {
        ends: { act: 'issueList', actor: now.cast.secretariat, input },
        uses: { act: 'leaveCoSponsorship', actor: now.cast.belmara.head, input: { proposalId } },
      }
    }
    const left = 'proposal.coSponsorshipLeft'
    const { faults } = await raced(make, { ended: 'list.issued', used: left })
    expect(faults).toBe(0)
  })

  test('another State that takes it over, at the taking over: one of them stands for it', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await coSponsors(proposalId)
      await withdrawProposal(now.cast.arvenia.head, { proposalId, reason: '' })
      await begins()
      const takes = (actor: SignedIn) => ({
        act: 'takeOverProposal',
        actor,
        input: { proposalId, reason: '' },
      })
      return { ends: takes(now.cast.belmara.head), uses: takes(now.cast.corvina.head) }
    }
    const { answers } = await raced(make, { ended: 'none', used: 'none' })
    for (const answer of answers) {
      expect(answer.filter((outcome) => 'done' in outcome)).toHaveLength(1)
      expect(answer).toContainEqual({ refused: 'takeOverNotWithdrawn' })
    }
  })

  test('an objection, at the adoption', async () => {
    const make = async () => {
      const { stock } = await stockTakingOfOne()
      const id = await stock.makes([stock.sources[0]!], 'Member States should act.')
      await begins()
      const objection = { slug: stock.slug, id, wording: 1, reason: 'No.', text: '' }
      return {
        ends: { act: 'adoptList', actor: stock.chair, input: { slug: stock.slug, meeting: 1 } },
        uses: { act: 'raiseObjection', actor: stock.belmara.head, input: objection },
      }
    }
    const { faults, answers } = await raced(make, {
      ended: 'consolidation.adopted',
      used: 'plenary.objected',
    })
    expect(faults).toBe(0)
    for (const [adoption, objection] of answers)
      expect('done' in adoption && 'done' in objection).toBe(false)
  })

  test('a circulation that goes out, at the adoption: no list is adopted while comments are received', async () => {
    const make = async () => {
      const { stock } = await stockTakingOfOne()
      await stock.makes([stock.sources[0]!], 'Member States should act.')
      const { id } = await db.circulation.create({
        data: {
          sessionId: stock.session.id,
          title: 'Comments',
          openUntil: addDays(new Date(), 9),
          addressees: {
            create: { delegationId: stock.belmara.id },
          },
        },
      })
      await begins()
      return {
        ends: { act: 'adoptList', actor: stock.chair, input: { slug: stock.slug, meeting: 1 } },
        uses: { act: 'openCirculation', actor: stock.secretariat, input: { id, version: 1 } },
      }
    }
    const { faults, answers } = await raced(make, {
      ended: 'consolidation.adopted',
      used: 'circulation.opened',
    })
    expect(faults).toBe(0)
    for (const answer of answers) {
      expect(answer.filter((outcome) => 'done' in outcome)).toHaveLength(1)
      expect(['circulationReceives', 'circulationAfterAdoption']).toContain(
        answer.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []))[0],
      )
    }
  })
})

async function coSponsors(proposalId: string): Promise<void> {
  await coSponsorProposal(now.cast.belmara.head, { proposalId, revisionNumber: 1 })
}
