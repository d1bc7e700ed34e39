'use client'

import { useId, useState } from 'react'

/** The length, in letters, from which a text is folded to its first lines. */
const LONG = 320

/** A text of which a long one shows its first lines, and the rest at a press. Without a script it is whole. */
export function FoldedText({ text, more, less }: { text: string; more: string; less: string }) {
  const id = useId()
  const [isWhole, setWhole] = useState(false)
  if (text.length < LONG) return text
  return (
    <>
      <span
        id={id}
        className={isWhole ? '' : 'line-clamp-4 [@media(scripting:none)]:line-clamp-none'}
      >
        {text}
      </span>
      <button
        type="button"
        aria-expanded={isWhole}
        aria-controls={id}
        onClick={() => setWhole(!isWhole)}
        className="no-print cursor-pointer font-sans text-sm text-accent underline [@media(scripting:none)]:hidden"
      >
        {isWhole ? less : more}
      </button>
    </>
  )
}
