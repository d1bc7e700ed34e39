import { afterAll, beforeAll, expect } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { proposing } from './proposing'
import { type Answer, type RacingAct, ROUNDS, twoProcesses } from './racing'
import { type Scenario, scenario } from './scenario'
import { stockTaking } from './stock-taking'

/** The acts of a race: one that ends something, and one that is forbidden from then on. */
type Race = { ends: RacingAct; uses: RacingAct }

/**
 * Two processes, two pools, one database: the setup of a file of races. Registers the hooks that start and stop the
 * processes, so it is called once, at the top of the file.
 */
export function racing() {
  let processes: Awaited<ReturnType<typeof twoProcesses>>
  let shared: Scenario
  let since = 0n
  const now = { cast: undefined as unknown as Scenario }
  const { submits } = proposing(() => now.cast)
  beforeAll(async () => {
    processes = await twoProcesses()
    shared = await scenario()
  })
  afterAll(() => processes.stop())

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
      for (const outcome of answer)
        if ('refused' in outcome) expect(outcome.refused).toMatch(/^\w+$/)
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
  const begins = async () => {
    since = (await db.recordEntry.aggregate({ _max: { id: true } }))._max.id ?? 0n
  }

  /** A proposal of Arvenia's, at a session of its own where the race is about the list. */
  async function proposal(session?: 'its own'): Promise<string> {
    now.cast = session ? await scenario() : shared
    return (await submits(now.cast.arvenia.head)).proposalId
  }

  const list = () => getList(now.cast.rapporteur, now.cast.session)
  const memberships = (proposalId: string) => ({
    slug: now.cast.session.slug,
    proposalIds: [proposalId],
    headingId: '',
    newHeading: 'Cooperation',
  })

  return { now, raced, begins, proposal, list, memberships, submits }
}

/** The withdrawal of a proposal, as an act of a race. */
export const withdrawal = (actor: SignedIn, proposalId: string): RacingAct => ({
  act: 'withdrawProposal',
  actor,
  input: { proposalId, reason: '' },
})

/** A stock-taking of one source, whose author can withdraw it where it was made. */
export async function stockTakingOfOne() {
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
