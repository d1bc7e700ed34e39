import { type Change, wordChanges } from './diff'
import { withSharedInsertions } from './insertions'

/** A whole text as somebody wants it to read. */
export type Amended = { id: string; text: string }

/** A piece of the woven text: as it stands, or as some want it otherwise. */
export type Segment =
  | { kind: 'kept'; text: string }
  | { kind: 'changed'; base: string; alternatives: { text: string; by: string[] }[] }

type Owned = Change & { by: string }
type Region = { from: number; until: number; changes: Owned[] }

/**
 * Many whole amended texts over one base. What is kept and the bases of what is changed, in order, are
 * the base; what is kept and an amendment's own alternatives (the base where it has none) are exactly
 * its text. Equal changes are one alternative by all who ask for it; two alternatives are a collision:
 * the same words changed, or different words put in at one place. The order of the amendments changes
 * nothing but the order of names. Plain or marked strings (lib/text/marked.ts): any string that comes
 * out of a weave of marked strings is read back by `fromMarked`.
 */
export function weave(base: string, amended: readonly Amended[], locale: string): Segment[] {
  const changes = withSharedInsertions(base, changesOf(base, amended, locale), locale)
  const segments: Segment[] = []
  let at = 0
  const keep = (until: number) => {
    if (until > at) segments.push({ kind: 'kept', text: base.slice(at, until) })
    at = Math.max(at, until)
  }
  for (const region of joinNeighbours(regionsOf(changes), base)) {
    keep(region.from)
    const { from, until } = region
    segments.push({
      kind: 'changed',
      base: base.slice(from, until),
      alternatives: alternativesOf(base, region),
    })
    at = until
  }
  keep(base.length)
  return segments
}

/** The changes of all texts; a text that many amended alike is compared once. */
function changesOf(base: string, amended: readonly Amended[], locale: string): Owned[] {
  const known = new Map<string, Change[]>()
  return amended.flatMap(({ id, text }) => {
    let changes = known.get(text)
    if (!changes) known.set(text, (changes = wordChanges(base, text, locale)))
    return changes.map((change) => ({ ...change, by: id }))
  })
}

const endOf = ({ at, remove }: Change): number => at + remove.length

/**
 * Changes that touch the same words are one region. What is put in between two words touches neither
 * of them, but other words put in at the same place, and a change that reaches across.
 */
function regionsOf(changes: readonly Owned[]): Region[] {
  const regions: Region[] = []
  const ordered = changes.toSorted((a, b) => a.at - b.at || endOf(a) - endOf(b))
  for (const change of ordered) {
    const last = regions.at(-1)
    const until = endOf(change)
    const samePlace =
      last && last.from === last.until && change.at === last.from && until === change.at
    if (last && (samePlace || change.at < last.until)) {
      last.changes.push(change)
      last.until = Math.max(last.until, until)
    } else regions.push({ from: change.at, until, changes: [change] })
  }
  return regions
}

/** Two regions that the very same amendments change alike, a space or a comma apart, read as one. */
function joinNeighbours(regions: readonly Region[], base: string): Region[] {
  const joined: Region[] = []
  for (const region of regions) {
    const last = joined.at(-1)
    const apart = last && base.slice(last.until, region.from)
    if (last && /^(?:,? ?| )$/.test(apart!) && areOneHand(last, region, base)) {
      last.changes.push(...region.changes)
      last.until = region.until
    } else joined.push({ ...region, changes: [...region.changes] })
  }
  return joined
}

function areOneHand(one: Region, other: Region, base: string): boolean {
  const [a, b] = [alternativesOf(base, one), alternativesOf(base, other)]
  if (a.length !== 1 || b.length !== 1) return false
  const names = new Set(a[0]!.by)
  return names.size === b[0]!.by.length && b[0]!.by.every((name) => names.has(name))
}

/** What each amendment makes of the region, equal ones together, in the order of their words. */
function alternativesOf(base: string, { from, until, changes }: Region) {
  const own = new Map<string, { text: string; at: number }>()
  for (const change of changes.toSorted((a, b) => a.at - b.at || endOf(a) - endOf(b))) {
    const written = own.get(change.by) ?? { text: '', at: from }
    written.text += base.slice(written.at, change.at) + change.insert
    written.at = endOf(change)
    own.set(change.by, written)
  }
  const alternatives = new Map<string, string[]>()
  for (const change of changes) {
    const written = own.get(change.by)
    if (!written) continue
    own.delete(change.by)
    const text = written.text + base.slice(written.at, until)
    alternatives.set(text, [...(alternatives.get(text) ?? []), change.by])
  }
  return [...alternatives]
    .map(([text, by]) => ({ text, by }))
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
}
