'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { focusLater } from '@/components/consolidation/bar/source-rows'
import { type Choice, Choices } from '@/components/ui/choices'

export type FilterList = { name: string; label: string; chosen: string; choices: Choice[] }

const valueOf = ({ name, chosen }: FilterList) => [name, chosen] as const

/**
 * The filter of the preliminary items: words, outcome, session, topic and State. Kept in the address; a choice applies
 * at once. Without a script the button applies it.
 */
export function DeskFilterForm({
  words,
  lists,
  address,
}: {
  words: string
  lists: readonly FilterList[]
  address: string
}) {
  const t = useTranslations('consolidation.desk.filter')
  const router = useRouter()
  const formRef = useRef<HTMLFormElement>(null)
  // A removed filter, or the back button, changes the values of the fields; React leaves them unchanged.
  const drawnValues = JSON.stringify([['words', words], ...lists.map(valueOf)])
  useEffect(() => {
    for (const [name, value] of JSON.parse(drawnValues) as [string, string][]) {
      const field = formRef.current?.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = value
    }
  }, [drawnValues])
  const apply = (form: HTMLFormElement) => {
    const values = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    )
    const query = new URLSearchParams(values).toString()
    router.push(query ? `${address}?${query}` : address, { scroll: false })
  }
  return (
    <form
      ref={formRef}
      autoComplete="off"
      className="no-print mb-3 grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid-cols-4"
      role="search"
      aria-label={t('label')}
      onSubmit={(event) => {
        event.preventDefault()
        apply(event.currentTarget)
        // The keyboard focus moves to the results.
        focusLater({ id: '', at: 0 })
        if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
      }}
    >
      <label className="col-span-2 grid gap-1 text-sm sm:col-span-3">
        <span className="font-semibold">{t('words')}</span>
        <input
          name="words"
          type="search"
          defaultValue={words}
          data-desk-search
          aria-keyshortcuts="F"
          className="input"
        />
      </label>
      <button type="submit" className="button col-span-2 sm:col-span-1">
        {t('apply')}
      </button>
      {lists.map(({ name, label, chosen, choices }) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm">
          <span className="font-semibold">{label}</span>
          <Choices
            name={name}
            chosen={chosen}
            choices={choices}
            className="input min-w-0"
            onChange={({ currentTarget }) => {
              if (currentTarget.form) apply(currentTarget.form)
            }}
          />
        </label>
      ))}
    </form>
  )
}
