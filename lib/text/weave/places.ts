import type { Change } from '@/lib/text/diff/change'
import { wordChanges } from '@/lib/text/diff/diff'
import { MAX_STEPS } from '@/lib/text/diff/edits'
import { movedApart, type Owned, withSharedParts } from '@/lib/text/diff/parts'

export type Alternative = { text: string; by: string[] }

/**
 * A stretch of the base that amendments change, with the alternatives for it; `parts` are the smaller places joined in
 * it.
 */
export type Place = { from: number; until: number; alternatives: Alternative[]; parts?: Place[] }

/** The steps of all comparisons of a weave together, and the fewest for one: enough for 300 changed words in a row. */
const ALL_STEPS = 4 * MAX_STEPS
const FEWEST_STEPS = MAX_STEPS / 10

type Region = { from: number; until: number; changes: Owned[] }

/** The smallest places of the amended texts over their base, in order; none overlaps another. */
export function placesBetween(
  base: string,
  amended: readonly { id: string; text: string }[],
  locale: string,
): Place[] {
  const steps = Math.max(FEWEST_STEPS, Math.min(MAX_STEPS, ALL_STEPS / amended.length))
  const ownedChanges = amended.flatMap(({ id, text }): Owned[] =>
    wordChanges(base, text, locale, steps).map((change) => ({ ...change, by: id })),
  )
  const changes = withSharedParts(base, movedApart(base, ownedChanges), locale)
  return regionsOf(changes).map(({ changes: within, ...region }) => ({
    ...region,
    alternatives: alternativesOf(base, { ...region, changes: within }),
  }))
}

/** The text that a hand wants at a place: its alternative, or the base. */
export const textBy = (
  author: string,
  { from, until, alternatives }: Place,
  base: string,
): string => alternatives.find(({ by }) => by.includes(author))?.text ?? base.slice(from, until)

/** The smallest places joined in a place: itself if it is one. */
export const partsOf = (place: Place): Place[] => place.parts ?? [place]

/** Alternatives in the order of their words, so that the order of the amendments does not matter. */
export const byText = (a: Alternative, b: Alternative): number =>
  a.text < b.text ? -1 : a.text > b.text ? 1 : 0

const endOf = ({ at, remove }: Change): number => at + remove.length
const inOrder = (a: Change, b: Change): number => a.at - b.at || endOf(a) - endOf(b)

/**
 * Changes that touch the same words are one region. An insertion between two words touches neither of them, but touches
 * other insertions at the same place, and a change that reaches across.
 */
function regionsOf(changes: readonly Owned[]): Region[] {
  const regions: Region[] = []
  for (const change of changes.toSorted(inOrder)) {
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

/** Each amendment's text of the region, equal ones together, in the order of their words. */
function alternativesOf(base: string, { from, until, changes }: Region): Alternative[] {
  const textsByHand = new Map<string, { text: string; at: number }>()
  for (const change of changes.toSorted(inOrder)) {
    const wording = textsByHand.get(change.by) ?? { text: '', at: from }
    wording.text += base.slice(wording.at, change.at) + change.insert
    wording.at = endOf(change)
    textsByHand.set(change.by, wording)
  }
  const alternatives = new Map<string, string[]>()
  for (const change of changes) {
    const wording = textsByHand.get(change.by)
    if (!wording) continue
    textsByHand.delete(change.by)
    const text = wording.text + base.slice(wording.at, until)
    const by = alternatives.get(text)
    if (by) by.push(change.by)
    else alternatives.set(text, [change.by])
  }
  return [...alternatives].map(([text, by]) => ({ text, by })).toSorted(byText)
}
