'use client'

import { kept } from '@/lib/kept'
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

/** A document has few pieces, and the first reading of each is its own. */
const read = kept<string>(1_000)
const fromDocument = (piece: string) =>
  read(piece, () => {
    const element = document.querySelector(`[data-piece="${piece}"]`)
    if (!element) throw new Error(`The document has no piece ${piece}.`)
    return element.innerHTML
  })
