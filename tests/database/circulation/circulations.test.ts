import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { beforeEach, describe, expect, it } from 'vitest'
import { noteOpened, removeAddressee } from '@/lib/circulation/addressees/commands'
import { listAddressees, listToAddress } from '@/lib/circulation/addressees/queries'
import { createCirculation, editCirculation, extendCirculation } from '@/lib/circulation/commands'
import { getPreparedCirculation, listCirculations, listIssued } from '@/lib/circulation/queries'
import { AddAddressees } from '@/lib/circulation/schema'
import { previewLetter } from '@/lib/circulation/preview'
import { db } from '@/lib/db/client'
import { registerDelegation } from '@/lib/delegations/commands'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { inThePast } from '@/tests/support/in-the-past'
import { issuedList } from '@/tests/support/issued-list'
import { preparing } from '@/tests/support/preparing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let listId: string
let id: string

const { content, creates, asks, opens, letters } = preparing(() => ({ cast, listId, id }))

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  listId = (await issuedList(cast.session.groupId, 3, ['Member States should share.'])).listId
  id = randomUUID()
})

describe('a circulation', () => {
  it('is prepared by the Secretariat alone, of issued lists, for a stock-taking', async () => {
    for (const actor of [cast.rapporteur, cast.chair, cast.arvenia.head])
      await expect(creates(actor)).rejects.toMatchObject({ key: 'secretariatOnly' })
    const notIssued = await db.preliminaryList.create({
      data: { session: { connect: { id: cast.session.id } } },
    })
    await expect(
      createCirculation(cast.secretariat, {
        id,
        slug: cast.session.slug,
        ...content(),
        lists: [notIssued.id],
      }),
    ).rejects.toMatchObject({ key: 'listNotIssued' })
    const topical = await scenario()
    await expect(
      createCirculation(topical.secretariat, { id, slug: topical.session.slug, ...content() }),
    ).rejects.toMatchObject({ key: 'notStockTaking' })
    await creates()
    expect(await creates()).toEqual({ slug: cast.session.slug, id })
    expect(await db.circulation.count({ where: { id } })).toBe(1)
    expect((await cast.recorded()).map(({ event }) => event)).toEqual(['circulation.prepared'])
  })

  it('is not said to be prepared under the id of one of another session', async () => {
    await creates()
    const other = await scenario({ kind: 'stockTaking' })
    const past = await issuedList(other.session.groupId, 3, ['Member States should share.'])
    const { slug } = other.session
    await expect(
      createCirculation(other.secretariat, { id, slug, ...content(), lists: [past.listId] }),
    ).rejects.toThrow()
    expect(await db.circulation.count({ where: { id, sessionId: other.session.id } })).toBe(0)
  })

  it('takes once what a form sends twice', () => {
    const { kinds } = AddAddressees.shape
    expect(kinds.parse(['memberState', 'memberState'])).toEqual(['memberState'])
    expect(kinds.parse('memberState')).toEqual(['memberState'])
    expect(kinds.parse(undefined)).toEqual([])
  })

  it('is the Secretariat’s alone until it is opened', async () => {
    await creates()
    expect(await listCirculations(cast.secretariat, cast.session)).toMatchObject([
      { id, phase: 'prepared' },
    ])
    for (const actor of [cast.arvenia.head, cast.chair, cast.rapporteur]) {
      expect(await listCirculations(actor, cast.session)).toEqual([])
      await expect(getPreparedCirculation(actor, cast.session, id)).rejects.toMatchObject({
        key: 'secretariatOnly',
      })
    }
    expect(await listIssued(cast.secretariat, cast.session)).toMatchObject([
      { id: listId, items: 1 },
    ])
    await editCirculation(cast.secretariat, { id, version: 1, ...content(), title: 'Untold' })
    const { lines } = await listRecord(cast.arvenia.head, cast.session, RecordFilter.parse({}))
    expect(lines.map(({ event, data }) => [event, data])).toEqual([
      ['circulation.changed', {}],
      ['circulation.prepared', {}],
    ])
  })

  it('changes until it is opened, and not over somebody else’s change', async () => {
    await creates()
    await editCirculation(cast.secretariat, { id, version: 1, ...content(), title: 'Another' })
    await expect(
      editCirculation(cast.secretariat, { id, version: 1, ...content() }),
    ).rejects.toMatchObject({ key: 'circulationChanged' })
    await asks(['memberState'])
    await expect(opens(1)).rejects.toMatchObject({ key: 'circulationChanged' })
    await opens(2)
    await expect(
      editCirculation(cast.secretariat, { id, version: 2, ...content() }),
    ).rejects.toMatchObject({ key: 'circulationOpened' })
    await expect(
      removeAddressee(cast.secretariat, { id, delegationId: cast.arvenia.id }),
    ).rejects.toMatchObject({ key: 'circulationOpened' })
  })

  it('is not opened to nobody, nor after its deadline', async () => {
    await creates()
    await expect(opens()).rejects.toMatchObject({ key: 'noAddressees' })
    await asks(['memberState'])
    await db.circulation.update({ where: { id }, data: { openUntil: new Date(Date.now() - 1) } })
    await expect(opens()).rejects.toMatchObject({ key: 'deadlinePassed' })
  })

  it('sends its letter once to each contact person, whoever opens it how often', async () => {
    await creates()
    await asks(['memberState'])
    await Promise.all([opens(), opens()])
    const sent = await letters('letter')
    const contacts = await db.representative.count({
      where: {
        maySubmit: true,
        endedAt: null,
        delegation: { sessionId: cast.session.id, entity: { kind: 'memberState' } },
      },
    })
    expect(sent).toHaveLength(contacts)
    const { mail } = sent.find(({ delegation }) => delegation.name === 'Arvenia')!
    expect(mail!.text).toContain('Arvenia is asked to comment on')
    expect(mail!.text).toContain(`/sessions/${cast.session.slug}/circulation/${id}`)
    expect(mail!.subject).not.toContain('Arvenia')
    const of = { id, sessionId: cast.session.id }
    const [to] = await listAddressees(cast.secretariat, of)
    expect((await previewLetter(cast.secretariat, of, to!)).text).toContain(
      `${to!.name} is asked to comment on`,
    )
    await expect(previewLetter(cast.arvenia.head, of, to!)).rejects.toMatchObject({
      key: 'secretariatOnly',
    })
  })

  it('offers an organization that was let in by another circulation of the session', async () => {
    const { id: entityId } = await db.entity.create({
      data: { kind: 'academia', name: `Real academy ${id}`, names: {}, sortKey: 'z' },
    })
    const sessionId = cast.session.id
    const offered = async () =>
      (await listToAddress(cast.secretariat, { id, sessionId })).map((entity) => entity.id)
    await creates()
    expect(await offered()).not.toContain(entityId)
    await registerDelegation(cast.secretariat, {
      sessionId,
      entityId,
      kind: '',
      name: '',
      isAnother: false,
    })
    expect(await offered()).toContain(entityId)
  })

  it('takes in a State that was at no earlier session, also while it is open', async () => {
    const newcomer = await db.entity.create({
      data: { kind: 'memberState', name: `New ${id}`, names: {}, sortKey: 'new', invented: true },
    })
    await creates()
    await asks(['memberState'])
    await opens()
    expect(await asks([], [newcomer.id])).toMatchObject({ added: 0 })
    const academy = await db.entity.create({
      data: { kind: 'academia', name: `Academy ${id}`, names: {}, sortKey: 'z', invented: true },
    })
    expect(
      (await listToAddress(cast.secretariat, { id, sessionId: cast.session.id })).at(-1),
    ).toEqual({ id: academy.id, name: academy.name, kind: 'academia' })
    expect(await asks([], [academy.id])).toMatchObject({ added: 1 })
    const lines = await listAddressees(cast.secretariat, { id, sessionId: cast.session.id })
    expect(lines.find(({ name }) => name === academy.name)).toMatchObject({
      contacts: [],
      state: 'notWritten',
    })
  })

  it('tells who opened it, and of what is in hand only that there is something', async () => {
    await creates()
    await asks(['memberState'])
    await opens()
    const of = { id, sessionId: cast.session.id }
    const state = async (delegationId: string) =>
      (await listAddressees(cast.secretariat, of)).find(
        (line) => line.delegationId === delegationId,
      )
    expect(await state(cast.arvenia.id)).toMatchObject({ state: 'written', firstOpenedAt: null })
    await noteOpened(cast.arvenia.adviser, of)
    const { firstOpenedAt } = (await state(cast.arvenia.id))!
    await noteOpened(cast.arvenia.head, of)
    expect(await state(cast.arvenia.id)).toMatchObject({ state: 'opened', firstOpenedAt })
    await db.circulationDraft.create({
      data: {
        circulationId: id,
        sessionId: cast.session.id,
        delegationId: cast.arvenia.id,
        target: 'circulation',
        category: 'general',
        text: 'A MARKER of a draft.',
        createdById: cast.arvenia.head.personId,
        updatedById: cast.arvenia.head.personId,
      },
    })
    expect(await state(cast.arvenia.id)).toMatchObject({ state: 'inHand', answers: 0 })
    expect(JSON.stringify(await listAddressees(cast.secretariat, of))).not.toContain('MARKER')
    await expect(listAddressees(cast.rapporteur, of)).rejects.toMatchObject({
      key: 'secretariatOnly',
    })
  })
})

describe('the deadline of a circulation', () => {
  beforeEach(async () => {
    await creates()
    await asks(['memberState'])
    await opens()
  })
  const extend = (days: number) =>
    extendCirculation(cast.secretariat, {
      id,
      openUntil: addDays(new Date(), days),
      reason: 'Many asked for it.',
    })

  it('is moved to a later hour for all, who are told why', async () => {
    await expect(extend(29)).rejects.toMatchObject({ key: 'deadlineNotLater' })
    await extend(40)
    const { extensions } = await getPreparedCirculation(cast.secretariat, cast.session, id)
    expect(extensions).toMatchObject([{ reason: 'Many asked for it.' }])
    const extensionLetters = await letters('extension')
    expect(extensionLetters).toHaveLength((await letters('letter')).length)
    expect(extensionLetters[0]!.mail!.text).toContain('Many asked for it.')
  })

  it('is not moved once it has passed', async () => {
    const openUntil = new Date(Date.now() - 1)
    await inThePast((tx) => tx.circulation.update({ where: { id }, data: { openUntil } }))
    await expect(extend(40)).rejects.toMatchObject({ key: 'circulationClosed' })
    await expect(asks([], [])).rejects.toMatchObject({ key: 'circulationClosed' })
  })
})
