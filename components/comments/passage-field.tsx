import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { TextField } from '@/components/ui/field'
import { useTyped } from '@/components/ui/form'
import type { SelectedWords } from './selected-words'

/**
 * The words that a comment is about. Typed or pasted; selected ones can be taken over by a button, and then the form
 * says where they were selected, so that they are told from equal words elsewhere.
 */
export function PassageField({
  selected,
  start,
}: {
  selected: SelectedWords
  start: SelectedWords
}) {
  const t = useTranslations('comments')
  const [taken, setTaken] = useState<SelectedWords | null>(null)
  const [isTyped, setTyped] = useState(false)
  const startedAt = useTyped('passageStart', String(start.at ?? ''))
  const at = taken ? String(taken.at ?? '') : startedAt
  const passage = taken ?? start
  return (
    <div className="grid gap-2" onInput={() => setTyped(true)}>
      <TextField
        key={`${passage.at} ${passage.words}`}
        name="passage"
        label={t('passage')}
        hint={t('passageHint')}
        rows={2}
        defaultValue={passage.words}
      />
      <input type="hidden" name="passageStart" value={isTyped ? '' : at} readOnly />
      {selected.words && (selected.words !== passage.words || selected.at !== passage.at) && (
        <button
          type="button"
          className="button justify-self-start"
          onClick={() => {
            setTaken({ words: selected.words, at: selected.at })
            setTyped(false)
          }}
        >
          {t('takeSelection')}
        </button>
      )}
    </div>
  )
}
