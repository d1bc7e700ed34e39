import { beforeEach, expect, test } from 'vitest'
import { acceptLate } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { askForLate } from '@/lib/circulation/comments/late/commands'
import { clockTime, databaseTime, db } from '@/lib/db/client'
import { issueDocument } from '@/lib/documents/commands'
import { callSpeaker } from '@/lib/meetings/speakers/floor'
import { submitDraft } from '@/lib/proposals/commands'
import { startDraft } from '@/lib/proposals/drafts/commands'
import { entersAttendance } from '@/tests/support/attending'
import { circulated } from '@/tests/support/circulating'
import { registering } from '@/tests/support/documents'
import { writesDraft } from '@/tests/support/drafting'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { sits } from '@/tests/support/sitting'
import { speaking } from '@/tests/support/speaking'
import { storedMeanwhile } from '@/tests/support/stored-meanwhile'

// What a person hands in, while another act ends that it can be handed in: see locks.test.ts.

let cast: Scenario
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
})

test('a draft that a colleague discards meanwhile is not submitted', async () => {
  const { head } = cast.arvenia
  const draft = await startDraft(head, { sessionId: cast.session.id })
  const ready = await writesDraft(cast, head, draft, 'Member States should share.')
  const { id } = draft
  const answer = await storedMeanwhile(
    ['Draft', id],
    async (tx) => tx.draft.update({ where: { id }, data: { discardedAt: await clockTime(tx) } }),
    () => submitDraft(head, ready),
  )
  expect(answer).toBe('draftDiscarded')
  expect(await db.proposal.count({ where: { sessionId: cast.session.id } })).toBe(0)
})

test('a comment that is refused as late meanwhile is not accepted', async () => {
  const sent = await circulated(cast)
  const { id } = await keepDraft(cast.arvenia.head, sent.draft())
  await sent.closes(0)
  const late = { circulationId: sent.id, ids: [id] }
  await askForLate(cast.arvenia.head, late)
  const answer = await storedMeanwhile(
    ['CirculationDraft', id],
    async (tx) =>
      tx.circulationDraft.update({
        where: { id },
        data: {
          lateRefusedAt: await clockTime(tx),
          lateRefusedById: cast.secretariat.personId,
          lateRefusal: 'Too late.',
        },
      }),
    () => acceptLate(cast.secretariat, late),
  )
  expect(answer).toBe('commentNoLongerDraft')
  expect(await db.circulationComment.count({ where: { id } })).toBe(0)
})

test('a document that is withdrawn meanwhile is not issued', async () => {
  const { register, add } = registering(() => cast)
  const { id } = await register()
  await add(id)
  const answer = await storedMeanwhile(
    ['Document', id],
    async (tx) =>
      tx.document.update({
        where: { id },
        data: {
          withdrawnAt: await clockTime(tx),
          withdrawnById: cast.secretariat.personId,
          withdrawalReason: 'Registered twice.',
        },
      }),
    () => issueDocument(cast.secretariat, { id }),
  )
  expect(answer).toBe('documentWithdrawn')
})

test('nobody is noted at a session whose attendance is closed meanwhile', async () => {
  const { id: sessionId } = cast.session
  const [meeting] = (await sits(cast)).meetings as [string]
  const answer = await storedMeanwhile(
    ['Session', sessionId],
    async (tx) =>
      tx.attendanceClosing.create({
        data: { sessionId, closedAt: await clockTime(tx), closedById: cast.secretariat.personId },
      }),
    () => entersAttendance(cast, { [meeting]: [cast.arvenia] }),
  )
  expect(answer).toBe('attendanceClosed')
  expect(await db.attendance.count({ where: { sessionId } })).toBe(0)
})

test('the floor is not given to a second speaker over one who gets it meanwhile', async () => {
  let listId = ''
  const { opens, asks, idOf } = speaking(() => ({ cast, listId }))
  listId = await opens('2020-07-27T10:00')
  await asks(cast.arvenia.head)
  await asks(cast.belmara.head)
  const [first, second] = [await idOf('Arvenia'), await idOf('Belmara')]
  const answer = await storedMeanwhile(
    ['Session', cast.session.id],
    async (tx) =>
      tx.statement.update({ where: { id: first }, data: { calledAt: await databaseTime(tx) } }),
    () => callSpeaker(cast.chair, { statementId: second, held: [] }),
  )
  expect(answer).toBe('floorMoved')
})
