import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { listDeadlines } from '@/lib/circulation/queries'
import { listProgress } from '@/lib/consolidation/status/progress'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/powers/commands'
import { listHandedPowers } from '@/lib/delegations/powers/queries'
import { declareStatus } from '@/lib/plenary/commands'
import { loadScreenVersion } from '@/lib/plenary/screen/queries'
import { isOfCirculation } from '@/lib/desk/inbox-view'
import { listInbox, listWaitingIn } from '@/lib/desk/queries'
import { listDeskSessions, listSessionRows } from '@/lib/desk/session-queries'
import { db } from '@/lib/db/client'
import { circulated } from '@/tests/support/circulating'
import { scenario } from '@/tests/support/scenario'
import { stockTakingOfThree } from '@/tests/support/stock-taking'

test('a stock-taking tells its participants until when comments on circulated lists are taken', async () => {
  const cast = await scenario({ kind: 'stockTaking' })
  const sent = await circulated(cast)
  const { openUntil } = await db.circulation.findUniqueOrThrow({ where: { id: sent.id } })
  const rowFor = async (actor: SignedIn) =>
    (await listSessionRows(actor)).find(({ id }) => id === cast.session.id)
  expect(await rowFor(cast.belmara.adviser)).toMatchObject({ circulationUntil: openUntil })
  expect([...(await listDeadlines(cast.belmara.adviser))]).toEqual([[cast.session.id, openUntil]])
  expect([...(await listDeadlines(visitor))]).toEqual([])
  const later = await circulated(cast, { openFor: 20 * 86_400_000 })
  expect(await rowFor(cast.belmara.adviser)).toMatchObject({ circulationUntil: openUntil })
  await sent.closes()
  expect((await rowFor(cast.belmara.adviser))?.circulationUntil).not.toEqual(openUntil)
  await later.closes()
  expect(await rowFor(cast.belmara.adviser)).toMatchObject({ circulationUntil: null })
})

test('the pages of a session tell what needs the reader’s decision there, and nothing of other sessions', async () => {
  const cast = await scenario({ kind: 'stockTaking' })
  const sent = await circulated(cast)
  const kindsFor = async (actor: SignedIn, session = cast.session) =>
    (await listWaitingIn(actor, session)).map(({ kind, group }) => [kind, group])
  expect(await kindsFor(cast.belmara.head)).toEqual([['readCirculated', 'decide']])
  expect(isOfCirculation('readCirculated')).toBe(true)
  expect(await kindsFor(cast.belmara.head, { ...cast.session, slug: 'another' })).toEqual([])
  await sent.closes()
  expect(await kindsFor(cast.belmara.head)).toEqual([])
})

test('a stock-taking tells how many items of its list are agreed, to those alone who read the list', async () => {
  const { cast, train, ratify } = await stockTakingOfThree()
  const { slug, chair, rapporteur } = cast
  const progressFor = async (actor: SignedIn) =>
    (await listSessionRows(actor)).find(({ id }) => id === cast.session.id)?.progress
  const [id, other] = [randomUUID(), randomUUID()]
  const base = { slug, headingId: '', before: '', reason: 'As discussed.', strengthConfirmed: true }
  await makeOfSources(rapporteur, { ...base, id, itemIds: [train] })
  await makeOfSources(rapporteur, { ...base, id: other, itemIds: [ratify] })
  await declareStatus(chair, { slug, id, wording: 1, kind: 'agreedAdReferendum', reason: '' })
  const { head } = cast.arvenia
  const provisional = { items: 2, agreed: 0, adReferendum: 1 }
  expect(await progressFor(head)).toEqual({ ...provisional, adoptedAt: null })
  const waits = async (actor: SignedIn) =>
    (await listInbox(actor)).find(({ kind }) => kind === 'agreeItems')?.values
  expect(await waits(chair)).toMatchObject({ count: 2, total: 2, adReferendum: 1 })
  await declareStatus(chair, { slug, id, wording: 1, kind: 'agreed', reason: '' })
  expect(await progressFor(head)).toMatchObject({ items: 2, agreed: 1, adReferendum: 0 })
  expect(await waits(chair)).toMatchObject({ count: 1, total: 2, adReferendum: 0 })
  const { viceChair } = cast
  expect(await waits(viceChair)).toBeUndefined()
  const before = Number(await loadScreenVersion(cast.session.id))
  await handOverPowers(chair, { slug, toPersonId: viceChair.personId, scope: '' })
  expect(await waits(chair)).toBeUndefined()
  expect(await waits(viceChair)).toMatchObject({ count: 1, total: 2 })
  expect((await listHandedPowers([cast.session.id])).size).toBe(1)
  await takeBackPowers(chair, { slug })
  expect(await waits(chair)).toMatchObject({ count: 1, total: 2 })
  // Open consoles and desks are drawn again at both acts.
  expect(Number(await loadScreenVersion(cast.session.id))).toBe(before + 2)
  const { id: sessionId } = await db.session.findFirstOrThrow({
    where: { id: { not: cast.session.id } },
  })
  expect([...(await listProgress(head)).keys()]).toEqual([cast.session.id])
  expect([...(await listProgress(visitor))]).toEqual([])
  const memberships = head.memberships.map((place) => ({ ...place, sessionId }))
  expect(await progressFor({ ...head, memberships })).toBeNull()
})

test('the desk of the Secretariat knows what a session lacks, and nobody else’s asks for it', async () => {
  const cast = await scenario({ kind: 'stockTaking' })
  const ofSession = async (actor: SignedIn) =>
    (await listDeskSessions(actor, new Date())).find(({ id }) => id === cast.session.id)!
  const sessionId = cast.session.id
  const before = await ofSession(cast.secretariat)
  expect(before).toMatchObject({ vacant: [], meetings: 0, circulated: false })
  expect(before.delegations).toBe(
    await db.delegation.count({ where: { sessionId, state: 'registered' } }),
  )
  await circulated(cast)
  await db.delegation.update({ where: { id: cast.belmara.id }, data: { state: 'announced' } })
  await db.office.updateMany({
    where: { sessionId, kind: { in: ['chair', 'rapporteur'] } },
    data: { endedAt: new Date() },
  })
  expect(await ofSession(cast.secretariat)).toMatchObject({
    vacant: ['chair', 'rapporteur'],
    circulated: true,
    delegations: before.delegations - 1,
  })
  expect((await ofSession(cast.arvenia.head)).vacant).toEqual([])
  await db.office.create({
    data: { kind: 'chair', personId: cast.chair.personId, groupId: cast.session.groupId },
  })
  expect((await ofSession(cast.secretariat)).vacant).toEqual(['rapporteur'])
})
