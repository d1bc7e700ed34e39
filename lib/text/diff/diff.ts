import { nextBeginning, type Stretch, stretchesOf } from './alike'
import type { Change } from './change'
import { type Budget, editsBetween, MAX_STEPS } from './edits'
import { isIsland, isMereSpace } from './reading'
import { addUnits, gapAfter, type Units, unitsOf } from '@/lib/text/units'

/**
 * Finds the changes that make `next` out of `base`, as a drafter would mark them: whole words of the locale, ascending,
 * not overlapping, joined if only a space or a comma is between ("shall" → "should consider" is one change). Texts that
 * share too little, and stretches that exceed the budget, are one change: replaced. Takes plain or marked strings
 * (lib/text/document/marked.ts): each of the private characters is a word, so that a change of form is a change like
 * any other, and `fromMarked` parses every result.
 */
export function diff(base: string, next: string, locale: string): Change[] {
  const joined: Change[] = []
  for (let change of wordChanges(base, next, locale)) {
    for (let last = joined.at(-1); last; last = joined.at(-1)) {
      const between = base.slice(last.at + last.remove.length, change.at)
      if (!isMereSpace(between) && !isIsland(last, between, change, locale)) break
      const [remove, insert] = [last.remove + between, last.insert + between]
      change = { at: last.at, remove: remove + change.remove, insert: insert + change.insert }
      joined.pop()
    }
    joined.push(change)
  }
  return joined
}

/** Applies changes to the base. */
export function apply(base: string, changes: readonly Change[]): string {
  let text = ''
  let at = 0
  for (const change of changes) {
    text += base.slice(at, change.at) + change.insert
    at = change.at + change.remove.length
  }
  return text + base.slice(at)
}

/** The same, each change by itself: lib/text/weave/weave.ts compares these, so neighbours do not collide. */
export function wordChanges(
  base: string,
  next: string,
  locale: string,
  steps: number = MAX_STEPS,
): Change[] {
  if (base === next) return []
  const budget = { steps }
  const stretches = stretchesOf(base, next)
  return stretches.flatMap((stretch, index) =>
    changesIn(base, next, stretch, stretches[index + 1]?.[0] ?? base.length, locale, budget),
  )
}

type Side = { text: string; units: Units; end: number }

/** The changes within a stretch; behind it both texts are alike up to `limit` of the base. */
function changesIn(
  base: string,
  next: string,
  [fromA, untilA, fromB, untilB]: Stretch,
  limit: number,
  locale: string,
  budget: Budget,
): Change[] {
  const a = { text: base, units: unitsOf(base, fromA, untilA, locale), end: untilA }
  const b = { text: next, units: unitsOf(next, fromB, untilB, locale), end: untilB }
  const more = () => takeMore(a, b, limit, locale)
  const edits = editsBetween(a.units.words, b.units.words, more, budget)

  const changes: Change[] = []
  let [i, j] = [0, 0]
  for (const [firstA, lastA, firstB, lastB] of edits) {
    for (; i < firstA - 1; i += 1, j += 1) changes.push(...between(a, b, i, i + 1, j, j + 1))
    changes.push(...between(a, b, firstA - 1, lastA, firstB - 1, lastB))
    ;[i, j] = [lastA, lastB]
  }
  for (; i < a.units.words.length; i += 1, j += 1)
    changes.push(...between(a, b, i, i + 1, j, j + 1))
  return changes
}

/** More words of the equal text behind both. */
function takeMore(a: Side, b: Side, limit: number, locale: string): boolean {
  const end = nextBeginning(a.text, a.end + 24)
  const length = end - a.end
  if (length <= 0 || end > limit) return false
  for (const side of [a, b]) {
    side.end += length
    addUnits(side.units, side.text, side.end, locale)
  }
  return true
}

const PAIRED = 4

/**
 * The changes between two kept units: from the end of `i` to the start of `untilA`, and so in the other
 * text. The spaces at both ends that are alike are no change. A few words for as many are changes each
 * by itself.
 */
function between(a: Side, b: Side, i: number, untilA: number, j: number, untilB: number): Change[] {
  const count = untilA - i - 1
  const [at, end] = [a.units.ends[i]!, a.units.starts[untilA]!]
  const remove = a.text.slice(at, end)
  const insert = b.text.slice(b.units.ends[j], b.units.starts[untilB])
  if (remove === insert) return []
  const gaps = Array.from({ length: count > PAIRED ? 0 : count + 1 }, (_, k) => k)
  if (
    count > 0 &&
    gaps.length > 0 &&
    untilB - j - 1 === count &&
    gaps.every((k) => gapAfter(a.text, a.units, i + k) === gapAfter(b.text, b.units, j + k))
  )
    return gaps.slice(1).map((k) => ({
      at: a.units.starts[i + k]!,
      remove: a.units.words[i + k]!,
      insert: b.units.words[j + k]!,
    }))

  const before = gapAfter(a.text, a.units, i)
  const lead = before === gapAfter(b.text, b.units, j) ? before.length : 0
  const after = gapAfter(a.text, a.units, untilA - 1)
  const isOneGap = lead > 0 && (count === 0 || untilB - j === 1)
  const trail = !isOneGap && after === gapAfter(b.text, b.units, untilB - 1) ? after.length : 0
  return [
    {
      at: at + lead,
      remove: remove.slice(lead, remove.length - trail),
      insert: insert.slice(lead, insert.length - trail),
    },
  ]
}
