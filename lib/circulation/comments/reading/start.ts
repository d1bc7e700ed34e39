import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { TextDocument } from '@/lib/text/document/document'
import type { Targeted } from '../targets'
import type { DraftView, ReleasedView } from './views'

/** The initial content of the comment form: a new comment, a draft of the delegation, or the change of a released one. */
export type CommentStart = {
  id: string
  /** Whether the id was made for this page: the server holds no draft of it yet. */
  isNew: boolean
  circulationId: string
  target: Targeted['target']
  listId: string
  headingId: string
  itemId: string
  subject: string
  replacesId: string
  /** The group of States for the release on its behalf. */
  onBehalfOf: { id: string; name: string } | null
  category: CommentCategory
  position: CommentPosition | null
  language: string
  passage: string
  /** The start of the selected passage in the item's text (UTF-16); null for the whole item or a typed passage. */
  passageStart: number | null
  text: string
  /** The text of the item to edit, which may be edited already; null if the comment is on no item. */
  wording: { initial: TextDocument; language: string; isChanged: boolean } | null
  version: number
}

type Base = { body: TextDocument; language: string } | null

const idsOf = ({ target, listId, headingId, itemId }: Targeted) => ({
  target,
  listId: listId ?? '',
  headingId: headingId ?? '',
  itemId: itemId ?? '',
})

const wordingOf = (base: Base, wording: TextDocument | null) =>
  base && { initial: wording ?? base.body, language: base.language, isChanged: wording !== null }

/** A new comment. */
export const newStart = (
  id: string,
  circulationId: string,
  targeted: Targeted,
  base: Base,
  language: string,
): CommentStart => ({
  id,
  isNew: true,
  circulationId,
  ...idsOf(targeted),
  subject: '',
  replacesId: '',
  onBehalfOf: null,
  category: 'general',
  position: targeted.target === 'item' ? null : 'none',
  language,
  passage: '',
  passageStart: null,
  text: '',
  wording: wordingOf(base, null),
  version: 0,
})

/** A draft that is continued. */
const draftStart = (circulationId: string, draft: DraftView): CommentStart => ({
  ...newStart(draft.id, circulationId, draft, draft.base, draft.language),
  isNew: false,
  subject: draft.subject,
  replacesId: draft.replacesId ?? '',
  onBehalfOf: draft.onBehalfOf,
  category: draft.category,
  position: draft.position,
  passage: draft.passage,
  passageStart: draft.passage === '' ? null : draft.passageStart,
  text: draft.text,
  wording: wordingOf(draft.base, draft.wording),
  version: draft.version,
})

/**
 * The draft that a person goes on with on opening the form of a new comment on a matter: their own latest one there that
 * can still be written and replaces nothing.
 */
export const draftToContinue = (
  drafts: readonly DraftView[],
  personId: string | null,
  { target, listId, headingId, itemId }: Targeted,
): DraftView | undefined =>
  drafts
    .filter(
      (draft) =>
        draft.writtenById === personId &&
        draft.target === target &&
        draft.listId === listId &&
        draft.headingId === headingId &&
        draft.itemId === itemId &&
        draft.replacesId === null &&
        !draft.onPaperAt &&
        !draft.discardedAt &&
        !draft.handedAt &&
        !draft.lateRefusedAt,
    )
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())[0]

/** The change of a released comment, with its words. */
const changeStart = (id: string, circulationId: string, comment: ReleasedView): CommentStart => ({
  ...newStart(id, circulationId, comment, comment.base, comment.language),
  subject: comment.subject,
  replacesId: comment.id,
  onBehalfOf: groupOf(comment),
  category: comment.category,
  position: comment.position,
  passage: comment.passage ?? '',
  passageStart: comment.passageStart,
  text: comment.text,
  wording: wordingOf(comment.base, comment.wording),
})

const groupOf = ({ onBehalf }: ReleasedView): CommentStart['onBehalfOf'] =>
  onBehalf?.groupOfStatesId ? { id: onBehalf.groupOfStatesId, name: onBehalf.group } : null

/**
 * The form that a page opens: the draft that is continued, else the change of a released comment, else `fresh`, a new
 * comment; null for none. `id` is that of the comment that the form begins.
 */
export function startOf(
  { id, circulationId }: { id: string; circulationId: string },
  {
    draft,
    changed,
    fresh,
  }: {
    draft: DraftView | undefined
    changed: ReleasedView | undefined
    fresh: CommentStart | null
  },
): CommentStart | null {
  if (draft) return draftStart(circulationId, draft)
  return changed ? changeStart(id, circulationId, changed) : fresh
}

/** The words of an address such as "26-38": from letter 26 to 38 of the item's text; null if there are none. */
export function wordsOfAddress(
  address: string | undefined,
  text: string,
): Pick<CommentStart, 'passage' | 'passageStart'> | null {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(address ?? '') ?? []
  const passage = text.slice(Number(start), Number(end))
  return passage.trim() === '' ? null : { passage, passageStart: Number(start) }
}
