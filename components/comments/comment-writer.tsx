'use client'

import { type MouseEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { CommentForm, type CommentFormProps } from './comment-form'
import { type SelectedWords, useSelectedWords } from './selected-words'

/** Fixed at the foot of the window while words are selected. */
const AT_HAND = 'fixed inset-x-4 bottom-4 z-10 mx-auto w-fit shadow-lg'

/**
 * The way to write a comment, and the form once somebody takes it; `opened` shows the form at once.
 * Words that are selected in the text then are the passage. The address says that the form is open,
 * so that a reload opens it again, and leads to it without JavaScript.
 */
export function CommentWriter({
  opened,
  href,
  textId,
  answering,
  ...form
}: Omit<CommentFormProps, 'selected'> & {
  opened: boolean
  href: string
  /** The element in which words are selected. */
  textId: string
  /** The delegation whose comment is answered. */
  answering: string | null
}) {
  const t = useTranslations('comments')
  /** The passage with which it was opened here; null where the server opened it, or nobody did. */
  const [taken, setTaken] = useState<SelectedWords | null>(null)
  const selected = useSelectedWords(textId)

  const openHere = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    window.history.replaceState(null, '', href)
    setTaken({ words: selected.words, at: selected.at })
  }

  if (!opened && taken === null)
    return (
      <div className="min-h-11">
        <a
          id="write"
          href={href}
          className={selected.isPresent ? `button button-main ${AT_HAND}` : 'button'}
          // Pressing it must not end the selection that brought it here.
          onMouseDown={(event) => event.preventDefault()}
          onClick={openHere}
        >
          {t(selected.isPresent ? 'writeOnWords' : 'write')}
        </a>
      </div>
    )
  return (
    <section
      id="write"
      aria-labelledby="write-title"
      className="max-w-3xl scroll-mt-4"
      ref={taken === null ? null : focusFirst}
    >
      <h3 id="write-title" className="mb-3 font-semibold">
        {t('write')}
      </h3>
      {answering && (
        <p className="mb-4">
          {t('replyTo', { name: answering })} <a href={href}>{t('writeWhole')}</a>
        </p>
      )}
      <CommentForm
        {...form}
        start={{ ...form.start, ...(taken && { passage: taken.words, passageStart: taken.at }) }}
        selected={selected}
      />
    </section>
  )
}

/** Whoever opened the form goes on in it, also by the keyboard. */
const focusFirst = (section: HTMLElement | null) =>
  section?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
