import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { coSponsorProposal, withdrawProposal } from '@/lib/proposals/act-commands'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { proposing } from '@/tests/support/proposing'
import { type Answer, type RacingAct, ROUNDS, twoProcesses } from '@/tests/support/racing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { stockTaking } from '@/tests/support/stock-taking'

// Two processes, two pools, one database: a withdrawal and what uses the proposal, at one moment. Whatever
// the order, the record never shows an act after the one that forbids it.

let processes: Awaited<ReturnType<typeof twoProcesses>>
beforeAll(async () => {
  processes = await twoProcesses()
  shared = await scenario()
})
afterAll(() => processes.stop())

let cast: Scenario
let shared: Scenario
const { submits } = proposing(() => cast)

/** The acts of a race: the one that ends something, and the one that it forbids from then on. */
type Race = { ends: RacingAct; uses: RacingAct }

/** Plays a race in rounds whose starts lie up to 20 ms apart. Says how often the forbidden order is in the record. */
async function raced(
  make: () => Promise<Race>,
  forbidden: { ended: string; used: string },
  rounds = ROUNDS,
) {
  let faults = 0
  const answers: [Answer, Answer][] = []
  for (let round = 0; round < rounds; round += 1) {
    const { ends, uses } = await make()
    const spread = [0, 4, -4, 10, -10, 20, -20, 2][round % 8]!
    const answer = await processes.race(ends, uses, spread)
    answers.push(answer)
    for (const one of answer) if ('refused' in one) expect(one.refused).toMatch(/^\w+$/)
    if (await isInRecord(forbidden)) faults += 1
  }
  return { faults, answers }
}

/** Whether the record of the round shows `used` after `ended`, by its order or by its times. */
async function isInRecord({ ended, used }: { ended: string; used: string }): Promise<boolean> {
  const entries = await db.recordEntry.findMany({ where: { id: { gt: since } } })
  const end = entries.find(({ event }) => event === ended)
  const use = entries.find(({ event }) => event === used)
  return end !== undefined && use !== undefined && (use.id > end.id || use.at > end.at)
}
let since = 0n
const begins = async () => {
  since = (await db.recordEntry.aggregate({ _max: { id: true } }))._max.id ?? 0n
}

const withdrawal = (actor: SignedIn, proposalId: string): RacingAct => ({
  act: 'withdrawProposal',
  actor,
  input: { proposalId, reason: '' },
})

/** A proposal of Arvenia's, at a session of its own where the race is about the list. */
async function proposal(session?: 'its own'): Promise<string> {
  cast = session ? await scenario() : shared
  return (await submits(cast.arvenia.head)).proposalId
}

const list = () => getList(cast.rapporteur, cast.session)
const memberships = (proposalId: string) => ({
  slug: cast.session.slug,
  proposalIds: [proposalId],
  headingId: '',
  newHeading: 'Cooperation',
})

describe('a withdrawal and', () => {
  const withdrawn = 'proposal.withdrawn'

  test('a comment on the proposal', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const input = {
        id: randomUUID(),
        proposalId,
        revisionNumber: 1,
        parentId: '',
        kind: 'support',
        passage: '',
        text: 'Yes.',
      }
      const uses = { act: 'releaseComment', actor: cast.belmara.head, input }
      return { ends: withdrawal(cast.arvenia.head, proposalId), uses }
    }
    const { faults } = await raced(make, { ended: withdrawn, used: 'comment.released' })
    expect(faults).toBe(0)
  })

  test('a co-sponsorship', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const input = { proposalId, revisionNumber: 1 }
      const uses = { act: 'coSponsorProposal', actor: cast.belmara.head, input }
      return { ends: withdrawal(cast.arvenia.head, proposalId), uses }
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
      const uses = { act: 'releaseAmendment', actor: cast.belmara.head, input }
      return { ends: withdrawal(cast.arvenia.head, proposalId), uses }
    }
    const { faults } = await raced(make, { ended: withdrawn, used: 'amendment.released' })
    expect(faults).toBe(0)
  })

  test('its placing on the preliminary list', async () => {
    const make = async () => {
      const proposalId = await proposal()
      await begins()
      const uses = { act: 'placeProposals', actor: cast.rapporteur, input: memberships(proposalId) }
      return { ends: withdrawal(cast.arvenia.head, proposalId), uses }
    }
    const { faults } = await raced(make, { ended: withdrawn, used: 'list.itemPlaced' })
    expect(faults).toBe(0)
  })

  test('the issue of the list on which it stands', async () => {
    const make = async () => {
      const proposalId = await proposal('its own')
      await placeProposals(cast.rapporteur, memberships(proposalId))
      const input = { slug: cast.session.slug, version: (await list()).version }
      await begins()
      const uses = { act: 'issueList', actor: cast.secretariat, input }
      return { ends: withdrawal(cast.arvenia.head, proposalId), uses }
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
      const uses = { act: 'coSponsorWithoutLock', actor: cast.belmara.head, input }
      return { ends: withdrawal(cast.arvenia.head, proposalId), uses }
    }
    const control = await raced(make, { ended: withdrawn, used: 'proposal.coSponsored' }, 8)
    expect(control.faults).toBeGreaterThan(0)
  })
})

describe('an end and', () => {
  test('the placing of a proposal, at the issue', async () => {
    const make = async () => {
      const placed = await proposal('its own')
      await placeProposals(cast.rapporteur, memberships(placed))
      const another = (await submits(cast.belmara.head, { text: 'States should act.' })).proposalId
      const input = { slug: cast.session.slug, version: (await list()).version }
      await begins()
      return {
        ends: { act: 'issueList', actor: cast.secretariat, input },
        uses: { act: 'placeProposals', actor: cast.rapporteur, input: memberships(another) },
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
      await placeProposals(cast.rapporteur, memberships(proposalId))
      const input = { slug: cast.session.slug, version: (await list()).version }
      await begins()
      return {
        ends: { act: 'issueList', actor: cast.secretariat, input },
        uses: { act: 'leaveCoSponsorship', actor: cast.belmara.head, input: { proposalId } },
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
      await withdrawProposal(cast.arvenia.head, { proposalId, reason: '' })
      await begins()
      const takes = (actor: SignedIn) => ({
        act: 'takeOverProposal',
        actor,
        input: { proposalId, reason: '' },
      })
      return { ends: takes(cast.belmara.head), uses: takes(cast.corvina.head) }
    }
    const { answers } = await raced(make, { ended: 'none', used: 'none' })
    for (const answer of answers) {
      expect(answer.filter((one) => 'done' in one)).toHaveLength(1)
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
})

async function coSponsors(proposalId: string): Promise<void> {
  await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
}

/** A stock-taking of one source, whose author can withdraw it where it was made. */
async function stockTakingOfOne() {
  const stock = await stockTaking(['Member States should act.'])
  const { proposal: made } = await db.itemProposal.findFirstOrThrow({
    where: { itemId: stock.sources[0]! },
    include: { proposal: true },
  })
  const { head } = stock.arvenia
  const there = {
    ...head.memberships[0]!,
    sessionId: made.sessionId,
    delegationId: made.delegationId,
  }
  const author = { ...head, memberships: [...head.memberships, there] }
  return { stock, proposalId: made.id, author }
}
