import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { listFront } from '@/lib/desk/front-queries'
import {
  changeImport,
  discardImport,
  type Importer,
  issueImport,
  keepImport,
} from '@/lib/proposals/import/commands'
import { getImport, listImports } from '@/lib/proposals/import/queries'
import { ChangeImport } from '@/lib/proposals/import/schema'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { listProposals } from '@/lib/proposals/search/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { item, listFile } from '@/tests/support/importing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { expectRecorded } from '@/tests/support/recorded'

let cast: Scenario
let ordinal = 40
beforeEach(async () => {
  cast = await scenario()
})

const file = (items: object[], session: object = {}) => listFile(items, { ordinal, ...session })
const keep = (bytes: Uint8Array, fileName = 'list.json') =>
  keepImport(cast.secretariat, { fileName, bytes, session: inGroup() })
/** Each scenario has a group of its own. */
const inGroup = () => ({ groupId: cast.session.groupId })
const issue = (draft: { id: string; version: number }, importer: Importer = cast.secretariat) =>
  issueImport(importer, draft)
const where = (change: object) =>
  ChangeImport.parse({ ...inGroup(), ordinal: String(ordinal), place: 'Vienna', ...change })

describe('importing a past list', () => {
  it('keeps a draft, of which nothing is seen before it is issued', async () => {
    ordinal += 1
    const { id } = await keep(file([item()]))
    expect(await db.session.count({ where: { ordinal } })).toBe(0)
    const draft = await getImport(cast.secretariat, id)
    expect(draft).toMatchObject({ problems: [], complete: true, issuedInto: null })
    expect(draft.items).toMatchObject([{ text: 'Member States should adopt laws.' }])
    for (const actor of [cast.rapporteur, cast.chair, cast.arvenia.head]) {
      await expect(getImport(actor, id)).rejects.toMatchObject({ key: 'secretariatOnly' })
      await expect(listImports(actor)).rejects.toMatchObject({ key: 'secretariatOnly' })
      await expect(issue(draft, actor)).rejects.toMatchObject({ key: 'secretariatOnly' })
    }
  })

  it('issues it as the session, its list and what stands behind it, and records it', async () => {
    ordinal += 1
    const draft = await keep(
      file([
        item(),
        item({ number: '', by: [], text: 'Experts noted the threat.', kind: 'conclusion' }),
      ]),
    )
    const { slug } = await issue(draft)
    const session = await db.session.findUniqueOrThrow({ where: { slug } })
    const issued = await db.preliminaryList.findUniqueOrThrow({
      where: { sessionId: session.id },
      include: { items: { orderBy: { position: 'asc' }, include: { proposals: true } } },
    })
    expect(issued.issuedAt).not.toBeNull()
    expect(
      issued.items.map(({ text, letter, importedNumber }) => [text, letter, importedNumber]),
    ).toEqual([
      ['Member States should adopt laws.', 'a', '4 (c)'],
      ['Experts noted the threat.', 'b', null],
    ])
    expect(issued.items[0]!.proposals[0]!.attribution).toEqual(['Arvenia', 'Belmara'])
    const { proposals } = await listProposals(cast.chair, session, ProposalFilter.parse({}))
    expect(proposals).toMatchObject([
      { delegationName: 'Arvenia', coSponsors: [{ revision: 1 }], number: 1 },
    ])
    const events = await db.recordEntry.findMany({ where: { sessionId: session.id } })
    expect(events.map(({ event }) => event)).toEqual(['session.created', 'list.imported'])
    await expect(issue(draft)).rejects.toMatchObject({ key: 'importIssued' })
    await expect(
      db.importDraft.update({ where: { id: draft.id }, data: { symbol: 'X' } }),
    ).rejects.toThrow('does not change')
  })

  it('goes into a session that exists, under its agenda item, with its own date and symbol', async () => {
    const { id: sessionId } = cast.session
    const draft = await keep(file([item({ by: ['Arvenia'], text: `Laws of ${sessionId}.` })]))
    const changed = where({
      ...draft,
      sessionId,
      agendaNumber: '3',
      printedOn: '2018-04-12',
      symbol: 'UNODC/CCPCJ/EG.4/2018/L.1',
    })
    const changes = () => changeImport(cast.secretariat, changed)
    await expectRecorded(changes, ['import.changed', draft.id])
    await expectRecorded(() => expect(changes()).rejects.toMatchObject({ key: 'importChanged' }))
    await expect(issue(draft)).rejects.toMatchObject({ key: 'importChanged' })
    const ahead = { ...draft, version: draft.version + 1, sessionId, printedOn: '2099-01-01' }
    await expect(changeImport(cast.secretariat, where(ahead))).rejects.toMatchObject({
      key: 'importDateAhead',
    })
    const before = await db.delegation.count({ where: { sessionId } })
    const { slug } = await issue({ ...draft, version: draft.version + 1 })
    expect(slug).toBe(cast.session.slug)
    expect(await db.delegation.count({ where: { sessionId } })).toBe(before)
    const proposal = await db.proposal.findFirstOrThrow({
      where: { sessionId },
      include: { agendaItem: true },
    })
    expect(proposal).toMatchObject({
      delegationId: cast.arvenia.id,
      agendaItem: { number: 3, title: 'Prevention' },
    })
    const list = await getList(cast.secretariat, cast.session)
    expect(list).toMatchObject({ symbol: 'UNODC/CCPCJ/EG.4/2018/L.1' })
    expect(list.printedOn?.toISOString().slice(0, 10)).toBe('2018-04-12')
    const front = (await listFront()).find((session) => session.slug === slug)
    expect(front).toMatchObject({ issuedOn: new Date('2018-04-12'), items: 1 })
  })

  it('is recognised when it comes twice', async () => {
    ordinal += 1
    const items = [item({ text: `Twice ${ordinal}.` })]
    const { id } = await keep(file(items))
    const draft = await keep(file(items), 'copy.json')
    expect(draft.id).toBe(id)
    await issue(draft)
    const again = await keep(file(items, { place: 'Geneva' }))
    expect(again.id).not.toBe(draft.id)
    const { odd } = await getImport(cast.secretariat, again.id)
    expect(odd).toMatchObject({ issuedBefore: [{ ordinal }], ordinalTaken: true })
    await expect(issue(again)).rejects.toMatchObject({ key: 'importTwice' })
    const { id: sessionId } = await db.session.findFirstOrThrow({ where: { ordinal } })
    await changeImport(cast.secretariat, where({ ...again, sessionId }))
    await expect(issue({ ...again, version: again.version + 1 })).rejects.toMatchObject({
      key: 'importTwice',
    })
  })

  it('takes no session that has a list, no number that is taken, and no session half told', async () => {
    ordinal += 1
    await issue(await keep(file([item({ text: `One ${ordinal}.` })])))
    const second = await keep(file([item({ text: `Two ${ordinal}.` })]))
    await expect(issue(second)).rejects.toMatchObject({ key: 'ordinalTaken' })
    const { id: sessionId } = await db.session.findFirstOrThrow({ where: { ordinal } })
    await changeImport(cast.secretariat, where({ ...second, sessionId }))
    await expect(issue({ ...second, version: 2 })).rejects.toMatchObject({ key: 'importListThere' })
    await changeImport(
      cast.secretariat,
      where({ id: second.id, version: 2, startsOn: '2018-04-03' }),
    )
    await expect(issue({ ...second, version: 3 })).rejects.toMatchObject({ key: 'importSession' })
  })

  it('says before it is issued under which names States are printed, and prints those', async () => {
    ordinal += 1
    await db.entity.create({
      data: {
        kind: 'memberState',
        name: 'Ruritania (Kingdom of)',
        sortKey: 'ruritania',
        names: { fr: 'Ruritanie' },
      },
    })
    await db.entity.create({
      data: {
        kind: 'memberState',
        name: 'Grand Fenwick',
        sortKey: 'fenwick',
        names: { fr: 'Fenouique' },
      },
    })
    const { id, version } = await keep(file([item({ by: ['Ruritania', 'Fenouique'] })]))
    const { odd, problems } = await getImport(cast.secretariat, id)
    expect(problems).toEqual([])
    expect(odd.otherNames).toEqual([
      { written: 'Ruritania', printed: 'Ruritania', name: 'Ruritania (Kingdom of)' },
      { written: 'Fenouique', printed: 'Grand Fenwick', name: 'Grand Fenwick' },
    ])
    await issue({ id, version })
    const [printed] = await db.itemProposal.findMany({
      where: { item: { list: { session: { ordinal } } } },
    })
    expect(printed!.attribution).toEqual(['Ruritania', 'Grand Fenwick'])
  })

  it('says what is odd before it is issued', async () => {
    const { id, version } = await keep(
      file([
        item({ by: ['Arvenia', 'Republic of Fictia'].slice(0, 1), text: 'The same.' }),
        item({ number: '5', by: [], text: 'The same.' }),
      ]),
    )
    await changeImport(cast.secretariat, where({ id, version, sessionId: cast.session.id }))
    const { odd, items } = await getImport(cast.secretariat, id)
    expect(odd.unattributed).toEqual([items[1]!.line])
    expect(odd.sameText).toEqual([{ line: items[1]!.line, first: items[0]!.line }])
  })

  it('needs the group of a new session where there are several, and is the list of that group alone', async () => {
    ordinal += 1
    const otherCast = await scenario()
    const upload = (text: string, session?: object) =>
      keepImport(cast.secretariat, {
        fileName: 'list.json',
        bytes: file([item({ text })]),
        session,
      })
    const draft = await upload('Whose is it?')
    const view = await getImport(cast.secretariat, draft.id)
    expect(view).toMatchObject({ complete: false, odd: { ordinalTaken: false } })
    expect(view.groups.length).toBeGreaterThan(1)
    await expect(issue(draft)).rejects.toMatchObject({ key: 'importGroup', field: 'groupId' })
    const into = { ...where({ ...draft, startsOn: '2018-04-03', endsOn: '2018-04-05' }) }
    await expect(
      changeImport(cast.secretariat, { ...into, groupId: crypto.randomUUID() }),
    ).rejects.toMatchObject({ reason: 'not-found' })
    await changeImport(cast.secretariat, into)
    const first = await issue({ ...draft, version: draft.version + 1 })
    const second = await upload('Another list.', { groupId: otherCast.session.groupId })
    expect((await getImport(cast.secretariat, second.id)).odd.ordinalTaken).toBe(false)
    const { slug } = await issue(second)
    expect(slug).toBe(`${first.slug}-2`)
    const sessions = await db.session.findMany({ where: { slug: { in: [first.slug, slug] } } })
    expect(sessions.map(({ groupId }) => groupId).toSorted()).toEqual(
      [cast.session.groupId, otherCast.session.groupId].toSorted(),
    )
  })

  it('is discarded, and then neither changed nor issued', async () => {
    ordinal += 1
    const draft = await keep(file([item({ text: `Gone ${ordinal}.` })]))
    await discardImport(cast.secretariat, draft)
    await discardImport(cast.secretariat, draft)
    await expect(issue(draft)).rejects.toMatchObject({ key: 'importDiscarded' })
    expect(await db.session.count({ where: { ordinal } })).toBe(0)
    const acts = await db.recordEntry.findMany({ where: { subjectId: draft.id } })
    expect(acts.map(({ event }) => event)).toEqual(['import.kept', 'import.discarded'])
  })

  it('is issued by the operator too', async () => {
    ordinal += 1
    const bytes = file([item({ text: `Operator ${ordinal}.` })])
    const draft = await keepImport('operator', { fileName: 'list.json', bytes, session: inGroup() })
    expect(await issue(draft, 'operator')).toMatchObject({ items: 1 })
  })

  it('keeps a file with faults to be read, and issues nothing of it', async () => {
    const draft = await keep(file([item({ by: ['Atlantis'] })]))
    const { problems, items } = await getImport(cast.secretariat, draft.id)
    expect(problems).toMatchObject([{ key: 'state', values: { name: 'Atlantis' } }])
    expect(items).toEqual([])
    await expect(issue(draft)).rejects.toMatchObject({ key: 'importFaulty' })
  })

  it('issues nothing where the last of many items cannot be written', async () => {
    ordinal += 1
    const draft = await keep(
      file(Array.from({ length: 450 }, (_, i) => item({ number: `${i}`, text: `Text ${i}.` }))),
    )
    const lost = await db.entity.create({
      data: { kind: 'memberState', name: 'Nowhere', names: {}, sortKey: 'nowhere' },
    })
    await db.$executeRaw`ALTER TABLE "ImportDraft" DISABLE TRIGGER import_draft_change`
    await db.$executeRaw`UPDATE "ImportDraft" SET items = jsonb_set(items, '{449,by}', '["Nowhere"]')
      WHERE id = ${draft.id}::uuid`
    await db.$executeRaw`ALTER TABLE "ImportDraft" ENABLE TRIGGER import_draft_change`
    await db.entity.delete({ where: { id: lost.id } })
    await expect(issue(draft)).rejects.toThrow('notFound')
    expect(await db.session.count({ where: { ordinal } })).toBe(0)
  })
})
