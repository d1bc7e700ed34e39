import type { Change } from '@/lib/text/diff/change'
import { readMarked } from '@/lib/text/signs'
import { wordCount } from '@/lib/text/words'

/** Words of one form and one fate in a comparison. */
export type ComparedPart = { text: string; fate: 'kept' | 'added' | 'removed'; italic: boolean }

/**
 * Two revisions as one text: the paragraphs of the later one, with removed words left in their place. Takes the earlier
 * text as a marked string and the changes that make the later one. A paragraph that was begun or joined is shown by a
 * pilcrow.
 */
export function comparedParagraphs(base: string, changes: readonly Change[]): ComparedPart[][] {
  const paragraphs: ComparedPart[][] = [[]]
  const italic = { base: false, next: false }

  const write = (text: string, fate: ComparedPart['fate']) => {
    for (const piece of readMarked(text)) {
      if (piece.kind === 'italic') {
        if (fate !== 'added') italic.base = piece.on
        if (fate !== 'removed') italic.next = piece.on
      } else if (piece.kind === 'end') {
        if (fate !== 'kept') add(paragraphs, { text: '¶', fate, italic: false })
        if (fate !== 'removed') paragraphs.push([])
      } else {
        const slanted = fate === 'removed' ? italic.base : italic.next
        add(paragraphs, { text: piece.text, fate, italic: slanted })
      }
    }
  }

  let at = 0
  for (const change of changes) {
    write(base.slice(at, change.at), 'kept')
    write(change.remove, 'removed')
    write(change.insert, 'added')
    at = change.at + change.remove.length
  }
  write(base.slice(at), 'kept')
  return paragraphs
}

/** The number of words added and removed. */
export function changedWords(paragraphs: readonly ComparedPart[][], locale: string) {
  const words = (fate: ComparedPart['fate']) =>
    paragraphs
      .flat()
      .filter((part) => part.fate === fate)
      .reduce((sum, part) => sum + wordCount(part.text, locale), 0)
  return { added: words('added'), removed: words('removed') }
}

/** Neighbours of one form and fate are one part. */
function add(paragraphs: ComparedPart[][], part: ComparedPart): void {
  const paragraph = paragraphs.at(-1)!
  const last = paragraph.at(-1)
  if (last && last.fate === part.fate && last.italic === part.italic) last.text += part.text
  else paragraph.push(part)
}
