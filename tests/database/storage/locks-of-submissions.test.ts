import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { coSponsorAmendment } from '@/lib/amendments/act-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { editCirculation } from '@/lib/circulation/commands'
import { acceptLate } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { askForLate } from '@/lib/circulation/comments/late/commands'
import { releaseComment } from '@/lib/comments/commands'
import { releaseResponse } from '@/lib/circulation/responses/commands'
import { ReleaseResponse } from '@/lib/circulation/responses/schema'
import { clockTime, databaseTime, db } from '@/lib/db/client'
import { issueDocument } from '@/lib/documents/commands'
import { callSpeaker } from '@/lib/meetings/speakers/floor'
import { submitDraft } from '@/lib/proposals/commands'
import { startDraft } from '@/lib/proposals/drafts/commands'
import { issueImport, keepImport } from '@/lib/proposals/import/commands'
import { amending } from '@/tests/support/amending'
import { entersAttendance } from '@/tests/support/attending'
import { says } from '@/tests/support/circulation-acts'
import { circulated } from '@/tests/support/circulating'
import { commentOn } from '@/tests/support/commenting'
import { registering } from '@/tests/support/documents'
import { writesDraft } from '@/tests/support/drafting'
import { issuedList } from '@/tests/support/issued-list'
import { preparing } from '@/tests/support/preparing'
import { item, listFile } from '@/tests/support/importing'
import { proposing } from '@/tests/support/proposing'
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

test('a comment that is withdrawn meanwhile is not answered', async () => {
  const { submits } = proposing(() => cast)
  const { proposalId } = await submits(cast.arvenia.head)
  const { id } = await releaseComment(cast.belmara.head, commentOn(proposalId))
  const answer = await storedMeanwhile(
    ['Comment', id],
    async (tx) =>
      tx.comment.update({
        where: { id },
        data: { withdrawnAt: await clockTime(tx), withdrawnById: cast.belmara.head.personId },
      }),
    () => releaseComment(cast.corvina.head, commentOn(proposalId, { parentId: id })),
  )
  expect(answer).toBe('commentWithdrawn')
  expect(await db.comment.count({ where: { parentId: id } })).toBe(0)
})

test('a suggested change that a colleague discards meanwhile is not released', async () => {
  const { cast: room, drafts } = await amending()
  const { head } = room.belmara
  const { id, version } = await drafts(head)
  const answer = await storedMeanwhile(
    ['AmendmentDraft', id],
    async (tx) =>
      tx.amendmentDraft.update({ where: { id }, data: { discardedAt: await clockTime(tx) } }),
    () => releaseAmendmentDraft(head, { id, version }),
  )
  expect(answer).toBe('notFound')
  expect(await db.amendment.count({ where: { id } })).toBe(0)
})

test('a suggested change that is withdrawn meanwhile gets no co-sponsor', async () => {
  const { cast: room, releases } = await amending()
  const { id } = await releases(room.belmara.head)
  const answer = await storedMeanwhile(
    ['Amendment', id],
    async (tx) =>
      tx.amendment.update({
        where: { id },
        data: { withdrawnAt: await clockTime(tx), withdrawnById: room.belmara.head.personId },
      }),
    () => coSponsorAmendment(room.corvina.head, { id }),
  )
  expect(answer).toBe('amendmentWithdrawn')
})

test('a comment on a list that is withdrawn meanwhile gets no response', async () => {
  const sent = await circulated(cast)
  const commentId = await says(cast.arvenia.head, sent.id, { itemId: sent.a })
  const response = { commentId, text: 'Taken up.', outcome: 'takenUp', version: 0 }
  const answer = await storedMeanwhile(
    ['CirculationComment', commentId],
    async (tx) =>
      tx.circulationComment.update({
        where: { id: commentId },
        data: { withdrawnAt: await clockTime(tx), withdrawnById: cast.arvenia.head.personId },
      }),
    () => releaseResponse(cast.rapporteur, ReleaseResponse.parse(response)),
  )
  expect(answer).toBe('commentWithdrawn')
  expect(await db.response.count({ where: { commentId } })).toBe(0)
})

test('the letter of a circulation that is opened meanwhile is not changed', async () => {
  const { listId } = await issuedList(cast.session.groupId, 3, ['Member States should share.'])
  const id = randomUUID()
  const { content, creates, asks } = preparing(() => ({ cast, listId, id }))
  await creates()
  await asks(['memberState'])
  const answer = await storedMeanwhile(
    ['Circulation', id],
    async (tx) =>
      tx.circulation.update({
        where: { id },
        data: { openedAt: await clockTime(tx), openedById: cast.secretariat.personId },
      }),
    () => editCirculation(cast.secretariat, { id, version: 1, ...content() }),
  )
  expect(answer).toBe('circulationOpened')
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

test('a past list that is discarded meanwhile is not issued', async () => {
  const { groupId } = cast.session
  const bytes = listFile([item()], { ordinal: 3 })
  const kept = { fileName: 'list.json', bytes, session: { groupId } }
  const { id, version } = await keepImport(cast.secretariat, kept)
  const answer = await storedMeanwhile(
    ['ImportDraft', id],
    async (tx) =>
      tx.importDraft.update({
        where: { id },
        data: { discardedAt: await clockTime(tx), discardedById: cast.secretariat.personId },
      }),
    () => issueImport(cast.secretariat, { id, version }),
  )
  expect(answer).toBe('importDiscarded')
  expect(await db.session.count({ where: { groupId, ordinal: 3 } })).toBe(0)
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
