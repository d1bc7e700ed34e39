import { z } from 'zod'
import { wordChanges } from '@/lib/text/diff/diff'

// The provenance of the words of a revision, as runs over its marked string (lib/text/document/marked.ts): the lengths
// count UTF-16 units and add up to that of the string. A run ends at the end of a word, so that no source ever owns
// half of one.

/**
 * A revision's own words, or those of an amendment: `also` are other amendments that asked for the very
 * same words, `by` names all who did.
 */
export type Source =
  | { kind: 'revision'; number: number }
  | { kind: 'amendment'; id: string; also?: string[] | undefined; by: string[] }

/** Of a consolidated item: the words of one of its wordings, or of preliminary items that all have them. */
export type ItemSource =
  | { kind: 'revision'; number: number }
  | { kind: 'items'; ids: readonly string[] }

type AnySource = Source | ItemSource
export type ProvenanceRun<S extends AnySource = Source> = { length: number; source: S }
export type Provenance<S extends AnySource = Source> = readonly ProvenanceRun<S>[]

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('revision'), number: z.int().positive() }),
  z.strictObject({
    kind: z.literal('amendment'),
    id: z.string().min(1),
    also: z.array(z.string()).optional(),
    by: z.array(z.string()),
  }),
])
const provenanceSchema = z.array(
  z.strictObject({ length: z.int().positive(), source: sourceSchema }),
)

/**
 * The provenance that was stored beside a text, or null: there is none, or it does not fit this text.
 * Nobody is named for words on doubtful evidence.
 */
export function readProvenance(stored: unknown, text: string): Provenance | null {
  const { data } = provenanceSchema.safeParse(stored)
  return data && lengthOf(data) === text.length ? data : null
}

/** The whole text as the own words of one revision. */
export const ownWords = (text: string, number: number): Provenance =>
  text === '' ? [] : [{ length: text.length, source: { kind: 'revision', number } }]

/**
 * The provenance of `after`, a later version of `before`: kept words keep their source, all others are of `own`. Words
 * removed and brought back later are the later hand's.
 */
export function carryProvenance<S extends AnySource>(
  before: string,
  provenance: Provenance<S>,
  after: string,
  source: S,
  locale: string,
): Provenance<S> {
  const runs: ProvenanceRun<S>[] = []
  let at = 0
  for (const { at: from, remove, insert } of wordChanges(before, after, locale)) {
    runs.push(...cut(provenance, at, from), { length: insert.length, source })
    at = from + remove.length
  }
  return joinRuns([...runs, ...cut(provenance, at, before.length)])
}

/** The part of the runs that lies between two offsets. */
export function cut<S extends AnySource>(
  provenance: Provenance<S>,
  from: number,
  until: number,
): ProvenanceRun<S>[] {
  const runs: ProvenanceRun<S>[] = []
  let at = 0
  for (const { length, source } of provenance) {
    const inside = Math.min(at + length, until) - Math.max(at, from)
    if (inside > 0) runs.push({ length: inside, source })
    at += length
    if (at >= until) break
  }
  return runs
}

/** The text in pieces of one source each, in order. */
export function piecesOf<S extends AnySource>(
  text: string,
  provenance: Provenance<S>,
): { text: string; source: S; at: number }[] {
  let at = 0
  return provenance.map(({ length, source }) => {
    const piece = { text: text.slice(at, at + length), source, at }
    at += length
    return piece
  })
}

/** The sources of the words between two offsets, each once, in the order in which they stand. */
export function sourcesIn(provenance: Provenance, from: number, until: number): Source[] {
  const sources: Source[] = []
  for (const { source } of cut(provenance, from, until))
    if (!sources.some((listed) => isSame(listed, source))) sources.push(source)
  return sources
}

/** Neighbouring runs of one source joined into one; empty ones go. */
export function joinRuns<S extends AnySource>(provenance: Provenance<S>): ProvenanceRun<S>[] {
  const joined: ProvenanceRun<S>[] = []
  for (const { length, source } of provenance) {
    const last = joined.at(-1)
    if (length === 0) continue
    if (last && isSame(last.source, source)) last.length += length
    else joined.push({ length, source })
  }
  return joined
}

export const lengthOf = (provenance: readonly { length: number }[]): number =>
  provenance.reduce((sum, { length }) => sum + length, 0)

/** Whether two sources are one. */
export function isSame(first: AnySource, second: AnySource): boolean {
  if (first === second) return true
  if (first.kind === 'revision') return second.kind === 'revision' && first.number === second.number
  if (first.kind === 'items') return second.kind === 'items' && areEqual(first.ids, second.ids)
  return (
    second.kind === 'amendment' &&
    first.id === second.id &&
    areEqual(first.also ?? [], second.also ?? []) &&
    areEqual(first.by, second.by)
  )
}

const areEqual = (first: readonly string[], second: readonly string[]): boolean =>
  first.length === second.length && first.every((name, index) => name === second[index])
