'use client'

import { X } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { DESK_FORM } from './desk-form'
import { changeTicks, type Ticks, untick } from './ticks'
import type { Desk } from './use-desk-acts'
import type { DeskCommands } from './use-desk-buttons'
import { LETTERS } from './use-desk-keys'

/** The pages that do the same without a script, and the answer to which items match the search. */
export type DeskAddresses = { make: string; aside: string; matching: string }

/** The ticked and chosen items, the acts on them, the last answer, and the link back. Stays in sight. */
export function DeskBar({
  slug,
  desk: { pending, answer, question },
  ticks,
  commands,
  last,
  addresses,
}: {
  slug: string
  desk: Desk
  ticks: Ticks
  commands: DeskCommands
  last: { id: string; label: string } | null
  addresses: DeskAddresses
}) {
  const t = useTranslations('consolidation.desk')
  const count = ticks.ticked.length
  const number = ticks.chosen?.number ?? ''
  return (
    <div
      className="no-print sticky bottom-0 z-10 mt-8 border-t border-line-strong bg-paper py-2.5"
      aria-busy={pending}
    >
      {question && (
        <div
          role="alert"
          className="mb-2 flex flex-wrap items-center gap-3 border-s-4 border-alarm bg-alarm-wash px-4 py-2"
        >
          <span className="max-w-prose">{question.text}</span>
          <button type="button" className="button" onClick={question.join}>
            {t('join')}
          </button>
          <button type="button" className="button button-plain" onClick={question.leave}>
            {t('leave')}
          </button>
        </div>
      )}
      {(count > 0 || ticks.chosen) && <Gathered slug={slug} ticks={ticks} />}
      <div className="flex flex-wrap items-center gap-2 max-sm:-mx-1 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:p-1">
        <DeskButton
          letter={LETTERS.word}
          isMain
          run={commands.word}
          pending={pending}
          withoutScript={addresses.make}
        >
          {t('word', { count })}
        </DeskButton>
        <DeskButton letter={LETTERS.make} run={commands.make} pending={pending}>
          {t('makeOf', { count })}
        </DeskButton>
        <DeskButton letter={LETTERS.take} run={commands.take} pending={pending}>
          {t('take', { count, number: number || 'none' })}
        </DeskButton>
        <DeskButton letter={LETTERS.reword} run={commands.reword} pending={pending}>
          {t('reword', { number: number || 'none' })}
        </DeskButton>
        <DeskButton
          letter={LETTERS.aside}
          run={commands.aside}
          pending={pending}
          withoutScript={addresses.aside}
        >
          {t('setAside', { count })}
        </DeskButton>
        {last && (
          <DeskButton
            letter={LETTERS.undo}
            run={commands.undo}
            pending={pending}
            title={last.label}
          >
            {t('undo')}
          </DeskButton>
        )}
      </div>
      <p
        role={answer?.refused ? 'alert' : 'status'}
        className={`mt-1 text-sm max-sm:truncate ${answer?.refused ? 'text-alarm' : 'text-quiet'}`}
      >
        {answer?.text ?? last?.label}
      </p>
      <p className="mt-1 hidden text-xs text-quiet md:block">{t('keys')}</p>
    </div>
  )
}

/** A button that shows the key which does the same. Without a script it opens a page, or is not there. */
function DeskButton({
  letter,
  run,
  pending,
  isMain = false,
  withoutScript,
  title,
  children,
}: {
  letter: string
  run: () => void
  pending: boolean
  isMain?: boolean
  withoutScript?: string
  title?: string
  children: ReactNode
}) {
  return (
    <button
      {...(withoutScript
        ? { type: 'submit', form: DESK_FORM, formAction: withoutScript }
        : { type: 'button' })}
      disabled={pending}
      title={title}
      aria-keyshortcuts={letter}
      onClick={(event) => {
        event.preventDefault()
        run()
      }}
      className={`button shrink-0 gap-2 ${isMain ? 'button-main' : ''} ${
        withoutScript ? '' : '[@media(scripting:none)]:hidden'
      }`}
    >
      {children}
      <kbd aria-hidden className="hidden font-sans text-xs font-normal opacity-70 md:inline">
        {letter}
      </kbd>
    </button>
  )
}

/** The ticked items by name, also those of other searches and pages, each with a remove button; and the chosen item. */
function Gathered({ slug, ticks: { ticked, chosen } }: { slug: string; ticks: Ticks }) {
  const t = useTranslations('consolidation.desk')
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
      {ticked.length > 0 && (
        <details className="min-w-0">
          <summary className="cursor-pointer font-semibold">
            {t('ticked', { count: ticked.length })}
          </summary>
          <ul className="mt-1 grid max-h-48 gap-0.5 overflow-y-auto">
            {ticked.map(({ id, label }) => (
              <li key={id} className="flex items-baseline gap-2">
                <button
                  type="button"
                  aria-label={t('untick', { name: label })}
                  className="grid size-6 shrink-0 place-items-center self-center rounded-sm text-quiet hover:text-alarm"
                  onClick={() => untick(slug, [id])}
                >
                  <Icon of={X} size={16} />
                </button>
                <span className="min-w-0 truncate">{label}</span>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="mt-1 cursor-pointer text-accent underline"
            onClick={() => changeTicks(slug, () => ({ ticked: [] }))}
          >
            {t('untickAll')}
          </button>
        </details>
      )}
      {chosen && (
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="min-w-0 truncate">
            {t('chosen', { number: chosen.number, name: chosen.label })}
          </span>
          <button
            type="button"
            aria-label={t('chooseNone')}
            className="grid size-6 shrink-0 place-items-center self-center rounded-sm text-quiet hover:text-alarm"
            onClick={() => changeTicks(slug, () => ({ chosen: null }))}
          >
            <Icon of={X} size={16} />
          </button>
        </span>
      )}
    </div>
  )
}
