import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { importList, previewImport } from '@/lib/proposals/import/commands'
import { listProposals } from '@/lib/proposals/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let ordinal = 40
beforeEach(async () => {
  cast = await scenario()
})

const file = (items: object[], session: object = {}) =>
  new TextEncoder().encode(
    JSON.stringify({
      format: 'stocktake-list',
      version: 1,
      session: {
        ordinal,
        place: 'Vienna',
        startsOn: '2018-04-03',
        endsOn: '2018-04-05',
        ...session,
      },
      items,
    }),
  )
const item = (change: object = {}) => ({
  number: '4 (c)',
  heading: 'Legislation',
  text: 'Member States should adopt laws.',
  by: ['Arvenia', 'Belmara'],
  ...change,
})
const problems = async (bytes: Uint8Array, session?: object) =>
  (await previewImport(bytes, session)).problems.map(({ line, key }) => `${line}: ${key}`)

describe('importing a past list', () => {
  it('makes the session, its list and what stands behind it, and records it', async () => {
    ordinal += 1
    const { list } = await previewImport(
      file([
        item(),
        item({ number: '', by: [], text: 'Experts noted the threat.', kind: 'conclusion' }),
      ]),
    )
    const { slug } = await importList(cast.secretariat, list!)
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
    expect(proposals).toMatchObject([{ delegationName: 'Arvenia', coSponsors: 1, number: 1 }])
    const events = await db.recordEntry.findMany({ where: { sessionId: session.id } })
    expect(events.map(({ event }) => event)).toEqual(['session.created', 'list.imported'])
  })

  it('is done by the Secretariat alone, and once for a session', async () => {
    ordinal += 1
    const { list } = await previewImport(file([item()]))
    await expect(importList(cast.rapporteur, list!)).rejects.toThrow('secretariatOnly')
    await importList('operator', list!)
    await expect(importList(cast.secretariat, list!)).rejects.toThrow('ordinalTaken')
  })

  it('imports nothing where the last of many items cannot be written', async () => {
    ordinal += 1
    const { list } = await previewImport(
      file(Array.from({ length: 450 }, (_, i) => item({ number: `${i}`, text: `Text ${i}.` }))),
    )
    list!.items[449]!.by = ['Nowhere']
    await expect(importList(cast.secretariat, list!)).rejects.toThrow('notFound')
    expect(await db.session.count({ where: { ordinal } })).toBe(0)
  })
})

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
    ['no JSON', new TextEncoder().encode('{ "format": '), '0: json'],
    ['another format', new TextEncoder().encode('{"format":"else"}'), '0: format'],
    ['no items', file([]), '0: empty'],
    ['dates out of order', file([item()], { endsOn: '2018-04-01' }), '0: session'],
    ['no ordinal', file([item()], { ordinal: 'six' }), '0: session'],
  ])('refuses %s', async (_, bytes, problem) => {
    expect(await problems(bytes)).toEqual([problem])
  })

  it('names the lines of a CSV that are not UTF-8', async () => {
    const latin = Buffer.from(
      'number,heading,kind,language,text,by\n1,H,,,Caf\u00e9.,\n2,H,,,Fine.,\n',
      'latin1',
    )
    expect(await problems(latin, {})).toEqual(['2: encoding'])
  })

  it('reads CSV with quotes, line feeds and several States', async () => {
    ordinal += 1
    const csv = Buffer.from(
      'number,heading,kind,language,text,by\r\n1,Laws,conclusion,en,"One, ""two""\nlines.",Arvenia; Corvina\r\n',
    )
    const session = { ordinal, place: 'Vienna', startsOn: '2018-04-03', endsOn: '2018-04-05' }
    const { list } = await previewImport(csv, session)
    expect(list?.items).toEqual([
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
