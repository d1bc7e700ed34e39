import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOf, lineageOf } from '@/lib/consolidation/outputs/lineage/lineage'
import { lineageSvg } from '@/lib/consolidation/outputs/lineage/lineage-svg'
import type { PrintedList } from '@/lib/consolidation/outputs/print-model'

/** A list of so many items, and for each preliminary item its heading and the items that use it. */
const listOf = (items: number, sources: readonly { heading: number; uses: number[] }[]) =>
  ({
    headings: [
      { title: 'A', items: Array.from({ length: items }, (_, index) => ({ id: `c${index}` })) },
    ],
    sources: sources
      .toSorted((a, b) => a.heading - b.heading)
      .map(({ heading, uses }, index) => ({
        id: `s${index}`,
        sessionOrdinal: 4 + Math.floor(heading / 2),
        heading: `H${heading}`,
        outcome: uses.length > 0 ? 'mergedInto' : index % 2 ? 'deferred' : null,
        uses: [...new Set(uses)].map((use) => ({ itemId: `c${use}` })),
      })),
  }) as unknown as PrintedList

const lists = fc.integer({ min: 1, max: 12 }).chain((items) =>
  fc
    .array(
      fc.record({
        heading: fc.nat(5),
        uses: fc.array(fc.nat(items - 1), { maxLength: 3 }),
      }),
      { maxLength: 40 },
    )
    .map((sources) => listOf(items, sources)),
)

describe('the lineage drawn', () => {
  it('has every preliminary item in a band for each of its ends, and in one where it has none', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { bands } = lineageOf(list)
        for (const source of list.sources) {
          const of = bands.filter(({ sources }) => sources.includes(source))
          expect(of).toHaveLength(Math.max(1, source.uses.length))
        }
      }),
    )
  })

  it('lets no band leave its nodes, and no node stand on another', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const lineage = lineageOf(list)
        const figure = figureOf(lineage)
        for (const nodes of [figure.origins, figure.ends])
          for (const [index, { y }] of nodes.entries()) {
            const above = nodes[index - 1]
            if (above) expect(y).toBeGreaterThan(above.y + above.height)
          }
        for (const [index, { fromY, toY, thickness }] of figure.bands.entries()) {
          const { from, to } = lineage.bands[index]!
          const [origin, end] = [figure.origins[from]!, figure.ends[to]!]
          expect(fromY).toBeGreaterThanOrEqual(origin.y)
          expect(fromY + thickness).toBeLessThanOrEqual(origin.y + origin.height + 1e-6)
          expect(toY + thickness).toBeLessThanOrEqual(end.y + end.height + 1e-6)
        }
      }),
    )
  })

  it('escapes every word, and leads from each band to its row', () => {
    const lineage = lineageOf(listOf(1, [{ heading: 0, uses: [0] }]))
    const hostile = () => '<script>"&'
    const words = { label: '"', origin: hostile, end: hostile, band: hostile }
    const svg = lineageSvg(lineage, words).text
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('href="#band-1-1"')
  })

  it('cuts a label to what has room beside its bar, where a Chinese letter takes two places', () => {
    const lineage = lineageOf(listOf(1, [{ heading: 0, uses: [0] }]))
    const drawn = (label: string) => {
      const words = { label: '', origin: () => label, end: () => '', band: () => '' }
      return /<text[^>]*>([^<]*)</.exec(lineageSvg(lineage, words).text)![1]
    }
    expect(drawn('a'.repeat(42))).toBe('a'.repeat(42))
    expect(drawn('a'.repeat(43))).toBe(`${'a'.repeat(42)}…`)
    expect(drawn('会'.repeat(30))).toBe(`${'会'.repeat(21)}…`)
  })
})
