import { beforeEach, describe, expect, it } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import {
  issueDocument,
  noteStep,
  registerDocument,
  withdrawDocument,
} from '@/lib/documents/commands'
import { countBacklog, releaseBacklog } from '@/lib/documents/backlog'
import { removeFile } from '@/lib/documents/files/commands'
import { documentSeries } from '@/lib/documents/kinds'
import { publicDocument, publicDocuments } from '@/lib/documents/public'
import { getDocument, getFile, listDocuments, nextSymbols } from '@/lib/documents/queries'
import { releaseThing } from '@/lib/documents/things'
import { adoptList } from '@/lib/plenary/adoption'
import { takeSnapshot } from '@/lib/plenary/snapshots/commands'
import { publicSnapshot } from '@/lib/plenary/snapshots/public'
import { publicList } from '@/lib/proposals/preliminary-list/public'
import { findListSymbol } from '@/lib/proposals/preliminary-list/queries'
import { findSession } from '@/lib/sessions/queries'
import { documentIn, ownRoot, registering } from '@/tests/support/documents'
import { issuedList } from '@/tests/support/issued-list'
import { mergedList, printing } from '@/tests/support/merged-list'
import { pdf } from '@/tests/support/files'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { expectRecorded } from '@/tests/support/recorded'

let cast: Scenario
let root: string
beforeEach(async () => {
  cast = await scenario()
  root = await ownRoot(cast)
})

const { asked, register, add } = registering(() => cast)

describe('a symbol', () => {
  it('is the next free one of its series, and is never given again', async () => {
    expect((await register()).symbol).toBe(`${root}/2020/CRP.1`)
    const { id, symbol } = await register()
    expect(symbol).toBe(`${root}/2020/CRP.2`)
    const reason = 'Registered twice.'
    const withdraws = () => withdrawDocument(cast.secretariat, { id, reason })
    await expectRecorded(withdraws, ['document.withdrawn', id, { symbol, reason }])
    await expectRecorded(() => expect(withdraws()).rejects.toThrow())
    expect((await register()).symbol).toBe(`${root}/2020/CRP.3`)
    await expect(register({ symbol })).rejects.toMatchObject({
      key: 'symbolTaken',
      values: { symbol },
    })
    expect((await register({ kind: 'participants' })).symbol).toBe(`${root}/2020/INF/1`)
    expect((await register({ kind: 'report' })).symbol).toBe(`${root}/2020/1`)
    const session = (await findSession(cast.session.slug))!
    expect(await nextSymbols(cast.secretariat, session, documentSeries)).toMatchObject({
      crp: `${root}/2020/CRP.4`,
      plain: `${root}/2020/2`,
      l: `${root}/2020/L.1`,
    })
    await expect(nextSymbols(cast.chair, session, documentSeries)).rejects.toThrow('notFound')
  })

  it('may be typed, once; under the root of the parent the paper bears the full head', async () => {
    const symbol = `E/CN.15/2020/${Math.ceil(Math.random() * 90_000)}`
    expect((await register({ kind: 'report', symbol })).symbol).toBe(symbol)
    await expect(register({ symbol })).rejects.toMatchObject({ field: 'symbol' })
    expect(() => asked({ symbol: 'E/CN.15/12' })).toThrow()
  })

  it('of a revision, an addendum or a corrigendum follows that of the earlier document', async () => {
    const { id, symbol } = await register({ kind: 'draftReport' })
    const after = (following: string, followsId = id) => register({ followsId, following })
    expect((await after('Add')).symbol).toBe(`${symbol}/Add.1`)
    const second = await after('Add')
    expect(second.symbol).toBe(`${symbol}/Add.2`)
    expect((await after('Corr', second.id)).symbol).toBe(`${symbol}/Add.2/Corr.1`)
    expect((await after('-*')).symbol).toBe(`${symbol}/-*`)
    await expect(after('-*')).rejects.toMatchObject({ key: 'symbolTaken' })
  })

  it('is given to one of twenty who ask at one moment, each its own', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => register()))
    expect(new Set(given.map(({ symbol }) => symbol)).size).toBe(20)
    expect(await db.document.count({ where: { root } })).toBe(20)
  })

  it('is given by the Secretariat alone, within its session', async () => {
    for (const actor of [cast.chair, cast.rapporteur, cast.arvenia.head])
      await expect(register({}, actor)).rejects.toMatchObject({ reason: 'forbidden' })
    const otherCast = await scenario()
    await expect(register({ agendaItemId: otherCast.agenda['2'] })).rejects.toMatchObject({
      reason: 'not-found',
    })
    expect(await cast.recorded()).toEqual([])
  })
})

describe('the papers of a stock-taking', () => {
  it('bear each a symbol of its own from their release on, and a gap before', async () => {
    const { cast: room } = await mergedList()
    const { symbolRoot } = await db.expertGroup.findUniqueOrThrow({
      where: { id: room.session.groupId },
    })
    const { printed, output } = printing(() => room)
    const gap = `${symbolRoot}/2020/[...]`
    for (const outputKind of ['list', 'concordance', 'decisions'] as const)
      expect(String(await output({ what: outputKind, format: 'html' }))).toContain(gap)
    const items = (await printed()).headings.flatMap(({ items: under }) => under)
    for (const { id } of items) await room.declares(id, 'agreed')
    await takeSnapshot(room.chair, { slug: room.slug })
    await adoptList(room.chair, { slug: room.slug, meeting: 3 })
    const issued = await listDocuments(visitor, room.session)
    const kinds = ['snapshot', 'consolidatedList', 'concordance', 'decisions']
    expect(issued.map(({ kind }) => kind)).toEqual(kinds)
    expect(new Set(issued.map(({ symbol }) => symbol)).size).toBe(4)
    for (const [index, outputKind] of (['list', 'concordance', 'decisions'] as const).entries()) {
      const page = String(await output({ what: outputKind, format: 'html' }))
      expect(page).toContain(issued[index + 1]!.symbol)
      expect(page).not.toContain(gap)
    }
    const paper = await publicSnapshot(room.slug, 1, { format: 'html', against: null })
    expect(paper.document).toContain(issued[0]!.symbol)
    const page = await publicDocuments(room.slug)
    expect(page).toContain(`/public/${room.slug}/consolidated?what=concordance`)
  })

  it('that were released before the register was kept get their symbols together, once', async () => {
    const past = await issuedList(cast.session.groupId, 3, ['Member States should share.'])
    const of = { sessionId: past.session.id }
    await expect(releaseBacklog(cast.chair, of)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await countBacklog(cast.chair, past.session)).toBe(0)
    expect(await countBacklog(cast.secretariat, past.session)).toBe(1)
    expect(await releaseBacklog(cast.secretariat, of)).toBe(1)
    expect(await releaseBacklog(cast.secretariat, of)).toBe(0)
    expect(await findListSymbol(past.session.slug)).toBe(`${root}/2019/CRP.1`)
  })

  it('of an imported list bear the symbol under which it was printed, which nobody else gets', async () => {
    const past = await issuedList(cast.session.groupId, 5, ['Member States should share.'])
    expect(await findListSymbol(past.session.slug)).toBe('')
    const thing = { kind: 'preliminaryList', preliminaryListId: past.listId } as const
    const symbol = `${root}/2019/L.1`
    await systemTransaction((tx) =>
      releaseThing(tx, thing, { sessionId: past.session.id, actor: null, symbol }),
    )
    expect(await findListSymbol(past.session.slug)).toBe(symbol)
    const list = await publicList(past.session.slug, 'html', true)
    expect(list.document).toContain(symbol)
    await expect(register({ symbol })).rejects.toMatchObject({ key: 'symbolTaken' })
  })
})

describe('a document', () => {
  it('is seen by the Secretariat alone until it is issued, then by everybody under one address', async () => {
    const { id, symbol } = await register({ kind: 'participants', title: 'List of participants' })
    expect(await add(id)).toEqual({ isNew: true })
    expect(await add(id)).toEqual({ isNew: false })
    const session = (await findSession(cast.session.slug))!
    for (const actor of [cast.chair, cast.arvenia.head, visitor]) {
      expect(await listDocuments(actor, session)).toEqual([])
      await expect(getDocument(actor, session, symbol)).rejects.toMatchObject({
        reason: 'not-found',
      })
      const asks = { symbol, language: 'en', form: 'pdf' }
      await expect(getFile(actor, session, asks)).rejects.toMatchObject({ reason: 'not-found' })
    }
    await expect(publicDocuments(session.slug)).rejects.toMatchObject({ reason: 'not-found' })
    await issueDocument(cast.secretariat, { id })
    expect(await publicDocuments(session.slug)).toContain(symbol)
    const page = await publicDocument(session.slug, symbol)
    const place = `/public/${session.slug}/documents/${symbol.replaceAll('/', '_')}/en.pdf`
    expect(page).toContain(place)
    const kept = await getFile(visitor, session, { symbol, language: 'en', form: 'pdf' })
    expect(Buffer.from(kept.bytes)).toEqual(Buffer.from(pdf('a')))
  })

  it('that is restricted is read by those who take part', async () => {
    const { id, symbol } = await register({ distribution: 'restricted' })
    await add(id)
    await issueDocument(cast.secretariat, { id })
    const session = (await findSession(cast.session.slug))!
    expect(await getDocument(cast.arvenia.head, session, symbol)).toMatchObject({ symbol })
    await expect(publicDocument(session.slug, symbol)).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  it('is issued with a file and then keeps it; a further language may come later', async () => {
    const { id } = await register()
    await expect(issueDocument(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'documentEmpty',
    })
    await add(id)
    await add(id)
    await expect(add(id, 'other')).rejects.toMatchObject({ key: 'fileThere' })
    const { id: fileId } = (await db.documentFile.findFirst({ where: { documentId: id } }))!
    await removeFile(cast.secretariat, { id: fileId })
    await add(id, 'other')
    const edited = { id, kind: 'edited' as const, takenOn: new Date('2020-07-20') }
    await noteStep(cast.secretariat, edited)
    await expectRecorded(() => noteStep(cast.secretariat, edited))
    await issueDocument(cast.secretariat, { id })
    await expect(issueDocument(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'documentIssued',
    })
    const kept = (await db.documentFile.findFirst({ where: { documentId: id } }))!
    await expect(removeFile(cast.secretariat, { id: kept.id })).rejects.toMatchObject({
      key: 'documentIssued',
    })
    await add(id, 'version française', 'fr')
    const session = (await findSession(cast.session.slug))!
    const { symbol } = (await db.document.findUnique({ where: { id } }))!
    expect(await getDocument(cast.chair, session, symbol)).toMatchObject({
      languages: ['en', 'fr'],
    })
    expect((await cast.recorded()).map(({ event }) => event)).toEqual([
      'document.registered',
      'document.fileAdded',
      'document.fileRemoved',
      'document.fileAdded',
      'document.stepNoted',
      'document.issued',
      'document.fileAdded',
    ])
  })
})

describe('the number of another group', () => {
  it('is not taken: a symbol under the root of another group is refused', async () => {
    const other = await scenario()
    const theirs = `${root}OTHER`
    const where = { id: other.session.groupId }
    await db.expertGroup.update({ where, data: { symbolRoot: theirs } })
    await expect(register({ symbol: `${theirs}/2020/CRP.1` })).rejects.toMatchObject({
      key: 'symbolOfGroup',
      field: 'symbol',
    })
    expect((await register({ symbol: `${root}/2020/CRP.7` })).symbol).toBe(`${root}/2020/CRP.7`)
    // The root of a parent body belongs to no group here.
    const parent = `E/T${root.slice(-6).replaceAll('/', '')}`
    expect((await register({ symbol: `${parent}/2020/12` })).symbol).toBe(`${parent}/2020/12`)
    const own = documentIn(other.session.id, { symbol: `${theirs}/2020/CRP.1` })
    expect((await registerDocument(other.secretariat, own)).symbol).toBe(`${theirs}/2020/CRP.1`)
  })

  it('is not given by mistake: a revision of no document is refused', () => {
    expect(() => asked({ following: 'Rev' })).toThrow()
  })
})
