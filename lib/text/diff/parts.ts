import type { Change } from './change'
import { words } from '@/lib/text/words'

export type Owned = Change & { by: string }

/**
 * The changes moved off one another, if only the space beside a removed word makes them touch. Whoever removes "
 * records" at the end of "all records" takes the space before it; "old " inserted before it is then " old" after "all",
 * and "all " removed is " all". Each hand's changes make the same text as before.
 */
export function movedApart(base: string, changes: readonly Owned[]): Owned[] {
  const insertions = new Map<number, string[]>()
  const gaps = new Map<number, string>()
  for (const { at, remove, insert } of changes) {
    if (remove === '') add(insertions, at, insert)
    const gap = /^\s+/.exec(remove)?.[0]
    if (gap && gap !== remove) gaps.set(at + gap.length, gap)
  }
  const result = [...changes]
  const fromTheEnd = changes.map((_, index) => index)
  fromTheEnd.sort((a, b) => endOf(changes[b]!) - endOf(changes[a]!))
  for (const index of fromTheEnd) {
    const change = changes[index]!
    const { at, remove, insert } = change
    const gap = gaps.get(endOf(change))
    if (!gap) continue
    const before = at - gap.length
    if (remove === '') {
      if (insertions.get(at)!.every((word) => word !== gap && word.endsWith(gap)))
        result[index] = { ...change, at: before, insert: gap + insert.slice(0, -gap.length) }
    } else if (
      insert === '' &&
      remove !== gap &&
      remove.endsWith(gap) &&
      base.slice(Math.max(0, before), at) === gap
    ) {
      result[index] = { ...change, at: before, remove: gap + remove.slice(0, -gap.length) }
      gaps.set(at, gap)
    }
  }
  return result
}

/**
 * The changes, split: words at their edge that others change alone become a separate change: "should" → "must always"
 * is "should" → "must" and "always", if others ask for "always"; "all relevant " removed is "all " and "relevant ", if
 * others remove "relevant ". Together they make the same text as before.
 */
export function withSharedParts(base: string, changes: readonly Owned[], locale: string): Owned[] {
  const byKey = new Map<string, Change>()
  for (const { at, remove, insert } of changes)
    byKey.set(JSON.stringify([at, remove, insert]), { at, remove, insert })
  const [starting, ending] = [new Map<number, Change[]>(), new Map<number, Change[]>()]
  for (const change of [...byKey.values()].toSorted(longestFirst)) {
    add(starting, change.at, change)
    add(ending, endOf(change), change)
  }
  const parts = (change: Change, limit: number): Change[] => {
    const pieces =
      splitAtEnd(base, change, limit, ending, locale) ?? splitAtStart(change, starting, locale)
    return pieces
      ? pieces.flatMap((part, index) => parts(part, index === 0 ? pieces[1]!.at : limit))
      : [change]
  }
  return changes.flatMap((change, index) => {
    if (change.remove === '') return [change]
    const next = changes[index + 1]
    const limit = next?.by === change.by ? next.at : Infinity
    return parts(change, limit).map((part) => ({ ...part, by: change.by }))
  })
}

const endOf = ({ at, remove }: Change): number => at + remove.length
const longestFirst = (a: Change, b: Change): number =>
  b.remove.length - a.remove.length ||
  b.insert.length - a.insert.length ||
  (a.insert < b.insert ? -1 : 1)

function add<T>(map: Map<number, T[]>, place: number, value: T): void {
  const values = map.get(place)
  if (values) values.push(value)
  else map.set(place, [value])
}

type ByPlace = ReadonlyMap<number, readonly Change[]>

/** A change split in two: the others' words at its end, or behind the space after it, and the words before; before `limit`. */
function splitAtEnd(base: string, change: Change, limit: number, ending: ByPlace, locale: string) {
  const end = endOf(change)
  for (const gap of ['', /^\s+/.exec(base.slice(end, end + 9))?.[0] ?? '']) {
    if (end + gap.length >= limit) break
    const [remove, insert] = [change.remove + gap, change.insert + gap]
    for (const part of ending.get(end + gap.length) ?? []) {
      if (part.at <= change.at || !insert.endsWith(part.insert)) continue
      const rest = withoutEnd({
        at: change.at,
        remove: remove.slice(0, remove.length - part.remove.length),
        insert: insert.slice(0, insert.length - part.insert.length),
      })
      if (!(gap && part.remove === gap) && isWhole(rest, part, [rest.insert, insert], locale))
        return [rest, part]
    }
  }
  return null
}

function splitAtStart(change: Change, starting: ByPlace, locale: string) {
  for (const part of starting.get(change.at) ?? []) {
    if (part.remove.length >= change.remove.length || !change.insert.startsWith(part.insert))
      continue
    const rest = {
      at: endOf(part),
      remove: change.remove.slice(part.remove.length),
      insert: change.insert.slice(part.insert.length),
    }
    if (isWhole(rest, part, [part.insert, change.insert], locale)) return [part, rest]
  }
  return null
}

/** Without the space at the end that both of its texts have. */
function withoutEnd(change: Change): Change {
  const gap = /\s+$/.exec(change.remove)?.[0]
  if (!gap || !change.insert.endsWith(gap)) return change
  const cut = (text: string) => text.slice(0, -gap.length)
  return { ...change, remove: cut(change.remove), insert: cut(change.insert) }
}

/** Whether the rest is a change by itself, and no word of the whole crosses the cut. */
function isWhole(
  rest: Change,
  part: Change,
  [before, whole]: readonly [string, string],
  locale: string,
): boolean {
  if (rest.remove === '' || rest.remove === rest.insert) return false
  if (part.remove === '' && isBlank(rest.insert) && !(rest.insert && isBlank(rest.remove)))
    return false
  return part.insert === '' || rest.insert === '' || endsWord(before, whole, locale)
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Whether a word of the whole ends where its beginning does. */
function endsWord(beginning: string, whole: string, locale: string): boolean {
  let at = 0
  for (const word of words(whole, locale)) {
    if (at >= beginning.length) break
    at += word.length
  }
  return at === beginning.length
}
