import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { withdrawAmendment } from '@/lib/amendments/act-commands'
import { saveJoining } from '@/lib/amendments/joining/commands'
import { declineAlone } from '@/lib/amendments/joining/decline-alone'
import { readJoiningDesk } from '@/lib/amendments/joining/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { listInbox } from '@/lib/desk/queries'
import { getProposal } from '@/lib/proposals/queries'
import { noteVisit } from '@/lib/proposals/visits/commands'
import { getSession } from '@/lib/sessions/queries'
import { decideFor, remember } from '@/lib/text/weave/decisions'
import { type Amending, amending, SHOULD, TEXT } from '@/tests/support/amending'

let act: Amending
let cast: Amending['cast']
let ids: string[]
beforeEach(async () => {
  act = await amending()
  cast = act.cast
  const doranta = await act.releases(cast.doranta.head)
  const belmara = await act.releases(cast.belmara.head, { text: TEXT.replace('others', 'all') })
  ids = [doranta.id, belmara.id]
})

/** The author saves that it declines these at the desk, and which version holds that. */
async function saves(declined: readonly string[], reason = 'Our parliament chose the word.') {
  const { head } = cast.arvenia
  const session = await getSession(head, cast.session.slug)
  const { desk, joining } = await readJoiningDesk(
    head,
    session,
    await getProposal(head, session, 1),
  )
  const decisions = remember(desk.segments, decideFor(desk.segments, [], [...declined], 'keep'))
  const id = joining?.id ?? randomUUID()
  const { version } = await saveJoining(head, {
    id,
    proposalId: act.proposalId,
    baseNumber: 1,
    version: joining?.version ?? 0,
    decisions,
    reasons: { [declined[0]!]: reason },
  })
  return { id, version, amendmentIds: [...declined] }
}

const rowsOf = async (actor: SignedIn) =>
  (await listInbox(actor))
    .filter(({ session }) => session?.slug === cast.session.slug)
    .map(({ kind }) => kind)
const revisions = () => db.revision.count({ where: { proposalId: act.proposalId } })

it('ends what is declined, without a revision, and tells who suggested it', async () => {
  const { head } = cast.arvenia
  // Doranta looked at the proposal after its suggestion: the decision is news, although the revision is older.
  const { head: doranta } = cast.doranta
  const session = await getSession(doranta, cast.session.slug)
  await noteVisit(doranta, await getProposal(doranta, session, 1))
  expect(await rowsOf(head)).toContain('decideChanges')
  const saved = await saves(ids)
  expect(await declineAlone(head, saved)).toMatchObject({ number: 1, count: 2 })
  expect(await declineAlone(head, saved)).toMatchObject({ number: 1, count: 2 })
  expect(await revisions()).toBe(1)
  expect((await act.released()).map(({ decisions }) => decisions)).toEqual([
    [{ revision: 1, kind: 'declined', reason: 'Our parliament chose the word.' }],
    [{ revision: 1, kind: 'declined', reason: '' }],
  ])
  expect(await rowsOf(head)).not.toContain('decideChanges')
  expect(await rowsOf(cast.doranta.head)).toContain('changeDecided')
  const declined = (await act.events()).filter((event) => event === 'amendment.declinedAlone')
  expect(declined).toHaveLength(2)
  const mails = await db.mail.findMany({
    where: { subject: { contains: 'a decision on your suggested change' } },
  })
  expect(mails.map(({ text }) => text.includes('Our parliament chose the word.'))).toContain(true)
  expect(
    mails.map(({ recipient }) => recipient.replace(/^.*@|\.example$/g, '')).toSorted(),
  ).toEqual(['belmara', 'doranta'])
})

it('leaves open what is not declined, and the next revision tells nothing again', async () => {
  const { head } = cast.arvenia
  await declineAlone(head, await saves([ids[0]!]))
  expect((await act.released()).map(({ decisions }) => decisions.length)).toEqual([1, 0])
  await db.mail.deleteMany()
  await act.revises(TEXT.replace('where', 'whenever'))
  const told = await db.mail.findMany({ where: { text: { contains: 'Suggested change 1' } } })
  expect(told).toEqual([])
})

it('is for the authors, by somebody who may submit, in the period, of a text that stands', async () => {
  const saved = await saves(ids)
  for (const actor of [cast.arvenia.adviser, cast.doranta.head, cast.rapporteur])
    await expect(declineAlone(actor, saved)).rejects.toThrow()
  await expect(
    declineAlone(cast.arvenia.head, { ...saved, version: saved.version + 1 }),
  ).rejects.toThrow('joiningMoved')
  await withdrawAmendment(cast.doranta.head, { id: ids[0]!, reason: '' })
  await expect(declineAlone(cast.arvenia.head, saved)).rejects.toThrow('joiningMoved')
  await act.revises(SHOULD)
  await expect(declineAlone(cast.arvenia.head, saved)).rejects.toThrow('proposalRevised')
  await cast.deadlinePasses('submission')
  await expect(declineAlone(cast.arvenia.head, saved)).rejects.toThrow('submissionClosed')
  expect(await db.amendmentDecision.count({ where: { amendmentId: { in: ids } } })).toBe(0)
})

it('declines nothing that the saved decisions do not decline', async () => {
  const saved = await saves([ids[0]!])
  await expect(declineAlone(cast.arvenia.head, { ...saved, amendmentIds: ids })).rejects.toThrow(
    'joiningMoved',
  )
})
