import type { Change } from './diff'
import { words } from './words'

/**
 * The changes, with words that others put in at the very edge of one taken out of it as a change of
 * their own: "should" → "must always" is "should" → "must" and "always", where others ask for "always"
 * alone. Together they make the same text as before.
 */
export function withSharedInsertions<T extends Change>(
  base: string,
  changes: readonly T[],
  locale: string,
): T[] {
  const insertions = new Map<number, Set<string>>()
  for (const { at, remove, insert } of changes)
    if (remove === '') insertions.set(at, (insertions.get(at) ?? new Set()).add(insert))
  if (insertions.size === 0) return [...changes]
  return changes.flatMap((change) => {
    const parts =
      change.remove === '' || change.insert === '' ? null : split(base, change, insertions, locale)
    return parts ? parts.map((part) => ({ ...change, ...part })) : [change]
  })
}

type Insertions = ReadonlyMap<number, ReadonlySet<string>>

function split(
  base: string,
  { at, remove, insert }: Change,
  insertions: Insertions,
  locale: string,
): Change[] | null {
  const before = longest(insertions.get(at), (put) => insert.startsWith(put))
  if (before && areWords(before, insert.slice(before.length), locale))
    return [
      { at, remove: '', insert: before },
      { at, remove, insert: insert.slice(before.length) },
    ]
  const end = at + remove.length
  for (const gap of ['', /^\s+/.exec(base.slice(end, end + 9))?.[0] ?? '']) {
    const put = longest(insertions.get(end + gap.length), (one) =>
      (insert + gap).endsWith(gap + one),
    )
    const rest = put && (insert + gap).slice(0, -(gap + put).length)
    if (rest && areWords(rest, (insert + gap).slice(rest.length), locale))
      return [
        { at, remove, insert: rest },
        { at: end + gap.length, remove: '', insert: put },
      ]
  }
  return null
}

const longest = (all: ReadonlySet<string> | undefined, fits: (one: string) => boolean) =>
  [...(all ?? [])].filter(fits).toSorted((a, b) => b.length - a.length)[0]

/** Whether no word of the whole reaches across from the one part to the other. */
const areWords = (one: string, other: string, locale: string): boolean =>
  one !== '' &&
  other !== '' &&
  words(one + other, locale).length === words(one, locale).length + words(other, locale).length
