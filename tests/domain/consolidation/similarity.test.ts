import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank, rankAll } from '@/lib/consolidation/similarity/rank'
import { wordsOf } from '@/lib/consolidation/similarity/tokens'
import invented from '@/tests/support/invented/groups.json'

const items = [
  'Member States should ratify the Convention against Torture;',
  'Consider accession to CAT;',
  'Establish contact points that answer requests at any hour;',
  'Take part in the 24/7 network;',
  'Teach safe conduct on the Internet in schools;',
  'Les États Membres devraient adopter des règles sur la preuve électronique ;',
  'Los Estados Miembros deberían adoptar normas sobre las pruebas electrónicas;',
  'Государствам-членам следует согласовать единую форму запроса;',
  '会员国应当鼓励执法机关与网络服务提供者建立固定的联系渠道；',
  'ينبغي للدول الأعضاء أن تنشئ وحدات متخصصة للتحقيق في الجرائم السيبرانية؛',
]
const drafted = fc
  .array(fc.constantFrom(...items.flatMap((item) => item.split(' '))), { maxLength: 12 })
  .map((words) => words.join(' '))
const anything = fc.oneof(drafted, fc.string({ unit: 'binary', maxLength: 60 }))
const best = (query: string) => rank(query, items)[0]?.index

describe('items ranked by similarity', () => {
  it('puts a candidate that reads the same first, with the score 1', () => {
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 20 }), (query, candidates) => {
        fc.pre(query !== '')
        const [first] = rank(query, [...candidates, query])
        expect(first).toMatchObject({ score: 1 })
        expect([...candidates, query][first!.index]).toBe(query)
      }),
    )
  })

  it('gives descending scores above 0 and up to 1, each candidate once, as many as asked at most', () => {
    fc.assert(
      fc.property(
        anything,
        fc.array(anything),
        fc.integer({ min: 0, max: 8 }),
        (query, all, limit) => {
          const found = rank(query, all, limit)
          expect(found.length).toBeLessThanOrEqual(limit)
          expect(new Set(found.map(({ index }) => index)).size).toBe(found.length)
          for (const [place, { score }] of found.entries()) {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(found[place - 1]?.score ?? 1)
          }
        },
      ),
    )
  })

  it('names as shared only words that stand in both', () => {
    fc.assert(
      fc.property(anything, fc.array(anything), (query, all) => {
        for (const { index, shared } of rank(query, all))
          for (const word of shared) {
            expect(wordsOf(query)).toContain(word)
            expect(wordsOf(all[index]!)).toContain(word)
          }
      }),
    )
  })

  it('answers the same each time, also when the array was changed in between', () => {
    const candidates = [...items]
    const before = rank(items[0]!, candidates)
    expect(rank(items[0]!, candidates)).toEqual(before)
    candidates[4] = items[0]!
    expect(rank(items[0]!, candidates)[1]).toMatchObject({ index: 4, score: 1 })
  })

  it('finds nothing in nothing', () => {
    expect(rank('Ratify the Convention', [])).toEqual([])
    expect(rank('', items)).toEqual([])
    expect(rank('Ratify', ['', '  ', '…'])).toEqual([])
    expect(rank('Ratify', items, 0)).toEqual([])
    expect(rank('\u0000\uD800 🏛️ \u202E', items)).toEqual([])
  })

  it('knows an instrument and an arrangement by their other names', () => {
    expect(rank(items[1]!, items, 2)[1]?.index).toBe(0)
    expect(rank(items[3]!, items, 2)[1]?.index).toBe(2)
  })

  it.each([
    ['Il faut des règles sur la preuve électronique', 5, 'preuve'],
    ['Normas comunes sobre pruebas electrónicas', 6, 'pruebas'],
    ['Единая форма запроса', 7, 'запроса'],
    ['执法机关与服务提供者的联系渠道', 8, '联系'],
    ['وحدات متخصصة للتحقيق', 9, 'متخصصة'],
    ['Schools should teach conduct', 4, 'teach'],
  ])('compares in the six languages by their words: %s', (query, index, word) => {
    expect(best(query)).toBe(index)
    expect(rank(query, items)[0]?.shared).toContain(word)
  })

  it('ranks all of a list, each without itself, and tells how far it is', async () => {
    const progress: number[] = []
    const texts = Array.from({ length: 150 }, (_, number) => `${items[number % 10]} ${number}`)
    const found = await rankAll(texts, 3, (done) => progress.push(done))
    expect(progress).toEqual([100, 150])
    expect(found.every((ranked, ownIndex) => ranked.every(({ index }) => index !== ownIndex))).toBe(
      true,
    )
    expect(found[0]![0]!.index % 10).toBe(0)
  })
})

const file = path.resolve('../shared/data/upr-groups-calibration.json')
type Report = { items: { id: string; text: string }[]; groups: { members: string[] }[] }

/** For each item of a merged group: the rank of the nearest item of its group among all other items. */
function placesOf({ items: all, groups }: Report): number[] {
  return groups
    .filter(({ members }) => members.length > 1)
    .flatMap(({ members }) =>
      members.map((id) => {
        const otherItems = all.filter((item) => item.id !== id)
        const query = all.find((item) => item.id === id)!.text
        const found = rank(
          query,
          otherItems.map(({ text }) => text),
          otherItems.length,
        )
        const place = found.findIndex(({ index }) => members.includes(otherItems[index]!.id))
        return place < 0 ? Infinity : place + 1
      }),
    )
}

type Measured = { texts: number; firstFive: number; reciprocal: number }

/** The share of items with another of their group among the first five, and the mean reciprocal rank. */
function measured(reports: readonly Report[]): Measured {
  const places = reports.flatMap(placesOf)
  const mean = (figures: number[]) => figures.reduce((sum, x) => sum + x, 0) / figures.length
  return {
    texts: places.length,
    firstFive: mean(places.map((place) => (place <= 5 ? 1 : 0))),
    reciprocal: mean(places.map((place) => 1 / place)),
  }
}

function expectFound({ firstFive, reciprocal }: Measured): void {
  expect(firstFive).toBeGreaterThanOrEqual(0.93)
  expect(reciprocal).toBeGreaterThanOrEqual(0.76)
}

describe('items of one group are among the first five for 93 of 100, and near the first place', () => {
  it('in an invented report, which comes with the tests', () => {
    expectFound(measured(invented.reports))
  })

  it.skipIf(!existsSync(file))('in seven real reports (skipped without ../shared/data)', () => {
    const { reports } = JSON.parse(readFileSync(file, 'utf8')) as { reports: Report[] }
    const found = measured(reports)
    expect(found.texts).toBe(385)
    expectFound(found)
  })
})
