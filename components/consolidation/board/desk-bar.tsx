'use client'

import { DESK_FORM } from './desk-form'
import type { Desk } from './use-desk-acts'

export type DeskBarTexts = Record<
  | 'makeOf'
  | 'take'
  | 'word'
  | 'setAside'
  | 'undo'
  | 'chooseFirst'
  | 'keys'
  | 'join'
  | 'leave'
  | 'makeAddress'
  | 'asideAddress',
  string
>

/** What can be done with the ticked and the chosen, what was answered, and the way back. Stays in sight. */
export function DeskBar({
  desk: { pending, said, question, play },
  last,
  texts,
}: {
  desk: Desk
  last: { id: string; label: string } | null
  texts: DeskBarTexts
}) {
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
            {texts.join}
          </button>
          <button type="button" className="button button-plain" onClick={question.leave}>
            {texts.leave}
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
          {texts.makeOf}
        </button>
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => play({ act: 'take' })}
        >
          {texts.take}
        </button>
        <button type="submit" form={DESK_FORM} formAction={texts.makeAddress} className="button">
          {texts.word}
        </button>
        <button type="submit" form={DESK_FORM} formAction={texts.asideAddress} className="button">
          {texts.setAside}
        </button>
        {last && (
          <button
            type="button"
            className="button"
            disabled={pending}
            title={last.label}
            onClick={() => play({ act: 'undo', id: last.id })}
          >
            {texts.undo}
          </button>
        )}
        <span
          role={said?.refused ? 'alert' : 'status'}
          className={`min-w-0 flex-1 text-sm ${said?.refused ? 'text-alarm' : 'text-quiet'}`}
        >
          {said?.text ?? last?.label}
        </span>
      </div>
      <p className="mt-1 hidden text-xs text-quiet md:block">{texts.keys}</p>
    </div>
  )
}
