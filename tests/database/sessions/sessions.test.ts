import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { SetAgenda } from '@/lib/sessions/agenda/agenda'
import { setAgenda } from '@/lib/sessions/agenda/commands'
import { changeSession, createSession, postponeSession } from '@/lib/sessions/commands'
import { listExtensions } from '@/lib/sessions/overview-queries'
import { closePeriod, extendPeriod, openPeriod } from '@/lib/sessions/periods/commands'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { CreateSession, OpenPeriod, PostponeSession } from '@/lib/sessions/schema'
import { expectRecorded } from '@/tests/support/recorded'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sessionId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
})

const lastAct = async () => (await cast.recorded()).at(-1)
const inAnHour = () => new Date(Date.now() + 3_600_000)

describe('a session', () => {
  const wanted = (ordinal = '8') => ({
    groupId: cast.session.groupId,
    ordinal,
    kind: 'topical',
    format: 'hybrid',
    place: 'Vienna',
    startsOn: '2022-01-17',
    endsOn: '2022-01-19',
  })

  it('is set up by the Secretariat, and recorded; fields that the form does not have change nothing', async () => {
    const foreign = { id: randomUUID(), slug: 'mine', version: 9, lastProposalNumber: 99 }
    const input = CreateSession.parse({ ...wanted(), ...foreign, createdById: randomUUID() })
    const slug = await createSession(cast.secretariat, input)
    const made = await db.session.findUniqueOrThrow({ where: { slug }, include: { record: true } })
    expect(made).toMatchObject({ ordinal: 8, version: 1, lastProposalNumber: 0 })
    expect(made.createdById).toBe(cast.secretariat.personId)
    expect(made.record.map(({ event }) => event)).toEqual(['session.created'])
    expect(made.id).not.toBe(foreign.id)
  })

  it('is not set up by anybody else, nor twice under one number', async () => {
    for (const actor of [cast.chair, cast.arvenia.head, cast.outsider])
      await expect(createSession(actor, CreateSession.parse(wanted('9')))).rejects.toMatchObject({
        reason: 'forbidden',
      })
    const twice = [1, 2].map(() => createSession(cast.secretariat, CreateSession.parse(wanted())))
    const answers = await Promise.allSettled(twice)
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { key: 'ordinalTaken', field: 'ordinal' } }])
  })

  it('keeps the dates it had when it is given others, and refuses a form that was read before', async () => {
    const dates = { startsOn: '2021-02-01', endsOn: '2021-02-03', reason: 'The pandemic' }
    const input = PostponeSession.parse({ sessionId, version: 1, ...dates })
    await postponeSession(cast.secretariat, input)
    expect(await db.earlierDates.findMany({ where: { sessionId } })).toMatchObject([
      { startsOn: new Date('2020-07-27'), endsOn: new Date('2020-07-29'), reason: 'The pandemic' },
    ])
    expect(await lastAct()).toMatchObject({ event: 'session.postponed' })
    await expect(postponeSession(cast.secretariat, input)).rejects.toMatchObject({
      key: 'sessionChanged',
    })
    const again = { ...input, version: 2 }
    await expect(postponeSession(cast.secretariat, again)).rejects.toMatchObject({
      key: 'datesSame',
    })
  })

  it('is changed once by two who read the same', async () => {
    const input = { sessionId, version: 1, title: 'A', kind: 'topical', format: 'online' } as const
    const both = ['Vienna', 'Geneva'].map((place) =>
      changeSession(cast.secretariat, { ...input, place }),
    )
    const answers = await Promise.allSettled(both)
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const acts = (await cast.recorded()).filter(({ event }) => event === 'session.changed')
    expect(acts).toHaveLength(1)
  })

  it('is recorded once where a second change repeats the first', async () => {
    const input = { sessionId, title: 'A', kind: 'topical', format: 'online', place: '' } as const
    await changeSession(cast.secretariat, { ...input, version: 1 })
    await expectRecorded(() => changeSession(cast.secretariat, { ...input, version: 2 }))
  })
})

describe('the agenda', () => {
  type Row = { id?: string; number: string; letter?: string; title: string }
  const set = (rows: Row[], actor: SignedIn = cast.secretariat, version = 1) =>
    setAgenda(
      actor,
      SetAgenda.parse({
        sessionId,
        version,
        id: rows.map(({ id }) => id ?? ''),
        number: rows.map(({ number }) => number),
        letter: rows.map(({ letter }) => letter ?? ''),
        title: rows.map(({ title }) => title),
        kind: rows.map(() => 'substantive'),
      }),
    )
  const kept = (item: string, number: string, letter = '') => {
    return { id: cast.agenda[item]!, number, letter, title: `Item ${item}` }
  }
  const whole = () => [
    kept('1', '1'),
    kept('1a', '1', 'a'),
    kept('1b', '1', 'b'),
    kept('2', '3'),
    kept('3', '2'),
    kept('4', '4'),
    kept('5', '5'),
  ]

  it('gives items other numbers, and their drafts go with them', async () => {
    await db.draft.create({
      data: {
        sessionId,
        delegationId: cast.arvenia.id,
        agendaItemId: cast.agenda['2']!,
        body: {},
        createdById: cast.arvenia.head.personId,
        updatedById: cast.arvenia.head.personId,
      },
    })
    await set([...whole(), { number: '3', letter: 'a', title: 'New' }, { number: '9', title: ' ' }])
    const item = await db.agendaItem.findUniqueOrThrow({ where: { id: cast.agenda['2']! } })
    expect(item).toMatchObject({ number: 3, letter: '', title: 'Item 2' })
    expect(await db.agendaItem.count({ where: { sessionId } })).toBe(8)
    expect(await lastAct()).toMatchObject({ event: 'agenda.changed', data: { items: 8 } })

    const without = whole().filter(({ id }) => id !== cast.agenda['2'])
    await expect(set(without, cast.secretariat, 2)).rejects.toMatchObject({
      key: 'agendaItemUsed',
      values: { item: '3' },
    })
  })

  it('is the Secretariat’s, and as it was read', async () => {
    for (const actor of [cast.rapporteur, cast.chair, cast.belmara.head])
      await expect(set(whole(), actor)).rejects.toMatchObject({ reason: 'forbidden' })
    await set(whole())
    await expect(set(whole())).rejects.toMatchObject({ key: 'sessionChanged' })
  })

  it('is recorded once where a second form repeats the first', async () => {
    await expectRecorded(() => set(whole()), ['agenda.changed', sessionId, { items: 7 }])
    await expectRecorded(() => set(whole(), cast.secretariat, 2))
  })

  it('does not know the items of another session', async () => {
    const otherCast = await scenario()
    const foreign = { id: otherCast.agenda['2']!, number: '7', title: 'Taken over' }
    const unknown = { ...foreign, id: randomUUID() }
    for (const row of [foreign, unknown])
      await expect(set([...whole(), row])).rejects.toMatchObject({ key: 'notFound' })
    expect(await db.agendaItem.count({ where: { sessionId } })).toBe(7)
    expect(await db.agendaItem.count({ where: { sessionId: otherCast.session.id } })).toBe(7)
  })
})

describe('a period', () => {
  const open = (actor: SignedIn = cast.secretariat, openUntil = inAnHour()) =>
    openPeriod(actor, { sessionId, kind: 'submission', openUntil })
  const only = () => db.period.findFirstOrThrow({ where: { sessionId } })
  const isOpen = () => systemTransaction((tx) => requireOpenPeriod(tx, {}, sessionId, 'submission'))

  it('is opened once by two at one time, and recorded once', async () => {
    const answers = await Promise.allSettled([open(), open()])
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { key: 'periodOpen' } }])
    expect((await cast.recorded()).map(({ event }) => event)).toEqual(['period.opened'])
    await isOpen()
  })

  it('is over one second after its deadline by the database’s clock: not sent to, not extended', async () => {
    await open()
    const { id: periodId } = await only()
    await cast.deadlinePasses('submission', '1 second')
    await expect(isOpen()).rejects.toMatchObject({ reason: 'closed' })
    const input = { periodId, reason: 'Late texts.', openUntil: inAnHour() }
    await expect(extendPeriod(cast.secretariat, input)).rejects.toMatchObject({ key: 'periodOver' })
    await open()
    expect(await db.period.count({ where: { sessionId } })).toBe(2)
  })

  it('is not opened until a moment that has passed by a second', async () => {
    const [row] = await db.$queryRaw<[{ at: Date }]>`SELECT now() - interval '1 second' AS at`
    await expect(open(cast.secretariat, row.at)).rejects.toMatchObject({
      key: 'deadlinePassed',
      field: 'openUntil',
    })
  })

  it('is extended to a later deadline only, and closed at once', async () => {
    await open()
    const { id: periodId, openUntil } = await only()
    const reason = 'Late translations.'
    await expect(
      extendPeriod(cast.secretariat, { periodId, reason, openUntil }),
    ).rejects.toMatchObject({
      key: 'deadlineNotLater',
    })
    const later = new Date(openUntil.getTime() + 60_000)
    await extendPeriod(cast.secretariat, { periodId, reason, openUntil: later })
    const latest = new Date(later.getTime() + 60_000)
    await extendPeriod(cast.secretariat, { periodId, reason: 'Again.', openUntil: latest })
    expect((await listExtensions(cast.session)).get(periodId)).toMatchObject([
      { before: openUntil, until: later, reason },
      { before: later, until: latest, reason: 'Again.' },
    ])
    await closePeriod(cast.secretariat, { periodId })
    await expect(isOpen()).rejects.toMatchObject({ reason: 'closed' })
    expect((await cast.recorded()).map(({ event }) => event)).toEqual([
      'period.opened',
      'period.extended',
      'period.extended',
      'period.closed',
    ])
  })

  it('is nobody else’s; one of another session answers like one that does not exist', async () => {
    await open()
    const { id: periodId } = await only()
    const offices = [{ kind: 'secretariat', sessionId: randomUUID() }] as const
    const elsewhere: SignedIn = { ...cast.secretariat, offices }
    for (const actor of [cast.chair, cast.arvenia.head])
      await expect(closePeriod(actor, { periodId })).rejects.toMatchObject({ reason: 'forbidden' })
    for (const id of [periodId, randomUUID()])
      await expect(closePeriod(elsewhere, { periodId: id })).rejects.toMatchObject({
        reason: 'not-found',
        key: 'notFound',
      })
    await expect(open(elsewhere)).rejects.toMatchObject({ reason: 'forbidden' })
  })

  it('has the deadline that Vienna’s clocks show, in summer and in winter', () => {
    const until = (openUntil: string) =>
      OpenPeriod.parse({ sessionId, kind: 'comments', openUntil }).openUntil.toISOString()
    expect(until('2020-07-27T18:00')).toBe('2020-07-27T16:00:00.000Z')
    expect(until('2021-01-27T18:00')).toBe('2021-01-27T17:00:00.000Z')
    expect(() => until('2021-03-28T02:30')).toThrow()
  })
})
