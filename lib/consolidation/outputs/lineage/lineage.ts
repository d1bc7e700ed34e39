import type { OutcomeKind } from '@/lib/consolidation/kinds'
import {
  itemsOf,
  type PrintedItem,
  type PrintedList,
  type PrintedSource,
} from '@/lib/consolidation/outputs/print-model'

/** Bands begin at the items of one heading of one session's list. */
type LineageOrigin = { sessionOrdinal: number; heading: string }

/** Bands end at an item of the list, or at the outcome of items that gave it nothing. */
type LineageEnd =
  | { kind: 'item'; item: PrintedItem }
  | { kind: 'aside'; outcome: OutcomeKind | null }

/** The preliminary items that went from one origin to one end; each stands in a band for each of its ends. */
type LineageBand = { from: number; to: number; sources: PrintedSource[] }

export type Lineage = { origins: LineageOrigin[]; ends: LineageEnd[]; bands: LineageBand[] }

const ASIDE: readonly (OutcomeKind | null)[] = ['deferred', 'notAgreed', 'withdrawn', null]

/** The lineage of a list as sets: no preliminary item is left out, whatever its outcome. */
export function lineageOf(list: PrintedList): Lineage {
  const items = itemsOf(list)
  const asides = ASIDE.filter((outcome) =>
    list.sources.some((source) => source.uses.length === 0 && asideOf(source) === outcome),
  )
  const ends: LineageEnd[] = [
    ...items.map((item) => ({ kind: 'item' as const, item })),
    ...asides.map((outcome) => ({ kind: 'aside' as const, outcome })),
  ]
  const endOfItem = new Map(items.map(({ id }, index) => [id, index]))
  const origins: LineageOrigin[] = []
  const bands = new Map<string, LineageBand>()
  for (const source of list.sources) {
    const from = originOf(origins, source)
    for (const to of endsOf(source, endOfItem, items.length, asides)) {
      const key = `${from} ${to}`
      const band = bands.get(key) ?? { from, to, sources: [] }
      bands.set(key, band)
      band.sources.push(source)
    }
  }
  return {
    origins,
    ends,
    bands: [...bands.values()].toSorted((a, b) => a.from - b.from || a.to - b.to),
  }
}

const asideOf = ({ outcome }: PrintedSource): OutcomeKind | null =>
  ASIDE.includes(outcome) ? outcome : null

/** The sources come session by session and heading by heading. */
function originOf(origins: LineageOrigin[], { sessionOrdinal, heading }: PrintedSource): number {
  const last = origins.at(-1)
  if (last?.sessionOrdinal !== sessionOrdinal || last.heading !== heading)
    origins.push({ sessionOrdinal, heading })
  return origins.length - 1
}

function endsOf(
  source: PrintedSource,
  endOfItem: ReadonlyMap<string, number>,
  items: number,
  asides: readonly (OutcomeKind | null)[],
): number[] {
  const ends = source.uses.flatMap(({ itemId }) => endOfItem.get(itemId) ?? [])
  return ends.length > 0 ? [...new Set(ends)] : [items + asides.indexOf(asideOf(source))]
}

/** A node of the figure: its distance from the top, and its height. */
type FigureNode = { y: number; height: number }
/** A band between the edges of two nodes: its start, its end, its thickness. */
type FigureBand = { fromY: number; toY: number; thickness: number }
export type Figure = {
  height: number
  origins: FigureNode[]
  ends: FigureNode[]
  bands: FigureBand[]
}

const GAP = 8
const SMALLEST = 18

/**
 * The position of every node and band: nodes below each other in the order of their lists, as tall as the bands at
 * them, and never too small for a line of words.
 */
export function figureOf({ origins, ends, bands }: Lineage): Figure {
  const links = bands.reduce((sum, { sources }) => sum + sources.length, 0)
  const unit = Math.min(14, Math.max(3, 900 / Math.max(links, 1)))
  const left = stacked(origins.length, bands, ({ from }) => from, unit)
  const right = stacked(ends.length, bands, ({ to }) => to, unit)
  const height = Math.max(left.height, right.height)
  const fromAt = left.nodes.map(({ y }) => y)
  const toAt = right.nodes.map(({ y }) => y)
  return {
    height,
    origins: left.nodes,
    ends: right.nodes,
    bands: bands.map(({ from, to, sources }) => {
      const thickness = sources.length * unit
      const band = { fromY: fromAt[from] ?? 0, toY: toAt[to] ?? 0, thickness }
      fromAt[from] = band.fromY + thickness
      toAt[to] = band.toY + thickness
      return band
    }),
  }
}

function stacked(
  count: number,
  bands: readonly LineageBand[],
  nodeOf: (band: LineageBand) => number,
  unit: number,
): { nodes: FigureNode[]; height: number } {
  const sizes = Array.from({ length: count }, () => 0)
  for (const band of bands) sizes[nodeOf(band)]! += band.sources.length * unit
  const nodes: FigureNode[] = []
  let y = 0
  for (const size of sizes) {
    const height = Math.max(size, SMALLEST)
    nodes.push({ y, height })
    y += height + GAP
  }
  return { nodes, height: Math.max(y - GAP, 0) }
}
