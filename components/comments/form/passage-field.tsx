import { useTranslations } from 'use-intl/react'
import { TextField } from '@/components/ui/field'
import { useFieldError } from '@/components/ui/form'
import type { SelectedWords } from '../beside/selected-words'

/** Words of the text, and the offset of their selection; null if they were typed. */
export type Passage = { words: string; at: number | null }

/**
 * The words that a comment is about. Selected ones are shown with their position, which tells them from equal words
 * elsewhere; without a selection they can be typed or pasted.
 */
export function PassageField({
  passage,
  selected,
  choose,
}: {
  passage: Passage
  /** Words of the text that can be taken over as the passage. */
  selected: SelectedWords | null
  choose: (passage: Passage) => void
}) {
  const t = useTranslations('comments')
  const error = useFieldError('passage')
  const isOther = selected && (selected.at !== passage.at || selected.words !== passage.words)
  return (
    <div className="grid gap-1.5">
      {passage.at === null ? (
        <details open={passage.words !== '' || error !== undefined}>
          <summary className="cursor-pointer text-sm text-quiet">{t('onWhole')}</summary>
          <div className="mt-2">
            <TextField
              name="passage"
              label={t('passage')}
              hint={t('passageHint')}
              rows={2}
              defaultValue={passage.words}
            />
          </div>
        </details>
      ) : (
        <>
          <p className="text-sm text-quiet">{t('onWords')}</p>
          <blockquote dir="auto" className="comment-quote line-clamp-4">
            {passage.words}
          </blockquote>
          <input type="hidden" name="passage" value={passage.words} readOnly />
          <input type="hidden" name="passageStart" value={passage.at} readOnly />
          {error && <p className="text-sm font-semibold text-alarm">{error}</p>}
        </>
      )}
      <div className="flex flex-wrap gap-x-4 text-sm">
        {isOther && (
          <button
            type="button"
            className="comment-way"
            onClick={() => choose({ words: selected.words, at: selected.at })}
          >
            {t('takeSelection')}
          </button>
        )}
        {passage.at !== null && (
          <button
            type="button"
            className="comment-way"
            onClick={() => choose({ words: '', at: null })}
          >
            {t('dropWords')}
          </button>
        )}
      </div>
    </div>
  )
}
