import { useState } from 'react'
import { TextField } from '@/components/ui/field'

/** The words that a comment is about. Typed or pasted; `selected` ones can be taken over by a button. */
export function PassageField({
  selected,
  defaultValue,
  label,
  hint,
  takeSelection,
}: {
  selected: string
  defaultValue: string
  label: string
  hint: string
  takeSelection: string
}) {
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
