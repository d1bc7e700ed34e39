import type { ComparedPart } from '@/lib/proposals/comparison'
import type { TextDocument } from '@/lib/text/document/document'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { rebase } from '@/lib/text/weave/rebase'

/** The text before the room as the consoles have it: the text on everybody's screen now. */
export type TypingView = {
  itemId: string
  /** The number of the wording that the typed text is to replace. */
  wording: number
  /** The number of the wording over which the text was typed last; an earlier one where the item was reworded since. */
  typedOver: number
  /** The typed text, else the wording. */
  body: TextDocument
  /** The typed text's; 0 without any. */
  version: number
  /** The last typist; empty without typed text. */
  by: string
  /** Grows with every act on the list: of two views the one with the higher number is the later. */
  at: number
  /** The wording, marked with the typed changes, as the room sees it. */
  paragraphs: ComparedPart[][]
}

/** The result of two people's typing in a text. */
export type Merged = {
  /** The second person's text now. */
  shown: TextDocument
  /** The second's own text, if both changed the same words: kept for them, not on the screen. */
  held: TextDocument | null
}

/**
 * Merges the changes of two people to the same text. If they changed different words, both changes stand. If they
 * changed the same words, the text on the screen stays there, and the second's text is held for them. No word of either
 * is lost.
 */
export function mergeTyping(
  { before, mine, theirs }: Record<'before' | 'mine' | 'theirs', TextDocument>,
  language: string,
): Merged {
  const [base, ownText, theirText] = [toMarked(before), toMarked(mine), toMarked(theirs)]
  if (ownText === base || ownText === theirText) return { shown: theirs, held: null }
  if (theirText === base) return { shown: mine, held: null }
  const { state, text } = rebase(base, ownText, theirText, language)
  if (state === 'needs-attention' || state === 'obsolete') return { shown: theirs, held: mine }
  return { shown: state === 'clean' ? fromMarked(text) : theirs, held: null }
}

/** Whether two texts read the same, forms and brackets included. */
export const isSameText = (a: TextDocument, b: TextDocument): boolean => toMarked(a) === toMarked(b)
