'use client'

import { useTranslations } from 'use-intl/react'
import { useAwake } from '@/components/live/use-awake'
import { boxesOf } from './boxes'

/** Ticks a whole column, or as the column before it. The ticks are like any other until the form is saved. */
export function ColumnActs({
  column,
  label,
  before,
}: {
  column: string
  label: string
  before: { key: string; label: string } | undefined
}) {
  const t = useTranslations('attendanceEntry')
  // Without script there is nothing that ticks.
  if (!useAwake()) return null
  const tick = (form: HTMLFormElement, isWanted: (entityId: string) => boolean) => {
    for (const [entityId, box] of boxesOf(form, column)) box.checked = isWanted(entityId)
    // The form saves its input at each event: one for the whole column.
    form.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <span className="mt-1 flex flex-wrap gap-x-2 font-normal">
      <button
        type="button"
        className="way text-accent"
        aria-label={t('tickAllOf', { column: label })}
        onClick={({ currentTarget: { form } }) => form && tick(form, () => true)}
      >
        {t('tickAll')}
      </button>
      {before && (
        <button
          type="button"
          className="way text-accent"
          aria-label={t('tickAsOf', { column: label, before: before.label })}
          onClick={({ currentTarget: { form } }) => {
            if (!form) return
            const earlier = boxesOf(form, before.key)
            tick(form, (entityId) => earlier.get(entityId)?.checked ?? false)
          }}
        >
          {t('tickAs', { before: before.label })}
        </button>
      )}
    </span>
  )
}
