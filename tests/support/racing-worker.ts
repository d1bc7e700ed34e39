// A process of its own that plays acts at the moment it is told, for races between two processes.
// Reads lines of JSON: { at, act, actor, input }; answers each with { done: true } or { refused: key }.
import { createInterface } from 'node:readline'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { releaseComment } from '@/lib/comments/commands'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { db, systemTransaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { sendClosingNotices } from '@/lib/notifications/closing-notices'
import { composeDigests } from '@/lib/notifications/digests'
import { openCirculation } from '@/lib/circulation/commands'
import { adoptList } from '@/lib/plenary/adoption'
import { raiseObjection } from '@/lib/plenary/commands'
import {
  coSponsorProposal,
  leaveCoSponsorship,
  takeOverProposal,
  withdrawProposal,
} from '@/lib/proposals/act-commands'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { record } from '@/lib/record/record'

/** An act without its lock: reads, pauses, writes. The harness must detect the race condition. */
async function coSponsorWithoutLock(
  actor: SignedIn,
  { proposalId }: { proposalId: string },
): Promise<void> {
  await systemTransaction(async (tx) => {
    const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    if (proposal.withdrawnAt) throw new Refused('closed', 'proposalWithdrawn')
    await tx.$executeRaw`SELECT pg_sleep(0.05)`
    await record(tx, actor, 'proposal.coSponsored', {
      sessionId: proposal.sessionId,
      subjectId: proposalId,
      data: { number: proposal.number, revision: 1 },
    })
  })
}

/** The jobs of the server's workers, without an actor. */
const byTheClock = {
  composeDigests: (_: SignedIn, { now }: { now: string }) => composeDigests(new Date(now)),
  sendClosingNotices: (_: SignedIn, { now }: { now: string }) => sendClosingNotices(new Date(now)),
}

const commands = {
  ...byTheClock,
  adoptList,
  openCirculation,
  coSponsorProposal,
  coSponsorWithoutLock,
  issueList,
  leaveCoSponsorship,
  makeOfSources,
  placeProposals,
  raiseObjection,
  releaseAmendmentDraft,
  releaseComment,
  takeOverProposal,
  withdrawProposal,
} as unknown as Record<string, (actor: SignedIn, input: unknown) => Promise<unknown>>

type Told = { at: number; act: string; actor: SignedIn; input: unknown }

async function play({ at, act, actor, input }: Told): Promise<object> {
  while (Date.now() < at) await new Promise((resume) => setImmediate(resume))
  try {
    await commands[act]!(actor, input)
    return { done: true }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.key }
    return { refused: String(error) }
  }
}

await db.$queryRaw`SELECT 1`
console.log(JSON.stringify({ ready: true }))
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(await play(JSON.parse(line) as Told)))
process.exit(0)
