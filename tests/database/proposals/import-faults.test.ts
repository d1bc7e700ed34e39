import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepImport, previewImport } from '@/lib/proposals/import/commands'
import { getImport } from '@/lib/proposals/import/queries'
import { item, listFile } from '@/tests/support/importing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let ordinal = 40
beforeEach(async () => {
  cast = await scenario()
})

const file = (items: object[], session: object = {}) => listFile(items, { ordinal, ...session })
const problems = async (bytes: Uint8Array) =>
  (await previewImport(bytes)).problems.map(({ line, item, key }) => `${item ?? line}: ${key}`)

describe('a list with faults', () => {
  it('names every bad item', async () => {
    const bytes = file([
      item(),
      item({ by: ['Atlantis'], number: '2' }),
      item({ text: ' \u200B\u2800' }),
      item({ number: '5', text: 'a\u202Eb', kind: 'wish', language: 'la' }),
      item({ number: '6', heading: '', by: ['Belmara', 'Belmara'] }),
      item({ number: '7', text: 'x'.repeat(1_000_000) }),
    ])
    expect(await problems(bytes)).toEqual([
      '2: state',
      '3: text.empty',
      '3: duplicate',
      '4: kind',
      '4: language',
      '4: text.bidi',
      '5: heading',
      '5: twice',
      '6: text.tooManyLetters',
    ])
  })

  it.each([
    ['no JSON', new TextEncoder().encode('{\n "format": '), '2: json'],
    ['another format', new TextEncoder().encode('{"format":"else"}'), '0: format'],
    ['no items', file([]), '0: empty'],
    ['a file of Word', Buffer.from('PK\u0003\u0004[Content_Types].xml', 'latin1'), '0: noText'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), '0: noText'],
  ])('refuses %s', async (_, bytes, problem) => {
    expect(await problems(bytes)).toEqual([problem])
  })

  it('names the lines of a CSV in UTF-8 that were damaged', async () => {
    const damaged = Buffer.concat([
      Buffer.from('number,heading,kind,language,text,by\n1,H,,,Café.,\n2,H,,,Caf'),
      Buffer.from([0xe9]),
      Buffer.from('.,\n'),
    ])
    expect(await problems(damaged)).toEqual(['3: encoding'])
  })

  it('recognises the encoding, and keeps it with the draft', async () => {
    const csv = `number,heading,kind,language,text,by\n1,Café,,,Café ${randomUUID()} – fine.,\n`
    const files = {
      utf8: Buffer.from(csv),
      utf8Bom: Buffer.from(`\uFEFF${csv.replace('1,', '2,')}`),
      utf16: Buffer.from(`\uFEFF${csv.replace('1,', '3,')}`, 'utf16le'),
      windows1252: Buffer.from(csv.replace('1,', '4,').replace('–', '\u0096'), 'latin1'),
    }
    for (const [encoding, bytes] of Object.entries(files)) {
      const { items } = await previewImport(bytes)
      expect(items).toMatchObject([{ heading: 'Café', text: expect.stringContaining('– fine.') }])
      const draft = await keepImport(cast.secretariat, { fileName: 'list.csv', bytes })
      expect(await getImport(cast.secretariat, draft.id)).toMatchObject({ encoding })
    }
  })

  it('reads headings in capitals under a line of Excel, and names faults by their line of the file', async () => {
    const csv = [
      'sep=;',
      'Number;HEADING;Kind;Language;Text;By',
      '',
      '1;Laws;Recommendation;EN;"First.',
      'Second.";"Arvenia',
      'Corvina"',
      '2;Laws;CONCLUSION;en;Third.;Turkey',
      '3;Laws;wish;en;Fourth.;Atlantis',
      '4;Laws;;;Fifth.;;more',
    ]
    const { problems: faults } = await previewImport(Buffer.from(csv.slice(0, 8).join('\r\n')))
    expect(faults).toMatchObject([
      { line: 7, key: 'stateSuggested', values: { name: 'Turkey', official: 'Türkiye' } },
      { line: 8, key: 'kind' },
      { line: 8, key: 'state' },
    ])
    expect(await problems(Buffer.from(csv.join('\r\n')))).toEqual(['9: tooManyCells'])
    const { items } = await previewImport(Buffer.from(csv.slice(0, 6).join('\r\n')))
    expect(items).toMatchObject([
      {
        line: 4,
        kind: 'recommendation',
        language: 'en',
        text: 'First.\nSecond.',
        by: ['Arvenia', 'Corvina'],
      },
    ])
  })

  it('names faults of JSON by their line of the file, however it is laid out', async () => {
    const item = (number: string, kind: string) =>
      JSON.stringify(
        { number, heading: 'Laws', kind, language: 'en', text: `Act ${number}.`, by: [] },
        null,
        1,
      )
    const file = (items: readonly string[]) =>
      Buffer.from(`{"format": "stocktake-list",\n"version": 1,\n"items": [${items.join(',\r\n')}]}`)
    const good = await previewImport(file([item('1', 'conclusion'), item('2', 'conclusion')]))
    expect(good.items.map(({ line }) => line)).toEqual([3, 11])
    const { problems: faults } = await previewImport(file([item('1', 'wish'), item('1', 'wish')]))
    expect(faults).toMatchObject([
      { line: 3, item: 1, key: 'kind' },
      { line: 11, item: 2, key: 'kind' },
      { line: 11, item: 2, key: 'duplicate', values: { first: 1 } },
    ])
    expect(await problems(file([item('1', 'conclusion'), '\n{"number": }']))).toEqual(['12: json'])
    expect(await problems(Buffer.from(`{"items": ${'['.repeat(500_000)}`))).toEqual(['1: json'])
  })

  it('reads CSV with quotes, line feeds and several States', async () => {
    ordinal += 1
    const csv = Buffer.from(
      'number,heading,kind,language,text,by\r\n1,Laws,conclusion,en,"One, ""two""\nlines.",Arvenia; Corvina\r\n',
    )
    const { items } = await previewImport(csv)
    expect(items).toMatchObject([
      {
        number: '1',
        heading: 'Laws',
        kind: 'conclusion',
        language: 'en',
        text: 'One, "two"\nlines.',
        by: ['Arvenia', 'Corvina'],
      },
    ])
  })
})
