'use client'

import { useTranslations } from 'use-intl/react'
import { DESK_FORM } from './desk-form'
import type { Desk } from './use-desk-acts'

/** What can be done with the ticked and the chosen, what was answered, and the way back. Stays in sight. */
export function DeskBar({
  desk: { pending, said, question, play },
  last,
  addresses,
}: {
  desk: Desk
  last: { id: string; label: string } | null
  /** The pages on which an item is worded, or an outcome given, for what is ticked. */
  addresses: { make: string; aside: string }
}) {
  const t = useTranslations('consolidation.desk')
  return (
    <div
      className="no-print z-10 mt-8 border-t border-line-strong bg-paper py-3 md:sticky md:bottom-0"
      aria-busy={pending}
    >
      {question && (
        <div
          role="alert"
          className="mb-3 flex flex-wrap items-center gap-3 border-s-4 border-alarm bg-alarm-wash px-4 py-2"
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
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button
          type="button"
          className="button button-main"
          disabled={pending}
          onClick={() => play({ act: 'makeOf' })}
        >
          {t('makeOf')}
        </button>
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => play({ act: 'take' })}
        >
          {t('take')}
        </button>
        <button type="submit" form={DESK_FORM} formAction={addresses.make} className="button">
          {t('word')}
        </button>
        <button type="submit" form={DESK_FORM} formAction={addresses.aside} className="button">
          {t('setAside')}
        </button>
        {last && (
          <button
            type="button"
            className="button"
            disabled={pending}
            title={last.label}
            onClick={() => play({ act: 'undo', id: last.id })}
          >
            {t('undo')}
          </button>
        )}
        <span
          role={said?.refused ? 'alert' : 'status'}
          className={`min-w-0 flex-1 text-sm ${said?.refused ? 'text-alarm' : 'text-quiet'}`}
        >
          {said?.text ?? last?.label}
        </span>
      </div>
      <p className="mt-1 hidden text-xs text-quiet md:block">{t('keys')}</p>
    </div>
  )
}
