import { beforeEach, describe, expect, test } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { closeSpeakersList, withdrawFloor } from '@/lib/meetings/speakers/commands'
import {
  callSpeaker,
  noteStatement,
  orderSpeakers,
  takeBackFloor,
} from '@/lib/meetings/speakers/floor'
import { loadFloor } from '@/lib/meetings/speakers/floor-queries'
import {
  countListActs,
  getSpeakersList,
  listSpeakersLists,
  loadSpeakers,
} from '@/lib/meetings/speakers/queries'
import { newHolder, newOnList } from '@/lib/meetings/speakers/list-view'
import { NoteStatement } from '@/lib/meetings/speakers/schema'
import { record } from '@/lib/record/record'
import { setGroupOfStates } from '@/lib/sessions/groups/commands'
import { speaking } from '@/tests/support/speaking'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let listId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  listId = await opens('2020-07-27T10:00')
})

const { opens, opensOn, view, asks, calls, idOf } = speaking(() => ({ cast, listId }))
const speakers = async () => (await view())!.statements.map(({ speaker }) => speaker)

describe('a list of speakers', () => {
  test('takes each delegation once, in the order of the requests, and others by the Secretariat', async () => {
    await asks(cast.belmara.head)
    await asks(cast.arvenia.adviser, { person: 'Ms. Amara Voss' })
    await expect(asks(cast.belmara.adviser)).rejects.toMatchObject({ key: 'floorAsked' })
    await asks(cast.secretariat, { delegationId: cast.corvina.id })
    expect(await speakers()).toEqual(['Belmara', 'Arvenia', 'Corvina'])
    await expect(asks(cast.outsider)).rejects.toMatchObject({ key: 'floorOfOwn' })
    await expect(
      asks(cast.arvenia.head, { delegationId: cast.corvina.id, kind: 'rightOfReply' }),
    ).rejects.toMatchObject({ key: 'floorOfOwn' })
    const lists = await listSpeakersLists(cast.session)
    expect(lists.find(({ number, letter }) => number === 2 && !letter)!.list).toMatchObject({
      requests: 3,
    })
  })

  test('is followed by how many acts were stored, also where an earlier entry of the record is stored later', async () => {
    const before = await countListActs(cast.session)
    let between = before
    await systemTransaction(async (tx) => {
      await record(tx, cast.arvenia.head, 'session.floorAsked', { sessionId: cast.session.id })
      await asks(cast.belmara.head)
      between = (await loadSpeakers(cast.session, listId)).version
    })
    expect(between).toBe(before + 1)
    const { version, speakers: standing } = await loadSpeakers(cast.session, listId)
    expect(version).toBe(before + 2)
    expect(standing.map(({ name }) => name)).toEqual(['Belmara'])
    expect(newOnList({ version, speakers: standing }, [])).toEqual(['Belmara'])
    expect(newOnList({ version, speakers: standing }, [standing[0]!.id])).toEqual([])
  })

  test('opens at its time: a request that arrived a millisecond before is refused, one at that time stands', async () => {
    const opensAt = new Date(Date.now() - 30_000)
    await db.speakersList.update({ where: { id: listId }, data: { opensAt } })
    const at = (ms: number, actor: SignedIn): SignedIn => ({
      ...actor,
      request: { arrivedAt: new Date(opensAt.getTime() + ms) },
    })
    await expect(asks(at(-1, cast.arvenia.head))).rejects.toMatchObject({ key: 'speakersNotOpen' })
    await asks(at(0, cast.arvenia.head))
    await asks(at(1, cast.belmara.head))
    expect(await speakers()).toEqual(['Arvenia', 'Belmara'])
  })

  test('takes nobody after it was closed', async () => {
    await expect(closeSpeakersList(cast.chair, { listId })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await closeSpeakersList(cast.secretariat, { listId })
    await expect(asks(cast.arvenia.head)).rejects.toMatchObject({ key: 'speakersClosed' })
  })

  test('still takes a right of reply and a point of order after it was closed', async () => {
    await closeSpeakersList(cast.secretariat, { listId })
    await asks(cast.arvenia.head, { kind: 'rightOfReply' })
    await asks(cast.belmara.head, { kind: 'pointOfOrder' })
    expect(await speakers()).toEqual(['Arvenia', 'Belmara'])
  })

  test('names each speaker in its own capacity, also where the Secretariat asks', async () => {
    const { id: delegationId } = cast.corvina
    await expect(asks(cast.secretariat, { delegationId, kind: 'observer' })).rejects.toMatchObject({
      key: 'floorKind',
      field: 'kind',
    })
    await expect(asks(cast.corvina.head, { kind: 'organisation' })).rejects.toMatchObject({
      key: 'floorKind',
    })
    expect(await speakers()).toEqual([])
  })

  test('takes no statement of a group of States that names none', async () => {
    for (const name of ['Group of Harbours', 'Group of Ports'])
      await setGroupOfStates(cast.secretariat, {
        groupId: cast.session.groupId,
        name,
        kind: 'adHoc',
        members: ['Arvenia', 'Belmara'],
      })
    for (const actor of [cast.arvenia.head, cast.secretariat])
      await expect(asks(actor, { kind: 'group' })).rejects.toMatchObject({
        key: 'choose',
        field: 'groupOfStatesId',
      })
    expect(await speakers()).toEqual([])
  })

  test('stands in the order of whoever presides, behind which later requests come', async () => {
    for (const delegation of [cast.arvenia, cast.belmara, cast.corvina]) await asks(delegation.head)
    const move = { listId, statementId: await idOf('Corvina'), move: 'first' as const }
    await expect(orderSpeakers(cast.arvenia.head, move)).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await orderSpeakers(cast.chair, move)
    await asks(cast.doranta.head)
    expect(await speakers()).toEqual(['Corvina', 'Arvenia', 'Belmara', 'Doranta'])
  })

  test('gives the floor to one at a time, and notes who spoke', async () => {
    await asks(cast.arvenia.head)
    await asks(cast.belmara.head)
    await calls(await idOf('Arvenia'))
    await calls(await idOf('Belmara'))
    expect((await view())!.statements.map(({ status }) => status)).toEqual(['spoken', 'called'])
    const note = { statementId: await idOf('Belmara'), text: 'As delivered.' }
    await noteStatement(cast.secretariat, NoteStatement.parse(note))
    const [, belmara] = (await view())!.statements
    expect(belmara).toMatchObject({ status: 'spoken', text: 'As delivered.' })
    await expect(
      withdrawFloor(cast.belmara.head, { statementId: belmara!.id }),
    ).rejects.toMatchObject({ key: 'floorEnded' })
    await asks(cast.belmara.head, { kind: 'rightOfReply' })
  })

  test('refuses a call from a page that does not show who got the floor meanwhile, on another list too', async () => {
    await asks(cast.arvenia.head)
    await asks(cast.belmara.head)
    const [arvenia, belmara] = [await idOf('Arvenia'), await idOf('Belmara')]
    await calls(arvenia)
    await expect(
      callSpeaker(cast.secretariat, { statementId: belmara, held: [] }),
    ).rejects.toMatchObject({ key: 'floorMoved', values: { speaker: 'Arvenia' } })
    expect((await view())!.statements.map(({ status }) => status)).toEqual(['called', 'requested'])
    const other = await opensOn('3')
    await asks(cast.corvina.head, { listId: other })
    const { list } = await getSpeakersList(cast.session, '3')
    await calls(list!.statements[0]!.id)
    expect((await view())!.statements.map(({ status }) => status)).toEqual(['spoken', 'requested'])
  })

  test('takes the floor back from a speaker who did not speak: the request waits again', async () => {
    await asks(cast.arvenia.head)
    await asks(cast.belmara.head)
    const statementId = await idOf('Arvenia')
    await calls(statementId)
    await expect(takeBackFloor(cast.arvenia.head, { statementId })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await takeBackFloor(cast.chair, { statementId })
    await expect(takeBackFloor(cast.chair, { statementId })).rejects.toMatchObject({
      key: 'floorNotHeld',
    })
    expect((await view())!.statements.map(({ status }) => status)).toEqual([
      'requested',
      'requested',
    ])
    expect(await loadFloor(cast.session.id)).toBeNull()
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'session.floorTakenBack',
      data: { speaker: 'Arvenia' },
    })
  })

  test('keeps a request that has the floor from being withdrawn by a page that was read before', async () => {
    await asks(cast.arvenia.head)
    const statementId = await idOf('Arvenia')
    const followed = (await loadSpeakers(cast.session, listId)).speakers
    expect(followed).toMatchObject([{ name: 'Arvenia', hasFloor: false }])
    await calls(statementId)
    for (const actor of [cast.arvenia.head, cast.secretariat])
      await expect(withdrawFloor(actor, { statementId })).rejects.toMatchObject({
        key: 'floorGiven',
      })
    const now = await loadSpeakers(cast.session, listId)
    expect([newHolder(now, []), newHolder(now, [statementId])]).toEqual(['Arvenia', null])
  })

  test('lists those who had the floor first, as they had it, and the withdrawn last', async () => {
    for (const delegation of [cast.arvenia, cast.belmara, cast.corvina, cast.doranta])
      await asks(delegation.head)
    await withdrawFloor(cast.arvenia.head, { statementId: await idOf('Arvenia') })
    await calls(await idOf('Corvina'))
    await orderSpeakers(cast.chair, {
      listId,
      statementId: await idOf('Doranta'),
      move: 'first',
    })
    expect(await speakers()).toEqual(['Corvina', 'Doranta', 'Belmara', 'Arvenia'])
  })

  test('lets a delegation withdraw its own request alone', async () => {
    await asks(cast.arvenia.head)
    const statementId = await idOf('Arvenia')
    await expect(withdrawFloor(cast.belmara.head, { statementId })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await withdrawFloor(cast.arvenia.adviser, { statementId })
    expect((await view())!.statements[0]!.status).toBe('withdrawn')
    await asks(cast.arvenia.head)
  })

  test('keeps for whom a group of States spoke, as its members were on that day', async () => {
    const group = {
      groupId: cast.session.groupId,
      name: 'Group of Harbours',
      kind: 'adHoc' as const,
    }
    await setGroupOfStates(cast.secretariat, { ...group, members: ['Arvenia', 'Belmara'] })
    const { id } = await db.groupOfStates.findFirstOrThrow({ where: group })
    await asks(cast.arvenia.head, { kind: 'group', groupOfStatesId: id })
    await expect(
      asks(cast.corvina.head, { kind: 'group', groupOfStatesId: id }),
    ).rejects.toMatchObject({ key: 'floorGroup' })
    await setGroupOfStates(cast.secretariat, { ...group, members: ['Arvenia'] })
    expect((await view())!.statements).toMatchObject([
      {
        speaker: 'Group of Harbours',
        onBehalf: { members: [{ name: 'Arvenia' }, { name: 'Belmara' }] },
      },
    ])
  })

  test('loses none of 200 requests of one second; the order is the database’s', async () => {
    const { id: sessionId } = cast.session
    const entities = await db.entity.createManyAndReturn({
      data: Array.from({ length: 200 }, (_, index) => ({
        kind: 'memberState' as const,
        name: `State ${String(index).padStart(3, '0')}`,
        names: {},
        sortKey: `state ${index}`,
        invented: true,
      })),
    })
    const delegations = await db.delegation.createManyAndReturn({
      data: entities.map(({ id, name, sortKey }) => ({ sessionId, entityId: id, name, sortKey })),
    })
    const began = performance.now()
    await Promise.all(delegations.map(({ id }) => asks(cast.secretariat, { delegationId: id })))
    const took = performance.now() - began
    const rows = await db.statement.findMany({ where: { listId }, orderBy: { sequence: 'asc' } })
    expect(rows).toHaveLength(200)
    expect(await speakers()).toEqual(rows.map(({ speaker }) => speaker))
    expect(new Set(rows.map(({ delegationId }) => delegationId)).size).toBe(200)
    // A bound that a slow machine keeps too; BENCHMARKS.md holds the figure.
    expect(took).toBeLessThan(20_000)
  })
})
