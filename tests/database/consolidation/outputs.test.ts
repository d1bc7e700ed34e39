import { beforeEach, describe, expect, it } from 'vitest'
import { adoptList } from '@/lib/plenary/adoption'
import { type OutputAsked, outputFormats, outputWhats } from '@/lib/consolidation/outputs/formats'
import { getAdoptedList } from '@/lib/consolidation/outputs/printed-queries'
import { declareStatus } from '@/lib/plenary/commands'
import { publicConsolidated, publicLineage } from '@/lib/consolidation/outputs/public-files'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { db } from '@/lib/db/client'
import { listFront } from '@/lib/desk/front-queries'
import type {} from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { part, read } from '@/tests/domain/export/word'
import { issuedList } from '@/tests/support/issued-list'
import { mergedList, printing } from '@/tests/support/merged-list'
import type { StockTaking } from '@/tests/support/stock-taking'

let cast: StockTaking
let merged: string

beforeEach(async () => {
  ;({ cast, merged } = await mergedList())
})

const { printed, output } = printing(() => cast)
const adopts = () => adoptList(cast.chair, { slug: cast.slug, meeting: 3 })

describe('the consolidated list', () => {
  it('prints without the name of any State, in every form, and with sources where asked', async () => {
    await adopts()
    for (const format of ['docx', 'html', 'csv', 'xlsx', 'json'] as const) {
      const body = await output({ format })
      const words = {
        docx: () => read(body as Uint8Array).join('\n'),
        xlsx: () => part(body as Uint8Array, 'xl/sharedStrings.xml'),
        text: () => String(body),
      }[format === 'docx' || format === 'xlsx' ? format : 'text']()
      expect(words).toContain('adopt and enact laws')
      expect(words).not.toMatch(/Arvenia|Belmara/)
    }
    const lines = read((await output({ format: 'docx' })) as Uint8Array)
    expect(lines).toContain('(a) Member States should adopt and enact laws.')
    const named = String(await output({ format: 'html', attribution: true }))
    expect(named).toContain(
      'Sources: fifth session, International cooperation, para. 1 (a) (Arvenia); fifth session, International cooperation, para. 1 (b) (Belmara).',
    )
    expect(named).toContain('in part (“enact”)')
  })

  it('has its whole lineage and every outcome in JSON', async () => {
    const json = JSON.parse(String(await output({ attribution: true })))
    expect(json.items).toMatchObject([
      {
        number: '1 (a)',
        heading: 'International cooperation',
        kind: 'recommendation',
        text: 'Member States should adopt and enact laws',
        sources: [
          { session: 5, number: '1 (a)', by: ['Arvenia'], taken: 'whole' },
          { session: 5, number: '1 (b)', by: ['Belmara'], taken: 'whole' },
        ],
      },
      {
        number: '2 (a)',
        sources: [
          { number: '1 (b)', taken: 'part', words: 'enact' },
          { number: '1 (c)', taken: 'whole' },
        ],
      },
    ])
    expect(json.preliminary).toMatchObject([
      { outcome: 'mergedInto', into: [{ number: '1 (a)' }], decidedBy: 'Ruta Melander' },
      { outcome: 'splitInto', into: [{ number: '1 (a)' }, { number: '2 (a)', taken: 'part' }] },
      { outcome: 'mergedInto' },
      { outcome: 'deferred', reason: 'For the next session.', into: [] },
    ])
    for (const { decidedAt } of json.preliminary) expect(Date.parse(decidedAt)).not.toBeNaN()
  })

  it('is the same bytes for the same list', async () => {
    for (const format of ['docx', 'pdf', 'xlsx', 'json'] as const)
      for (const outputKind of ['list', 'concordance', 'decisions'] as const) {
        const [first, second] = [
          await output({ format, what: outputKind }),
          await output({ format, what: outputKind }),
        ]
        expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
      }
  })

  it('brackets what stands in brackets', async () => {
    await cast.declares(merged, 'bracketed')
    expect(read((await output({ format: 'docx' })) as Uint8Array)).toContain(
      '(a) [Member States should adopt and enact laws].',
    )
  })

  it('has the numbers in the making that the adoption then gives', async () => {
    const before = (await printed()).headings
    await adopts()
    const rows = await db.consolidatedItem.findMany({ where: { deletedAt: null } })
    for (const { items } of before)
      for (const { id, paragraph, letter } of items)
        expect(rows.find((row) => row.id === id)).toMatchObject({ paragraph, letter })
  })

  it('is everybody’s once adopted, and nobody’s outside before', async () => {
    await expect(getAdoptedList(cast.slug)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(printed(cast.outsider)).rejects.toMatchObject({ reason: 'not-found' })
    await adopts()
    expect((await getAdoptedList(cast.slug)).adoptedMeeting).toBe(3)
  })

  it('is at no public address, in no form, before it is adopted', async () => {
    const all: OutputAsked = { what: 'list', format: 'json', attribution: true, way: 'items' }
    const every = outputWhats.flatMap((outputKind) =>
      outputFormats.map(
        (format) => () => publicConsolidated(cast.slug, { ...all, what: outputKind, format }),
      ),
    )
    for (const ask of [...every, () => publicLineage(cast.slug)])
      await expect(ask()).rejects.toMatchObject({ reason: 'not-found' })
    const released = async () => (await listFront()).find(({ slug }) => slug === cast.slug)
    expect(await released()).toMatchObject({ adoptedAt: null, adoptedItems: null, snapshots: 0 })
    await adopts()
    for (const ask of [...every, () => publicLineage(cast.slug)])
      expect((await ask()).body.length).toBeGreaterThan(100)
    expect(await released()).toMatchObject({ adoptedItems: 2 })
  })

  it('takes stock of nothing that was issued after its adoption', async () => {
    await adopts()
    await issuedList(cast.session.groupId, 7, ['Too late.'], [], new Date())
    expect((await printed()).sources).toHaveLength(4)
  })
})

describe('the concordance', () => {
  it('goes both ways', async () => {
    const items = String(await output({ what: 'concordance', format: 'csv', attribution: true }))
    expect(items.split('\r\n').filter((line) => line.includes('Belmara'))).toHaveLength(2)
    const ask = { what: 'concordance', format: 'csv', way: 'sources' } as const
    const sources = String(await output(ask))
    expect(sources).toContain('splitInto,1 (a); 2 (a)')
    expect(sources).toContain('deferred,,For the next session.')
    expect(sources).not.toContain('Belmara')
  })
})

describe('the record of decisions', () => {
  it('says who decided what at which meeting, of which text', async () => {
    await cast.declares(merged, 'agreed')
    await adopts()
    const { decisions } = JSON.parse(String(await output({ what: 'decisions' })))
    const wording = await db.consolidatedText.findFirstOrThrow({ where: { itemId: merged } })
    const list = await db.consolidatedList.findFirstOrThrow({
      where: { sessionId: cast.session.id },
    })
    expect(decisions).toMatchObject([
      { decision: 'Declared agreed', item: '1 (a)', by: cast.chair.name, sha256: wording.textHash },
      { event: 'consolidation.adopted', meeting: 3, sha256: list.textHash },
    ])
  })

  it('gives the reason that the presiding officer gave', async () => {
    const reason = 'Two delegations await instructions.'
    const declared = { slug: cast.slug, id: merged, wording: 1, kind: 'bracketed' as const, reason }
    await declareStatus(cast.chair, declared)
    const { decisions } = JSON.parse(String(await output({ what: 'decisions' })))
    expect(decisions).toMatchObject([{ decision: `Declared in brackets. Reason: ${reason}` }])
    const item = await getConsolidatedItem(
      cast.arvenia.head,
      await getSession(cast.arvenia.head, cast.slug),
      merged,
    )
    expect(item.statusReason).toBe(reason)
  })
})
