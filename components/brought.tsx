'use client'

import { piecesUnderWay } from '@/lib/pieces'

/** The element around letters. */
export type Around = { as: 'div' | 'header' | 'ol' | 'tbody'; className?: string }

/**
 * The browser's half of `Once`: the letters themselves, or the name of a piece of the document. React
 * takes the document's element over as it stands; drawn anew for whatever reason, it is what it was.
 */
export function Brought({
  as: Element,
  className,
  ...given
}: Around & ({ letters: string } | { piece: string })) {
  const piece = 'piece' in given ? given.piece : undefined
  const letters = 'letters' in given ? given.letters : lettersOf(given.piece)
  return (
    <Element
      className={className}
      data-piece={piece}
      dangerouslySetInnerHTML={{ __html: letters }}
    />
  )
}

function lettersOf(piece: string): string {
  const letters =
    typeof document === 'undefined' ? piecesUnderWay()?.get(piece) : fromDocument(piece)
  if (letters === undefined) throw new Error(`The document has no piece ${piece}.`)
  return letters
}

/** What was read of the document stays what it was, also once the element is gone. */
const read = new Map<string, string>()

function fromDocument(piece: string): string | undefined {
  const letters = read.get(piece) ?? document.querySelector(`[data-piece="${piece}"]`)?.innerHTML
  if (letters !== undefined) read.set(piece, letters)
  return letters
}
