import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { clockTime, databaseTime, db } from '@/lib/db/client'
import { releaseComment } from '@/lib/comments/commands'
import { appointRepresentative } from '@/lib/delegations/memberships/commands'
import { AppointRepresentative } from '@/lib/delegations/schema'
import { adoptList } from '@/lib/plenary/adoption'
import { proposeCorrigendum, releaseCorrigendum } from '@/lib/plenary/corrigenda/commands'
import { sha256 } from '@/lib/record/record'
import { ruleOnParagraph } from '@/lib/report/adoption/commands'
import { releaseReport } from '@/lib/report/commands'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { writeParagraph } from '@/lib/report/writing/commands'
import { ruleInRoom } from '@/lib/sessions/decisions/room-commands'
import { RuleInRoom } from '@/lib/sessions/decisions/schema'
import { enterBreak } from '@/lib/silence/commands'
import { declareResult } from '@/lib/silence/conduct/conducting'
import { documentFromText } from '@/lib/text/document/document'
import { commentOn } from '@/tests/support/commenting'
import { overOf, waiting } from '@/tests/support/correcting'
import { openedSession } from '@/tests/support/opened-session'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { ages, breakWords, silent } from '@/tests/support/silent'
import { speaking } from '@/tests/support/speaking'
import { stockTakingOfThree } from '@/tests/support/stock-taking'
import { storedMeanwhile } from '@/tests/support/stored-meanwhile'

// Each act answers out of what was stored while it waited. Without its lock it answers out of what was before.

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

const MINUTE = 60_000

test('a break that is entered while the result is declared does not count', async () => {
  const room = await silent()
  const { id, deadline } = await room.opens(300)
  await ages(id, 3 * MINUTE)
  const entered = {
    id: randomUUID(),
    silenceId: id,
    memberId: await room.memberOf(id, 'European Union'),
    way: 'note' as const,
    ...breakWords,
    openUntil: new Date(deadline.getTime() - 3 * MINUTE - 100),
  }
  const answer = await storedMeanwhile(
    ['Silence', id],
    async (tx) => {
      const declared = { declaredAt: await clockTime(tx), declaredById: room.chair.personId }
      await tx.silence.update({ where: { id }, data: declared })
    },
    () => enterBreak(room.secretariat, entered, null),
  )
  expect(answer).toMatchObject({ inTime: false })
})

test('a result is not declared over a break that is entered meanwhile', async () => {
  const room = await silent()
  const { id, deadline } = await room.opens(300)
  await ages(id, 3 * MINUTE)
  const memberId = await room.memberOf(id, 'European Union')
  const answer = await storedMeanwhile(
    ['Silence', id],
    async (tx) =>
      tx.silenceBreak.create({
        data: {
          id: randomUUID(),
          silenceId: id,
          memberId,
          ...breakWords,
          way: 'note',
          receivedAt: new Date(deadline.getTime() - 3 * MINUTE - 100),
          enteredAt: await clockTime(tx),
          enteredById: room.secretariat.personId,
        },
      }),
    () => declareResult(room.chair, { id }),
  )
  expect(answer).toBe('silenceNotWaiting')
})

test('a paragraph is not adopted in words that are replaced meanwhile', async () => {
  const { slug, id: sessionId } = cast.session
  await openedSession(cast)
  const words = { slug, section: 'introduction', body: '', text: 'The host thanked all.' }
  await writeParagraph(cast.rapporteur, { ...words, language: 'en' })
  await releaseReport(cast.secretariat, { slug })
  const { id } = await db.report.findUniqueOrThrow({ where: { sessionId } })
  const { key, text: read } = paragraphsIn((await readReport(sessionId)).sections).find(
    (paragraph) => paragraph.key.startsWith('free:'),
  )!
  const text = 'The host thanked some.'
  const answer = await storedMeanwhile(
    ['Report', id],
    (tx) =>
      tx.reportRevision.create({
        data: {
          paragraphId: key.slice('free:'.length),
          language: 'en',
          number: 2,
          body: documentFromText(text),
          text,
          textHash: sha256(text),
          writtenById: cast.rapporteur.personId,
        },
      }),
    () =>
      ruleOnParagraph(cast.chair, {
        slug,
        key,
        kind: 'adopted',
        readHash: sha256(read),
        body: '',
        text: '',
      }),
  )
  expect(answer).toBe('reportTextMoved')
})

test('a comment is not released into a period that is closed meanwhile', async () => {
  const { submits } = proposing(() => cast)
  const { proposalId } = await submits(cast.arvenia.head)
  const period = await db.period.findFirstOrThrow({
    where: { sessionId: cast.session.id, kind: 'comments' },
  })
  const { id } = period
  const answer = await storedMeanwhile(
    ['Period', id],
    async (tx) => tx.period.update({ where: { id }, data: { closedAt: await databaseTime(tx) } }),
    () => releaseComment(cast.belmara.head, commentOn(proposalId)),
  )
  expect(answer).toBe('commentsClosed')
})

test('the floor is not asked for on a list that is closed meanwhile', async () => {
  let listId = ''
  const { opens, asks } = speaking(() => ({ cast, listId }))
  listId = await opens('2020-07-27T10:00')
  const answer = await storedMeanwhile(
    ['SpeakersList', listId],
    async (tx) =>
      tx.speakersList.update({
        where: { id: listId },
        data: { closedAt: await databaseTime(tx) },
      }),
    () => asks(cast.arvenia.head),
  )
  expect(answer).toBe('speakersClosed')
})

test('the Chair does not rule with powers that are handed over meanwhile', async () => {
  const { id: sessionId, slug } = cast.session
  await openedSession(cast)
  const answer = await storedMeanwhile(
    ['Session', sessionId],
    (tx) =>
      tx.powersDelegation.create({
        data: {
          sessionId,
          fromPersonId: cast.chair.personId,
          toPersonId: cast.viceChair.personId,
          scope: '',
        },
      }),
    () => ruleInRoom(cast.chair, RuleInRoom.parse({ slug, step: 'ruled', words: 'Closed.' })),
  )
  expect(answer).toBe('presidingOnly')
})

test('nobody gets a seat in a delegation that is withdrawn meanwhile', async () => {
  const { id } = cast.belmara
  const seat = AppointRepresentative.parse({
    delegationId: id,
    role: 'adviser',
    honorific: '',
    name: 'Nia Lorne',
    email: `${randomUUID()}@belmara.example`,
  })
  const answer = await storedMeanwhile(
    ['Delegation', id],
    async (tx) =>
      tx.delegation.update({
        where: { id },
        data: { state: 'withdrawn', withdrawnAt: await databaseTime(tx) },
      }),
    () => appointRepresentative(cast.secretariat, seat),
  )
  expect(answer).toBe('delegationWithdrawn')
})

test('a corrigendum that is discarded meanwhile is not released', async () => {
  const { cast: stock, slug, train, ratify, share } = await stockTakingOfThree()
  const itemId = await stock.makes([train], 'Member States should train.')
  await stock.setsAside([ratify, share])
  await adoptList(stock.chair, { slug, meeting: 1 })
  const text = 'Train them.'
  const over = await overOf(itemId)
  await proposeCorrigendum(stock.secretariat, { slug, id: itemId, over, text, reason: 'A slip.' })
  const { id } = await waiting(itemId)
  const list = await db.consolidatedList.findUniqueOrThrow({
    where: { sessionId: stock.session.id },
  })
  const answer = await storedMeanwhile(
    ['ConsolidatedList', list.id],
    async (tx) =>
      tx.proposedCorrigendum.update({
        where: { id },
        data: { discardedAt: await databaseTime(tx), discardedById: stock.chair.personId },
      }),
    () => releaseCorrigendum(stock.chair, { slug, id }),
  )
  expect(answer).toBe('corrigendumDecided')
  expect(await db.corrigendum.count({ where: { itemId } })).toBe(0)
})
