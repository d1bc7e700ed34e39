'use client'

import { useEffect, useState } from 'react'
import { TextField } from './field'

/**
 * The words that a comment is about. Typed or pasted; words selected in the text of the proposal
 * (the element with the id `textId`) can be taken over by a button.
 */
export function PassageField({
  textId,
  defaultValue,
  label,
  hint,
  takeSelection,
}: {
  textId: string
  defaultValue: string
  label: string
  hint: string
  takeSelection: string
}) {
  const selected = useSelectedWords(textId)
  const [passage, setPassage] = useState(defaultValue)
  return (
    <div className="grid gap-2">
      <TextField
        key={passage}
        name="passage"
        label={label}
        hint={hint}
        rows={2}
        defaultValue={passage}
      />
      {selected && selected !== passage && (
        <button
          type="button"
          className="button justify-self-start"
          onClick={() => setPassage(selected)}
        >
          {takeSelection}
        </button>
      )}
    </div>
  )
}

/** The words that the reader last selected inside an element, or '' when there were none. */
function useSelectedWords(elementId: string): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const element = document.getElementById(elementId)
      const inside = selection?.anchorNode && element?.contains(selection.anchorNode)
      if (inside && !selection.isCollapsed) setWords(selection.toString().trim())
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [elementId])
  return words
}
