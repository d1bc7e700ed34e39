import { z } from 'zod'
import { letter } from '@/lib/export/paper'
import { toJson } from '@/lib/export/json'
import { type ProposalKind, proposalKinds } from '@/lib/proposals/kinds'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'

/** A paragraph that was agreed when the snapshot was taken. */
export type SnapshotItem = {
  id: string
  /** Its number on the list at that moment: "2 (c)". */
  number: string
  kind: ProposalKind
  language: string
  wording: number
  /** Agreed subject to confirmation. */
  adReferendum: boolean
  body: TextDocument
  text: string
  textHash: string
}

/** The agreed text of one moment: headings with agreed paragraphs, in the order of the list. */
export type SnapshotContent = {
  headings: { title: string; items: SnapshotItem[] }[]
}

const StoredSnapshot = z.object({
  headings: z.array(
    z.object({
      title: z.string(),
      items: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          kind: z.enum(proposalKinds),
          language: z.string(),
          wording: z.number(),
          adReferendum: z.boolean(),
          body: z.unknown().transform(readDocument),
          text: z.string(),
          textHash: z.string(),
        }),
      ),
    }),
  ),
})

/** The content of a snapshot as the database has it. Throws a defect if it has another shape. */
export const readSnapshot = (stored: unknown): SnapshotContent => StoredSnapshot.parse(stored)

/** An item of the list as it stands, from which a snapshot takes it or not. */
export type Candidate = Omit<SnapshotItem, 'number' | 'adReferendum'> & {
  headingId: string
  title: string
  status: string
}

/** The agreed ones of the list's items, numbered as the whole list numbers them. */
export function snapshotOf(candidates: readonly Candidate[]): SnapshotContent {
  const headings: { id: string; title: string; all: number; items: SnapshotItem[] }[] = []
  for (const { headingId, title, status, ...item } of candidates) {
    if (headings.at(-1)?.id !== headingId)
      headings.push({ id: headingId, title, all: 0, items: [] })
    const heading = headings.at(-1)!
    heading.all += 1
    if (status !== 'agreed' && status !== 'agreedAdReferendum') continue
    heading.items.push({
      ...item,
      number: `${headings.length} (${letter(heading.all)})`,
      adReferendum: status === 'agreedAdReferendum',
    })
  }
  return {
    headings: headings
      .filter(({ items }) => items.length > 0)
      .map(({ title, items }) => ({ title, items })),
  }
}

/** The content as the hash is taken of it: the same content is the same text, wherever it was stored. */
export const snapshotText = (content: SnapshotContent): string => toJson(content)

export const snapshotItems = ({ headings }: SnapshotContent): SnapshotItem[] =>
  headings.flatMap(({ items }) => items)

/** A paragraph's change between two snapshots. */
export type SnapshotChange = {
  heading: string
  change: 'added' | 'removed' | 'reworded' | 'confirmed' | 'same'
  item: SnapshotItem
  /** Its earlier text, if it was agreed then. */
  before: SnapshotItem | null
}

/** Every paragraph of either snapshot: the later one's in its order, then those that are agreed no more. */
export function changesBetween(before: SnapshotContent, after: SnapshotContent): SnapshotChange[] {
  const earlier = new Map(snapshotItems(before).map((item) => [item.id, item]))
  const later = new Set(snapshotItems(after).map(({ id }) => id))
  return [
    ...after.headings.flatMap(({ title, items }) =>
      items.map((item) => changeOf(title, item, earlier.get(item.id) ?? null)),
    ),
    ...before.headings.flatMap(({ title, items }) =>
      items
        .filter(({ id }) => !later.has(id))
        .map((item) => ({ heading: title, change: 'removed' as const, item, before: item })),
    ),
  ]
}

function changeOf(
  heading: string,
  item: SnapshotItem,
  before: SnapshotItem | null,
): SnapshotChange {
  if (!before) return { heading, change: 'added', item, before }
  if (before.textHash !== item.textHash) return { heading, change: 'reworded', item, before }
  const confirmed = before.adReferendum && !item.adReferendum
  return { heading, change: confirmed ? 'confirmed' : 'same', item, before }
}
