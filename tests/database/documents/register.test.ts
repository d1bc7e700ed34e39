import { beforeEach, describe, expect, it } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import {
  correctDocument,
  issueDocument,
  registerDocument,
  withdrawDocument,
} from '@/lib/documents/commands'
import { addFile } from '@/lib/documents/files/commands'
import { markDocumentIssued } from '@/lib/documents/issue'
import { publicDocument, publicDocuments } from '@/lib/documents/public'
import { getDocument } from '@/lib/documents/queries'
import { ownRoot, registering } from '@/tests/support/documents'
import { pdf } from '@/tests/support/files'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let root: string
beforeEach(async () => {
  cast = await scenario()
  root = await ownRoot(cast)
})

const { asked, register, add } = registering(() => cast)

describe('a row of the public register', () => {
  it('without anything to read says so', async () => {
    const { id, symbol } = await register({ kind: 'circulationLetter' })
    await systemTransaction((tx) => markDocumentIssued(tx, id, cast.secretariat.personId))
    expect(await publicDocuments(cast.session.slug)).toContain('Not available here.')
    expect(await publicDocument(cast.session.slug, symbol)).toContain('Not available here.')
    await add(id)
    expect(await publicDocuments(cast.session.slug)).not.toContain('Not available here.')
  })
})

describe('a correction', () => {
  const corrected = { title: 'Provisional agenda', datedOn: new Date('2020-07-01') }
  const corrects = (id: string, actor = cast.secretariat) =>
    correctDocument(actor, { id, ...corrected })

  it('changes title and date, also after the issue, and never the symbol; the record has both', async () => {
    const { id, symbol } = await registerDocument(
      cast.secretariat,
      asked({ title: 'Provisonal agenda' }),
    )
    await corrects(id)
    const drafted = (await cast.recorded()).at(-1)!
    expect(drafted.event).toBe('document.corrected')
    expect(drafted.data).toMatchObject({ titled: 'untold' })
    expect(JSON.stringify(drafted.data)).not.toContain('agenda')
    await correctDocument(cast.secretariat, { id, ...corrected, title: 'Provisonal agenda' })
    await addFile(cast.secretariat, {
      id,
      language: 'en',
      file: { name: 'agenda.pdf', form: 'pdf', bytes: pdf('agenda') },
    })
    await issueDocument(cast.secretariat, { id })
    await corrects(id)
    await corrects(id)
    expect(await db.document.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...corrected,
      symbol,
    })
    const acts = (await cast.recorded()).filter(({ event }) => event === 'document.corrected')
    expect(acts).toHaveLength(3)
    expect(acts[2]!.data).toMatchObject({
      symbol,
      titleBefore: 'Provisonal agenda',
      title: 'Provisional agenda',
      date: '2020-07-01',
    })
    await expect(
      db.document.update({ where: { id }, data: { symbol: `${root}/2020/99`, number: 99 } }),
    ).rejects.toThrow()
  })

  it('is for the Secretariat, and not for a document that was withdrawn', async () => {
    const { id } = await registerDocument(cast.secretariat, asked())
    await expect(corrects(id, cast.chair)).rejects.toMatchObject({ reason: 'not-found' })
    await withdrawDocument(cast.secretariat, { id, reason: 'Registered twice.' })
    await expect(corrects(id)).rejects.toMatchObject({ key: 'documentWithdrawn' })
  })
})

describe('the documents before and after one', () => {
  const issued = async (patch: object = {}) => {
    const document = await register(patch)
    await add(document.id)
    await issueDocument(cast.secretariat, { id: document.id })
    return document
  }

  it('are named to those alone who may read them', async () => {
    const first = await issued({ title: 'A paper' })
    const open = await issued({ followsId: first.id, following: 'Rev' })
    const closed = await issued({
      followsId: first.id,
      following: 'Add',
      distribution: 'restricted',
    })
    const followers = async (actor: Parameters<typeof getDocument>[0]) =>
      (await getDocument(actor, cast.session, first.symbol)).followedBy.toSorted()
    expect(await followers(cast.arvenia.head)).toEqual([closed.symbol, open.symbol].toSorted())
    expect(await followers(visitor)).toEqual([open.symbol])
    expect(await publicDocument(cast.session.slug, first.symbol)).not.toContain(closed.symbol)
    await withdrawDocument(cast.secretariat, { id: first.id, reason: 'It was wrong.' })
    expect((await getDocument(visitor, cast.session, open.symbol)).follows).toBeNull()
    expect((await getDocument(cast.secretariat, cast.session, open.symbol)).follows).toBe(
      first.symbol,
    )
  })

  it('are not named as later ones in preparation or once withdrawn, to the Secretariat neither', async () => {
    const first = await issued({ title: 'A paper' })
    const later = await register({ followsId: first.id, following: 'Add' })
    const followers = async () =>
      (await getDocument(cast.secretariat, cast.session, first.symbol)).followedBy
    expect(await followers()).toEqual([])
    await add(later.id)
    await issueDocument(cast.secretariat, { id: later.id })
    expect(await followers()).toEqual([later.symbol])
    await withdrawDocument(cast.secretariat, { id: later.id, reason: 'It was wrong.' })
    expect(await followers()).toEqual([])
  })
})
