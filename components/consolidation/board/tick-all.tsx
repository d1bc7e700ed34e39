'use client'

import { useTranslations } from 'use-intl/react'
import { LETTERS } from '@/components/consolidation/bar/use-desk-keys'
import { useBoard } from './desk-board'

/** Ticks all that match the search, also those on other pages. */
export function TickAll({ count }: { count: number }) {
  const t = useTranslations('consolidation.desk')
  const { commands } = useBoard()
  return (
    <button
      type="button"
      aria-keyshortcuts={LETTERS.tickAll}
      onClick={commands?.tickAll}
      className="cursor-pointer text-accent underline [@media(scripting:none)]:hidden"
    >
      {t('tickAll', { count })}
      <kbd aria-hidden className="ms-1.5 hidden font-sans text-xs opacity-70 md:inline">
        {LETTERS.tickAll}
      </kbd>
    </button>
  )
}
