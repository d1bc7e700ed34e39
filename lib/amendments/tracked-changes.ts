import type { Piece } from '@/lib/export/changes'
import type { Tracked } from '@/lib/export/paper'
import { diff, wordChanges } from '@/lib/text/diff/diff'
import { cut, type Provenance } from '@/lib/text/weave/provenance'
import type { Segment } from '@/lib/text/weave/weave'

/** The author of a change, and its time (an ISO instant). */
export type Hand = { author: string; date: string }

/** An amendment that was taken into a text, carried over to the base: its author, and its words. */
type TakenAmendment = Hand & { id: string; text: string }

/**
 * One revision against an earlier one, each change in the name of its author: inserted words by their provenance,
 * deleted words by the amendments that deleted them; all others by `own`, the author of the revision. Marked strings.
 */
export function changesOfRevision(
  base: string,
  next: { text: string; provenance: Provenance },
  {
    writer,
    amendments,
    locale,
  }: { writer: Hand; amendments: readonly TakenAmendment[]; locale: string },
): Piece[] {
  const removals = amendments.map((amendment) => ({
    amendment,
    changes: wordChanges(base, amendment.text, locale),
  }))
  const byId = new Map(amendments.map((amendment) => [amendment.id, amendment]))
  const pieces: Piece[] = []
  let at = 0
  let nextAt = 0
  for (const change of diff(base, next.text, locale)) {
    const end = change.at + change.remove.length
    pieces.push({ text: base.slice(at, change.at) })
    nextAt += change.at - at
    const hands = removals
      .filter(({ changes }) =>
        changes.some(
          (removal) => removal.at < end && change.at < removal.at + removal.remove.length,
        ),
      )
      .map(({ amendment }) => amendment)
    pieces.push({ text: change.remove, tracked: { kind: 'deleted', ...together(hands, writer) } })
    for (const { length, source } of cut(next.provenance, nextAt, nextAt + change.insert.length)) {
      const amendment = source.kind === 'amendment' ? byId.get(source.id) : undefined
      const author = source.kind === 'amendment' ? source.by.join(', ') : writer.author
      const tracked: Tracked = { kind: 'inserted', author, date: amendment?.date ?? writer.date }
      pieces.push({ text: next.text.slice(nextAt, nextAt + length), tracked })
      nextAt += length
    }
    at = end
  }
  return [...pieces, { text: base.slice(at) }].filter(({ text }) => text !== '')
}

/**
 * A text with all pending amendments, each change in the name of its author. If they collide, the present words are
 * deleted once, and each wording is inserted.
 */
export function changesOfAmendments(
  segments: readonly Segment[],
  hands: ReadonlyMap<string, Hand>,
  locale: string,
): Piece[] {
  const nobody = { author: '', date: new Date(0).toISOString() }
  const of = (ids: readonly string[]) =>
    together(
      ids.flatMap((id) => hands.get(id) ?? []),
      nobody,
    )
  return segments
    .flatMap((segment): Piece[] => {
      if (segment.kind === 'kept') return [{ text: segment.text }]
      const [only, ...others] = segment.alternatives
      if (only && others.length === 0)
        return markedPieces(segment.base, only.text, of(only.by), locale)
      const ids = segment.alternatives.flatMap(({ by }) => by)
      return [
        { text: segment.base, tracked: { kind: 'deleted', ...of(ids) } },
        ...segment.alternatives.map(
          ({ text, by }): Piece => ({ text, tracked: { kind: 'inserted', ...of(by) } }),
        ),
      ]
    })
    .filter(({ text }) => text !== '')
}

function markedPieces(base: string, next: string, hand: Hand, locale: string): Piece[] {
  let at = 0
  const pieces = diff(base, next, locale).flatMap((change): Piece[] => {
    const unchanged = base.slice(at, change.at)
    at = change.at + change.remove.length
    return [
      { text: unchanged },
      { text: change.remove, tracked: { kind: 'deleted', ...hand } },
      { text: change.insert, tracked: { kind: 'inserted', ...hand } },
    ]
  })
  return [...pieces, { text: base.slice(at) }]
}

/** Several hands as one: all their names, since the first of them. */
function together(hands: readonly Hand[], otherwise: Hand): Hand {
  if (hands.length === 0) return otherwise
  return {
    author: [...new Set(hands.map(({ author }) => author))].join(', '),
    date: hands.map(({ date }) => date).toSorted()[0]!,
  }
}
