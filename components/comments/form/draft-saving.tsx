'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { timeOf } from '@/components/keeping/lost-answer'
import { useFormState } from '@/components/ui/form'
import type { Values } from '@/components/editor/keeper'
import { useDraftSaving } from './use-draft-saving'

/**
 * Saves the comment around it while it is typed, and says so. "Keep" saves at once and closes the form; a release waits
 * for a pending save. Needs the messages `comments`.
 */
export function DraftSaving({
  saveAddress,
  version,
  onSaved,
  onClose,
  keepAsOther,
  says,
}: {
  saveAddress: string
  version: number
  onSaved: () => void
  onClose: () => void
  /** Saves the typed words as a draft beside the one that a colleague changed. */
  keepAsOther: () => void
  /** Whether there is something to save, if words are not the only content. */
  says?: (values: Values) => boolean
}) {
  const t = useTranslations('comments.keeping')
  const marker = useRef<HTMLInputElement>(null)
  const { savingState, saveAll, isSaving, settle, hold, resume } = useDraftSaving(marker, {
    saveAddress,
    version,
    onSaved,
    ...(says && { says }),
  })
  const { state } = useFormState()

  useEffect(() => {
    const form = marker.current?.form
    if (!form) return
    const pressed = (event: SubmitEvent) => {
      const button = event.submitter as HTMLButtonElement | null
      if (button?.value === 'save') {
        event.preventDefault()
        void saveAll().then((isDone) => isDone && onClose())
        return
      }
      hold()
      if (!isSaving()) return
      event.preventDefault()
      void settle().then(() => form.requestSubmit(button))
    }
    form.addEventListener('submit', pressed)
    return () => form.removeEventListener('submit', pressed)
  }, [saveAll, isSaving, settle, hold, onClose])

  // Words not released stay in the delegation.
  useEffect(() => {
    if (state.status === 'refused') resume()
  }, [state, resume])

  const isConflict =
    savingState.is === 'conflict' || (state.status === 'refused' && state.reason === 'conflict')
  return (
    <div className="text-sm text-quiet">
      <input ref={marker} type="hidden" name="version" defaultValue={version} data-draft />
      <p role="status">
        {savingState.is === 'refused' || savingState.is === 'conflict' ? (
          <strong className="text-alarm">{savingState.message}</strong>
        ) : savingState.is === 'saved' ? (
          t('saved', { time: timeOf(savingState.at) })
        ) : savingState.is === 'quiet' || savingState.is === 'unsaved' ? null : (
          t(savingState.is)
        )}
      </p>
      {isConflict && (
        <button type="button" className="button mt-1" onClick={keepAsOther}>
          {t('other')}
        </button>
      )}
    </div>
  )
}
