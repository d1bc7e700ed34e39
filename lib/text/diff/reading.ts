import type { Change } from './change'
import { words } from '@/lib/text/words'

const MERE_SPACE = /^[,،、，]?[ \u00A0\u202F]?$/

/** Whether only a space or a comma stands between two changes: a drafter marks them as one. */
export const isMereSpace = (between: string): boolean => MERE_SPACE.test(between)

const IS_WORD = /[\p{L}\p{N}]/u
const LONG = 4
const MUCH = 400

/**
 * Whether two long changes with only a word or two between them read as one change: everything is replaced, though
 * both texts happen to have "and".
 */
export function isIsland(first: Change, between: string, second: Change, locale: string): boolean {
  if (Math.min(lengthOf(first), lengthOf(second)) < LONG || between.length > MUCH) return false
  if (first.remove + second.remove === '' || first.insert + second.insert === '') return false
  const size = Math.min(sizeOf(first, locale), sizeOf(second, locale))
  const gap = countOf(between, locale)
  return size >= LONG && gap.units <= size && LONG * Math.max(1, gap.words) <= size
}

const lengthOf = ({ remove, insert }: Change): number => Math.max(remove.length, insert.length)

const sizeOf = ({ remove, insert }: Change, locale: string): number =>
  Math.max(countOf(remove, locale).units, countOf(insert, locale).units)

function countOf(text: string, locale: string): { units: number; words: number } {
  const count = { units: 0, words: 0 }
  for (const word of words(text.slice(0, MUCH), locale)) {
    if (word.trim() !== '') count.units += 1
    if (IS_WORD.test(word)) count.words += 1
  }
  return count
}
