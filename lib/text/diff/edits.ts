import { diff as editsOf } from 'fast-myers-diff'
import { areUnrelated } from './related'

/** Units `fromA` to `untilA` of one text correspond to units `fromB` to `untilB` of the other. */
type Edit = [fromA: number, untilA: number, fromB: number, untilB: number]

/**
 * Finds the shortest way from one sequence of words to the other, in few places, such that equal changes by two
 * authors are equal edits. Both sequences begin with the same unit. `more` appends further words, equal in both, and
 * returns whether there were any. Texts that share too little are one edit: everything is replaced.
 */
export function editsBetween(
  before: readonly string[],
  after: readonly string[],
  more: () => boolean,
  budget: Budget,
): Edit[] {
  if (areUnrelated(before, after)) return [[1, before.length, 1, after.length]]
  return touchingJoined(settled(shortest(before, after, budget), before, after, more))
}

function shortest(before: readonly string[], after: readonly string[], budget: Budget): Edit[] {
  let [from, endA, endB] = [1, before.length, after.length]
  while (from < endA && from < endB && before[from] === after[from]) from += 1
  while (endA > from && endB > from && before[endA - 1] === after[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [countA, countB] = [endA - from, endB - from]
  if (countA === 0 && countB === 0) return []
  if (countA === 0 || countB === 0 || (countA === 1 && countB === 1))
    return [[from, endA, from, endB]]
  return withinBudget(before, after, budget) ?? [[from, endA, from, endB]]
}

/**
 * The number of word comparisons that a difference may take, some 15 ms; texts of 10,000 words with 1,000 changes
 * need a tenth of it. A number of steps, not a time: every machine finds the same difference.
 */
export const MAX_STEPS = 1_000_000

/** The steps that are left to a comparison; all its stretches share them. */
export type Budget = { steps: number }

/** The shortest way, or null if it takes more steps than are left. */
function withinBudget(
  before: readonly string[],
  after: readonly string[],
  budget: Budget,
): Edit[] | null {
  const spent = new Error('Too many steps.')
  const isSame = (a: number, b: number) => {
    budget.steps -= 1
    if (budget.steps < 0) throw spent
    return before[a] === after[b]
  }
  try {
    return [...editsOf(before, after, isSame)]
  } catch (error) {
    if (error !== spent) throw error
    return null
  }
}

/**
 * A pure insertion or deletion can often stand at several places ("a [b a] c", "[a b] a c"). It is moved to the last
 * of them, or next to an insertion or deletion that it forms a replacement with.
 */
function settled(
  edits: Edit[],
  before: readonly string[],
  after: readonly string[],
  more: () => boolean,
): Edit[] {
  for (let i = edits.length - 1; i >= 0; i -= 1) {
    const edit = edits[i]!
    const isInsertion = edit[0] === edit[1]
    if (!isInsertion && edit[2] !== edit[3]) continue
    const [side, from, until] = isInsertion ? ([after, 2, 3] as const) : ([before, 0, 1] as const)
    const [previous, following] = [edits[i - 1], edits[i + 1]]
    while (
      (following ? edit[until] < following[from] : edit[until] < side.length || more()) &&
      side[edit[from]] === side[edit[until]]
    )
      move(edit, 1)
    if (following?.[0] === edit[1] || !previous || !isOpposite(previous, isInsertion)) continue
    let back = 0
    while (
      edit[0] - back > previous[1] &&
      side[edit[from] - back - 1] === side[edit[until] - back - 1]
    )
      back += 1
    if (edit[0] - back === previous[1]) move(edit, -back)
  }
  return edits
}

function move(edit: Edit, by: number): void {
  for (const place of [0, 1, 2, 3] as const) edit[place] += by
}

const isOpposite = ([fromA, untilA, fromB, untilB]: Edit, isInsertion: boolean): boolean =>
  isInsertion ? fromB === untilB : fromA === untilA

/** Edits that touch are one. */
function touchingJoined(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    if (last?.[1] === edit[0] && last[3] === edit[2]) [last[1], last[3]] = [edit[1], edit[3]]
    else joined.push(edit)
  }
  return joined
}
