import { diff as editsOf } from 'fast-myers-diff'
import { words } from './words'

/** Words taken out and words put in at one place; `at` is a UTF-16 offset into the base. */
export type Change = { at: number; remove: string; insert: string }

/**
 * What makes `next` out of `base`, as a drafter would mark it: whole words of the locale, ascending,
 * not overlapping, joined where only a space or a comma stands between ("shall" → "should consider"
 * is one change). Texts that share too little are one change: replaced. Takes plain or marked strings
 * (lib/text/marked.ts): each of the private characters is a word, so that a change of form is a change
 * like any other.
 */
export function diff(base: string, next: string, locale: string): Change[] {
  const joined: Change[] = []
  for (const change of wordChanges(base, next, locale)) {
    const last = joined.at(-1)
    const between = last && base.slice(last.at + last.remove.length, change.at)
    if (last && between !== undefined && /^(?:,? ?| )$/.test(between)) {
      last.remove += between + change.remove
      last.insert += between + change.insert
    } else joined.push({ ...change })
  }
  return joined
}

/** The text that the changes make of the base. */
export function apply(base: string, changes: readonly Change[]): string {
  let text = ''
  let at = 0
  for (const change of changes) {
    text += base.slice(at, change.at) + change.insert
    at = change.at + change.remove.length
  }
  return text + base.slice(at)
}

/** The same, every change by itself: what lib/text/weave.ts compares, so that neighbours do not collide. */
export function wordChanges(base: string, next: string, locale: string): Change[] {
  if (base === next) return []
  const [from, baseEnd, nextEnd] = middle(base, next)
  const before = words(base.slice(from, baseEnd), locale)
  const after = words(next.slice(from, nextEnd), locale)
  if (areUnrelated(before, after))
    return [{ at: from, remove: base.slice(from, baseEnd), insert: next.slice(from, nextEnd) }]

  const edits = slid([...editsOf(before, after)], before, after)
  const changes: Change[] = []
  let [word, at, nextWord, to] = [0, from, 0, from]
  for (const [fromA, untilA, fromB, untilB] of edits) {
    while (word < fromA) at += before[word++]!.length
    while (nextWord < fromB) to += after[nextWord++]!.length
    const [start, startB] = [at, to]
    while (word < untilA) at += before[word++]!.length
    while (nextWord < untilB) to += after[nextWord++]!.length
    changes.push({ at: start, remove: base.slice(start, at), insert: next.slice(startB, to) })
  }
  return changes
}

/**
 * Where the texts differ: both begin alike up to `from` and end alike after `baseEnd` and `nextEnd`.
 * Cut only before a space that follows something else: no word reaches across there.
 */
function middle(base: string, next: string): [from: number, baseEnd: number, nextEnd: number] {
  const shorter = Math.min(base.length, next.length)
  let from = 0
  while (from < shorter && base.charCodeAt(from) === next.charCodeAt(from)) from += 1
  while (from > 0 && !(isSpace(base, from) && isSpace(next, from) && !isSpace(base, from - 1)))
    from -= 1
  let same = 0
  const most = shorter - from
  while (
    same < most &&
    base.charCodeAt(base.length - 1 - same) === next.charCodeAt(next.length - 1 - same)
  )
    same += 1
  const isCut = (text: string, at: number) => isSpace(text, at) && !isSpace(text, at - 1)
  while (
    same > 0 &&
    !(
      same < most &&
      isCut(base, base.length - same) &&
      isCut(next, next.length - same) &&
      base.length - same > from &&
      next.length - same > from
    )
  )
    same -= 1
  return [from, base.length - same, next.length - same]
}

const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 32 || code === 10
}

const SMALL = 24
const IS_WORD = /[\p{L}\p{N}]/u

/** Whether long texts share so few words that marking them word by word would only confuse. */
function areUnrelated(before: readonly string[], after: readonly string[]): boolean {
  if (Math.min(before.length, after.length) < SMALL) return false
  const known = new Map<string, number>()
  let total = 0
  for (const word of before)
    if (IS_WORD.test(word)) {
      known.set(word, (known.get(word) ?? 0) + 1)
      total += 1
    }
  let [shared, others] = [0, 0]
  for (const word of after)
    if (IS_WORD.test(word)) {
      others += 1
      const left = known.get(word) ?? 0
      if (left > 0) {
        shared += 1
        known.set(word, left - 1)
      }
    }
  return shared < 0.25 * Math.max(total, others)
}

type Edit = [fromA: number, untilA: number, fromB: number, untilB: number]

/**
 * A pure insertion or deletion can often stand at several places ("a [b a] c", "[a b] a c"). It is
 * moved to the last of them, so that the same amendment by two hands is the same change.
 */
function slid(edits: Edit[], before: readonly string[], after: readonly string[]): Edit[] {
  for (let i = edits.length - 1; i >= 0; i -= 1) {
    const edit = edits[i]!
    const end = edits[i + 1]?.[0] ?? before.length
    const [side, from, until] = edit[0] === edit[1] ? [after, 2, 3] : [before, 0, 1]
    if (edit[0] !== edit[1] && edit[2] !== edit[3]) continue
    while (edit[1] < end && side[edit[from]!] === before[edit[1]] && edit[until]! > edit[from]!) {
      for (const place of [0, 1, 2, 3] as const) edit[place] += 1
    }
  }
  return edits
}
