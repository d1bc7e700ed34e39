import { diff as editsOf } from 'fast-myers-diff'
import { words } from './words'

/** Words taken out and words put in at one place; `at` is a UTF-16 offset into the base. */
export type Change = { at: number; remove: string; insert: string }

/**
 * What makes `next` out of `base`, as a drafter would mark it: whole words of the locale, ascending,
 * not overlapping, joined where only spaces or a comma stand between. Texts that share too little
 * are one change: replaced.
 */
export function diff(base: string, next: string, locale: string): Change[] {
  if (base === next) return []
  const [before, after] = [words(base, locale), words(next, locale)]
  const numbers = new Map<string, number>()
  const numbered = (list: string[]) =>
    list.map((word) => {
      const known = numbers.get(word) ?? numbers.size
      numbers.set(word, known)
      return known
    })
  const [a, b] = [numbered(before), numbered(after)]
  const at = offsets(before)
  const to = offsets(after)
  const changes: Change[] = []
  for (const [fromA, untilA, fromB, untilB] of editsOf(a, b)) {
    const change = {
      at: at[fromA]!,
      remove: base.slice(at[fromA]!, at[untilA]!),
      insert: next.slice(to[fromB]!, to[untilB]!),
    }
    const last = changes.at(-1)
    const between = last && base.slice(last.at + last.remove.length, change.at)
    if (last && /^[ ,]*$/.test(between!)) {
      last.remove += between! + change.remove
      last.insert += between! + change.insert
    } else changes.push(change)
  }
  return changes
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

function offsets(list: readonly string[]): number[] {
  const out = [0]
  for (const word of list) out.push(out.at(-1)! + word.length)
  return out
}
