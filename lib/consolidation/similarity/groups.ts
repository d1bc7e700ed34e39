import type { Ranked } from './index'

/** From this mean similarity on, two groups are joined: on seven real reports it finds three of four merged pairs. */
export const LEAST_OF_GROUP = 0.4

/** The neighbours examined for each text. */
export const NEIGHBOURS = 30

/**
 * Groups of texts that look alike, the largest first, by average linkage over the nearest neighbours of each text
 * (`ranked`, in the order of the texts). Texts that stand alone are in no group; a pair for which `mayJoin` is
 * false is in no group together.
 */
export function groupsOf(
  ranked: readonly (readonly Pick<Ranked, 'index' | 'score'>[])[],
  mayJoin: (a: number, b: number) => boolean = () => true,
): number[][] {
  const groups = new Map(ranked.map((_, index): [number, number[]] => [index, [index]]))
  const sums = sumsOf(ranked)
  for (;;) {
    const pair = closest(groups, sums, mayJoin)
    if (!pair) break
    join(groups, sums, pair)
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((group) => group.toSorted((a, b) => a - b))
    .toSorted((a, b) => b.length - a.length || a[0]! - b[0]!)
}

/** By group and group, the sum of the similarities of their pairs. */
type Sums = Map<number, Map<number, number>>

function sumsOf(ranked: readonly (readonly Pick<Ranked, 'index' | 'score'>[])[]): Sums {
  const sums: Sums = new Map(ranked.map((_, index) => [index, new Map()]))
  const note = (a: number, b: number, score: number) => {
    const row = sums.get(a)
    row?.set(b, Math.max(score, row.get(b) ?? 0))
  }
  for (const [index, neighbours] of ranked.entries())
    for (const { index: next, score } of neighbours) {
      note(index, next, score)
      note(next, index, score)
    }
  return sums
}

function closest(
  groups: Map<number, number[]>,
  sums: Sums,
  mayJoin: (a: number, b: number) => boolean,
): [number, number] | null {
  let best = LEAST_OF_GROUP
  let pair: [number, number] | null = null
  for (const [a, row] of sums)
    for (const [b, sum] of row) {
      if (b < a) continue
      const mean = sum / (groups.get(a)!.length * groups.get(b)!.length)
      if (mean < best || (mean === best && pair)) continue
      if (!groups.get(a)!.every((x) => groups.get(b)!.every((y) => mayJoin(x, y)))) continue
      best = mean
      pair = [a, b]
    }
  return pair
}

/** Joins the second group into the first. */
function join(groups: Map<number, number[]>, sums: Sums, [into, from]: [number, number]): void {
  groups.get(into)!.push(...groups.get(from)!)
  groups.delete(from)
  const row = sums.get(into)!
  for (const [next, sum] of sums.get(from)!) {
    sums.get(next)?.delete(from)
    if (next === into) continue
    const total = sum + (row.get(next) ?? 0)
    row.set(next, total)
    sums.get(next)?.set(into, total)
  }
  row.delete(from)
  sums.delete(from)
}
