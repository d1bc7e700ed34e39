'use client'

import { useBoard } from '@/components/consolidation/board/desk-board'

/** Words one item from the ticked ones of the set around it; without a script it opens the page that does so. */
export function WordSet({ form: formId, label }: { form: string; label: string }) {
  const { panel } = useBoard()
  return (
    <button
      type="submit"
      form={formId}
      data-act="word"
      aria-keyshortcuts="W"
      className="button button-main"
      onClick={(event) => {
        const { form } = event.currentTarget
        if (!form) return
        event.preventDefault()
        const ids = new FormData(form).getAll('items').filter((id) => typeof id === 'string')
        if (ids.length > 0) panel.show({ kind: 'word', ids })
      }}
    >
      {label}
      <kbd aria-hidden className="hidden font-sans text-xs font-normal opacity-70 md:inline">
        W
      </kbd>
    </button>
  )
}
