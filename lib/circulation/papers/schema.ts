import { z } from 'zod'
import { commentTargets } from '@/lib/circulation/comments/kinds'
import { SUBJECT_LIMIT } from '@/lib/circulation/comments/schema'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { plainLine } from '@/lib/text/line'

export const PASTE_LIMIT = 500_000

/** The reason of a row that repeats the earlier answer of its delegation. */
export const UNCHANGED = 'state.unchanged'

/** The reasons that are stored with a piece: keys of the messages `papers.why`, with their values. */
export const StoredReasons = z.array(
  z.object({
    key: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
)

/** A paper at the version that was read. */
export const OnePaper = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1).max(10_000_000),
})
export type OnePaper = z.output<typeof OnePaper>

export const OnePiece = OnePaper.extend({ pieceId: z.uuid() })
export type OnePiece = z.output<typeof OnePiece>

const TARGET = new RegExp(`^(${commentTargets.join('|')})(?: ([0-9a-f-]{36}))?$`)

/** The target of a piece, as one choice of a form: "item ID", "circulation", "other". */
const Target = z.string().regex(TARGET, 'choose')

/** A group of States; '' for none. */
const GroupId = z.union([z.uuid('choose'), z.literal('')]).default('')

/** A person's decision on a piece: its target, category and position, and the group for which it speaks. */
export const DecidePiece = OnePiece.extend({
  target: Target,
  subject: plainLine(SUBJECT_LIMIT).default(''),
  category: z.enum(commentCategories, 'choose'),
  position: z.enum(commentPositions, 'choose'),
  onBehalfOfId: GroupId,
})
export type DecidePiece = z.output<typeof DecidePiece>

/** The recipient of a piece; the paper's delegation takes it back. */
export const GivePiece = OnePiece.extend({ delegationId: z.uuid('choose') })
export type GivePiece = z.output<typeof GivePiece>

/** The group for which all pieces of a paper speak. */
export const PaperOfGroup = OnePaper.extend({ onBehalfOfId: GroupId })
export type PaperOfGroup = z.output<typeof PaperOfGroup>

/** The kind and the id of a chosen target. */
export function readTarget(target: string) {
  const [, kind, id = ''] = TARGET.exec(target) ?? []
  const of = (name: string) => (kind === name ? id : '')
  return {
    target: commentTargets.find((name) => name === kind)!,
    listId: of('list'),
    headingId: of('heading'),
    itemId: of('item'),
  }
}

/** A piece that is cut at the empty lines of `text`: the same words in several. */
export const SplitPiece = OnePiece.extend({ text: z.string().max(200_000, 'tooLong') })
export type SplitPiece = z.output<typeof SplitPiece>

/** Several pieces in one act: those that leave no doubt, or all the rest as no comments. */
const acceptances = ['clear', 'rest'] as const
export const AcceptPieces = OnePaper.extend({ which: z.enum(acceptances) })
export type AcceptPieces = z.output<typeof AcceptPieces>

/** The form of a paper, beside its file; a pasted text replaces the file. */
export const SendPaper = z.object({
  circulationId: z.uuid(),
  delegationId: z.uuid('choose'),
  receivedAt: z.string().max(30).default(''),
  text: z.string().default(''),
})

/** A new paper. The Secretariat names its delegation and its time of receipt. */
export type EnterPaper = {
  circulationId: string
  delegationId: string
  fileName: string
  bytes: Uint8Array
  /** In seat time, as a form has it; '' for now. */
  receivedAt: string
}
