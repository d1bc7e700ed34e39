'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { ActForm } from '@/components/ui/act-form'
import type { FormState } from '@/lib/http/form-state'

const WRITES = 'input, textarea, select, [contenteditable="true"]'

/** Puts the item before or after on the screen, by a button or by one key: J goes on, K goes back. */
export function ItemSteps({
  slug,
  previous,
  next,
  action,
  begins,
}: {
  slug: string
  previous: string | null
  next: string | null
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Whether no item is on the screen yet. */
  begins: boolean
}) {
  const t = useTranslations('plenary.steps')
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      const writing = event.target instanceof Element && event.target.closest(WRITES)
      if (!plain || writing || (event.key !== 'j' && event.key !== 'k')) return
      bar.current?.querySelector<HTMLButtonElement>(`[data-key="${event.key}"] button`)?.click()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
  const steps = [
    { id: previous, key: 'k', label: t('previous') },
    { id: next, key: 'j', label: t(begins ? 'begin' : 'next') },
  ]
  return (
    <div ref={bar} className="no-print flex flex-wrap items-center gap-2" title={t('keys')}>
      {steps.map(
        ({ id, key, label }) =>
          id && (
            <div key={key} data-key={key}>
              <ActForm
                action={action}
                className="contents"
                values={{ slug, id }}
                button={label}
                tone={key === 'j' ? 'main' : 'quiet'}
              />
            </div>
          ),
      )}
    </div>
  )
}
