import { z } from 'zod'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { readDocument } from '@/lib/text/document/stored'
import { readWording } from '@/lib/text/document/wording'
import { proposalKinds, type ProposalKind } from '@/lib/proposals/kinds'
import type { WriteDraft } from '@/lib/proposals/schema'

/** The content of a draft. */
export type DraftContent = {
  body: TextDocument
  explanation: string
  originalLanguage: string
  reason: string
  kind: ProposalKind | null
  agendaItemId: string | null
  /** The group of States for which it is to be submitted. */
  onBehalfOfId: string | null
}

/** The content that a form gives; `present` is the text over which plain words are typed. */
export function contentOf(input: WriteDraft, present: TextDocument): DraftContent {
  const { explanation, originalLanguage, reason, kind, agendaItemId, onBehalfOfId } = input
  const body = readWording(input, originalLanguage, { allowEmpty: true, over: present })
  return {
    body,
    explanation,
    originalLanguage,
    reason,
    kind: kind || null,
    agendaItemId: agendaItemId || null,
    onBehalfOfId: onBehalfOfId || null,
  }
}

/** The columns of content among those of a draft. */
export const contentIn = ({
  body,
  explanation,
  originalLanguage,
  reason,
  kind,
  agendaItemId,
  onBehalfOfId,
}: DraftContent): DraftContent => ({
  body,
  explanation,
  originalLanguage,
  reason,
  kind,
  agendaItemId,
  onBehalfOfId,
})

/** Whether two contents read the same. */
export const holdsSame = (first: DraftContent, second: DraftContent): boolean =>
  first.explanation === second.explanation &&
  first.originalLanguage === second.originalLanguage &&
  first.reason === second.reason &&
  first.kind === second.kind &&
  first.agendaItemId === second.agendaItemId &&
  first.onBehalfOfId === second.onBehalfOfId &&
  toMarked(first.body) === toMarked(second.body)

const StoredContent = z.object({
  body: z.unknown(),
  explanation: z.string(),
  originalLanguage: z.string(),
  reason: z.string(),
  kind: z.enum(proposalKinds).nullable(),
  agendaItemId: z.uuid().nullable(),
  // States that were kept before a draft could name a group.
  onBehalfOfId: z.uuid().nullable().default(null),
})

/** The content of a JSON column. Throws if it has another shape. */
export function readContent(stored: unknown): DraftContent {
  const content = StoredContent.parse(stored)
  return { ...content, body: readDocument(content.body) }
}
