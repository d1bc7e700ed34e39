import type { CommentCategory, CommentPosition } from './kinds'
import type { CommentDraftView, CommentView } from './queries'

/** The start of a comment's form: a new comment, a reply, the change of one, or a draft of the delegation. */
export type CommentStart = {
  id: string
  /** Whether the id was made for this page: the server holds no draft of it yet. */
  isNew: boolean
  proposalId: string
  revisionNumber: number
  parentId: string | null
  replacesId: string | null
  category: CommentCategory
  position: CommentPosition | null
  passage: string
  /** The offset of these words in the text, if selected. */
  passageStart: number | null
  text: string
  /** The group of States for which it is to be released. */
  onBehalfOf: { id: string; name: string } | null
  version: number
}

type Proposal = { id: string; currentNumber: number }

/** A new comment on words of the present text, on the whole of it, or in reply to a comment. */
export const newStart = (
  id: string,
  proposal: Proposal,
  { parentId = null, passage = '', passageStart = null }: Partial<CommentStart> = {},
): CommentStart => ({
  id,
  isNew: true,
  proposalId: proposal.id,
  revisionNumber: proposal.currentNumber,
  parentId,
  replacesId: null,
  category: 'general',
  position: parentId === null ? null : 'none',
  passage,
  passageStart,
  text: '',
  onBehalfOf: null,
  version: 0,
})

type Changed = Pick<
  CommentView,
  | 'id'
  | 'parentId'
  | 'category'
  | 'position'
  | 'revisionNumber'
  | 'passage'
  | 'passageStart'
  | 'text'
  | 'onBehalf'
>

/** The change of a released comment: its present content, about the same revision. */
export const changeStart = (id: string, proposal: Proposal, comment: Changed): CommentStart => ({
  ...newStart(id, proposal),
  parentId: comment.parentId,
  replacesId: comment.id,
  revisionNumber: comment.revisionNumber,
  category: comment.category,
  position: comment.position,
  passage: comment.passage ?? '',
  passageStart: comment.passage ? comment.passageStart : null,
  text: comment.text,
  onBehalfOf: comment.onBehalf?.groupOfStatesId
    ? { id: comment.onBehalf.groupOfStatesId, name: comment.onBehalf.group }
    : null,
})

/** A draft that is continued. */
export const draftStart = (
  proposal: Proposal,
  draft: Omit<CommentDraftView, 'writtenBy' | 'updatedAt' | 'discardedAt'>,
): CommentStart => ({ ...draft, isNew: false, proposalId: proposal.id })

/** The words of an address such as "2.26-38": of revision 2 from letter 26 to 38; null if they are of another revision. */
export function wordsOfAddress(
  address: string,
  { currentNumber, text }: { currentNumber: number; text: string },
): { passage: string; passageStart: number } | null {
  const [, revision, start, end] = /^(\d+)\.(\d+)-(\d+)$/.exec(address) ?? []
  if (Number(revision) !== currentNumber) return null
  const passage = text.slice(Number(start), Number(end))
  return passage.trim() === '' ? null : { passage, passageStart: Number(start) }
}

/** The address of words of a revision, as `wordsOfAddress` reads it. */
export const addressOfWords = (
  revision: number,
  { passage, passageStart }: { passage: string; passageStart: number },
): string => `${revision}.${passageStart}-${passageStart + passage.length}`
