import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { listDeadlines } from '@/lib/circulation/queries'
import { listProgress } from '@/lib/consolidation/status/progress'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { declareStatus } from '@/lib/plenary/commands'
import { isOfCirculation } from '@/lib/desk/inbox-view'
import { listWaitingIn } from '@/lib/desk/queries'
import { listSessionRows } from '@/lib/desk/session-queries'
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
  expect(await progressFor(head)).toEqual({ items: 2, agreed: 1, adoptedAt: null })
  await declareStatus(chair, { slug, id, wording: 1, kind: 'underDiscussion', reason: '' })
  expect(await progressFor(head)).toMatchObject({ items: 2, agreed: 0 })
  const { id: sessionId } = await db.session.findFirstOrThrow({
    where: { id: { not: cast.session.id } },
  })
  expect([...(await listProgress(head)).keys()]).toEqual([cast.session.id])
  expect([...(await listProgress(visitor))]).toEqual([])
  const memberships = head.memberships.map((place) => ({ ...place, sessionId }))
  expect(await progressFor({ ...head, memberships })).toBeNull()
})
