'use client'

import dynamic from 'next/dynamic'
import { useEffect, useId, useRef, useState } from 'react'
import { useFieldError, useTyped } from '@/components/form'
import { documentFromText, plainText, type TextDocument } from '@/lib/text/document'
import { wordCount } from '@/lib/text/words'
import type { EditorTexts } from './text-editor'

const TextEditor = dynamic(() => import('./text-editor'), { ssr: false })

/** Asks the field inside the event's form to show another text. */
export const RESTORE = 'stocktake:restore'

/**
 * The wording of a text. Where JavaScript runs, the editor writes into `body`; elsewhere it is a plain
 * field `text` whose lines are paragraphs. `words` is the sentence of the count, with # for the number.
 */
export function WordingField({
  initial,
  language,
  label,
  hint,
  words,
  texts,
}: {
  initial: TextDocument
  language: string
  label: string
  hint: string
  words: string
  texts: EditorTexts
}) {
  const id = useId()
  const error = useFieldError('body')
  const typed = useTyped('body')
  const plain = useTyped('text', plainText(initial))
  const [ready, setReady] = useState(false)
  const [shown, setShown] = useState({ document: initial, times: 0 })
  const [document, setDocument] = useState(initial)
  const field = useRef<HTMLDivElement>(null)
  const hidden = useRef<HTMLInputElement>(null)

  useEffect(() => {
    // What was typed into the plain field before the editor came stays.
    const early = field.current?.querySelector('textarea')?.value.replaceAll('\r\n', '\n')
    if (early !== undefined && early !== plainText(initial)) {
      const document = documentFromText(early)
      setDocument(document)
      setShown({ document, times: 0 })
    }
    setReady(true)
  }, [initial])
  useEffect(() => {
    const form = field.current?.closest('form')
    const restore = (event: Event) => {
      const kept = readDocument((event as CustomEvent<string>).detail)
      if (!kept) return
      setDocument(kept)
      setShown(({ times }) => ({ document: kept, times: times + 1 }))
    }
    form?.addEventListener(RESTORE, restore)
    return () => form?.removeEventListener(RESTORE, restore)
  }, [])

  const changed = (next: TextDocument) => {
    setDocument(next)
    if (hidden.current) hidden.current.value = JSON.stringify(next)
    hidden.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const count = wordCount(plainText(document), language)
  return (
    <div ref={field} className="grid gap-1.5">
      <label id={`${id}-label`} htmlFor={`${id}-plain`} className="text-sm font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="max-w-prose text-sm text-quiet">
        {hint}
      </p>
      {ready ? (
        <>
          <input ref={hidden} type="hidden" name="body" value={JSON.stringify(document)} readOnly />
          <TextEditor
            key={shown.times}
            initial={shown.document}
            labelledBy={`${id}-label`}
            describedBy={`${id}-hint ${id}-error`}
            language={language}
            texts={texts}
            onChange={changed}
          />
        </>
      ) : (
        <>
          <input type="hidden" name="body" value={typed} readOnly />
          <textarea
            id={`${id}-plain`}
            name="text"
            rows={10}
            lang={language}
            dir="auto"
            defaultValue={plain}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-hint ${id}-error`}
            className="input text-of-record"
          />
        </>
      )}
      <p className="text-sm text-quiet" data-testid="word-count">
        {words.replace('#', String(count))}
      </p>
      <p id={`${id}-error`} className="text-sm font-semibold text-alarm empty:hidden">
        {error}
      </p>
    </div>
  )
}

function readDocument(json: string): TextDocument | null {
  try {
    return JSON.parse(json) as TextDocument
  } catch {
    return null
  }
}
