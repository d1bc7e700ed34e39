import { folded } from '@/lib/circulation/forms/reading/recognize'
import { withoutReferences } from '../references'
import { escapePattern } from '@/lib/comments/passage'
import { only } from './matching'
import type { NamedList } from './target'

export type ListNames = {
  /** The list that a text names best, by its year, symbol or session; null if it names none, or several equally. */
  listIn: (text: string) => string | null
  /** A line without the names, years and symbols of the lists. */
  withoutNames: (line: string) => string
  /** The number of words of a line without the lists that it names and the numbers of items. */
  otherWords: (line: string) => number
}

/** The circulated lists as a paper may name them. */
export function listNames(named: readonly NamedList[]): ListNames {
  const lists = named.map(({ id, names }) => ({ id, names: names.map(mentionOf) }))
  const patterns = named
    .flatMap(({ names }) => names)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => new RegExp(escapePattern(name), 'giu'))
  const withoutNames = (line: string): string =>
    patterns.reduce((text, pattern) => text.replace(pattern, ' '), line)
  return {
    listIn: (text) => {
      const counts = lists.map(({ id, names }) => ({
        id,
        count: names.filter((isMentioned) => isMentioned(text)).length,
      }))
      const most = Math.max(0, ...counts.map(({ count }) => count))
      return most === 0 ? null : (only(counts.filter(({ count }) => count === most))?.id ?? null)
    },
    withoutNames,
    otherWords: (line) =>
      folded(withoutReferences(withoutNames(line))).match(/\p{L}{2,}/gu)?.length ?? 0,
  }
}

/** Chinese has no spaces, and Arabic joins articles and prepositions to the word. */
const WITHOUT_BOUNDS = /[\p{Script=Han}\p{Script=Arabic}]/u

/** Whether a text mentions a name. The pattern is made once, as each line of a paper is asked. */
function mentionOf(name: string): (text: string) => boolean {
  if (WITHOUT_BOUNDS.test(name)) return (text) => text.includes(name)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(name)}(?![\\p{L}\\p{N}])`, 'iu')
  return (text) => pattern.test(text)
}
