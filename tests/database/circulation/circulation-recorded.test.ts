import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { beforeEach, describe, expect, test } from 'vitest'
import { removeAddressee } from '@/lib/circulation/addressees/commands'
import { editCirculation, extendCirculation } from '@/lib/circulation/commands'
import { acceptLate } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { askForLate, refuseLate } from '@/lib/circulation/comments/late/commands'
import { mergeRequest } from '@/lib/circulation/requests/decide'
import { db } from '@/lib/db/client'
import { circulated } from '@/tests/support/circulating'
import { issuedList } from '@/tests/support/issued-list'
import { preparing } from '@/tests/support/preparing'
import { expectRecorded } from '@/tests/support/recorded'
import { asksAndProves } from '@/tests/support/requesting'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let listId: string
let id: string
const { content, creates, asks, opens } = preparing(() => ({ cast, listId, id }))
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
})

describe('each act is in the record once', () => {
  test('on a circulation', async () => {
    const { secretariat } = cast
    listId = (await issuedList(cast.session.groupId, 3, ['Member States should share.'])).listId
    id = randomUUID()
    await expectRecorded(creates, ['circulation.prepared', id])
    await expectRecorded(creates)
    const edited = { ...content(), title: 'Another' }
    const edits = (version = 1) => editCirculation(secretariat, { id, version, ...edited })
    await expectRecorded(edits, ['circulation.changed', id])
    await expectRecorded(() => expect(edits()).rejects.toMatchObject({ reason: 'conflict' }))
    await expectRecorded(() => edits(2))
    const states = { sessionId: cast.session.id, entity: { kind: 'memberState' } } as const
    const { entityId } = await db.delegation.findUniqueOrThrow({ where: { id: cast.arvenia.id } })
    const asksOne = () => asks([], [entityId])
    await expectRecorded(asksOne, ['circulation.addressed', id, { count: 1 }])
    await expectRecorded(asksOne)
    const removes = () => removeAddressee(secretariat, { id, delegationId: cast.arvenia.id })
    await expectRecorded(removes, ['circulation.addresseeRemoved', id])
    await expectRecorded(removes)
    const count = await db.delegation.count({ where: states })
    await expectRecorded(() => asks(['memberState']), ['circulation.addressed', id, { count }])
    await expectRecorded(
      () => opens(2),
      ['document.issued', expect.any(String), { symbol: expect.stringContaining('/INF/') }],
      ['circulation.opened', id, { title: 'Another', until: expect.any(String) }],
    )
    await expectRecorded(() => opens(2))
    const openUntil = addDays(new Date(), 40)
    const extended = { id, openUntil, reason: 'On request.' }
    const prolongs = () => extendCirculation(secretariat, extended)
    const until = openUntil.toISOString()
    await expectRecorded(prolongs, [
      'circulation.extended',
      id,
      { title: 'Another', until, reason: 'On request.' },
    ])
    await expectRecorded(() => expect(prolongs()).rejects.toMatchObject({ reason: 'invalid' }))
  })

  test('on comments that came late', async () => {
    const { arvenia, secretariat } = cast
    const sent = await circulated(cast)
    const { id: first } = await keepDraft(arvenia.head, sent.draft())
    const { id: second } = await keepDraft(arvenia.head, sent.draft({ itemId: sent.b }))
    await sent.closes(0)
    const input = (...ids: string[]) => ({ circulationId: sent.id, ids })
    const asksFor = () => askForLate(arvenia.head, input(first, second))
    await expectRecorded(asksFor, ['circulation.lateAsked', sent.id])
    await expectRecorded(asksFor)
    const accepts = () => acceptLate(secretariat, input(first))
    await expectRecorded(accepts, ['circulation.lateAccepted', expect.any(String)])
    await expectRecorded(accepts)
    const refuses = () => refuseLate(secretariat, { ...input(second), reason: 'Too late.' })
    await expectRecorded(refuses, ['circulation.lateRefused', sent.id])
    await expectRecorded(() =>
      expect(refuses()).rejects.toMatchObject({ key: 'commentNoLongerDraft' }),
    )
  })

  test('on a request to take part for a State that is known', async () => {
    const { secretariat, belmara } = cast
    const room = await circulated(cast)
    const { id: requestId, name } = await asksAndProves(room.id)
    const { entityId } = await db.delegation.findUniqueOrThrow({ where: { id: belmara.id } })
    const merges = () => mergeRequest(secretariat, { id: requestId, entityId })
    await expectRecorded(
      merges,
      ['representative.appointed', expect.any(String), expect.anything()],
      ['circulation.requestMerged', requestId, { name, delegation: 'Belmara' }],
    )
    await expectRecorded(() => expect(merges()).rejects.toMatchObject({ key: 'requestDecided' }))
  })
})
