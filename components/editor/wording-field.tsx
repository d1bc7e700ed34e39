'use client'

import { type ComponentType, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl/react'
import { RESTORE } from '@/components/keeping/form-fields'
import { useFieldError, useTyped } from '@/components/ui/form'
import { TextArea } from '@/components/ui/text-area'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { wordCount } from '@/lib/text/words'
import type { EditorProps } from './text-editor'

/** The loaded editor, the cursor position to restore, and whether the text was changed before it loaded. */
type Editing = { Editor: ComponentType<EditorProps>; cursor: number | null; isBegun: boolean }

/**
 * The wording of a text. It starts as a plain field with a paragraph in each line, and stays one without JavaScript.
 * Once the editor has loaded, it takes over the typed text and the cursor, and writes into `body`. Needs the messages
 * `editor`.
 */
export function WordingField({
  initial,
  language,
  label,
  hint,
  plainName = 'text',
}: {
  initial: TextDocument
  language: string
  label: string
  hint: string
  /** The name of the plain field, if the form has another field `text`. */
  plainName?: string
}) {
  const t = useTranslations('editor')
  const id = useId()
  const error = useFieldError('body')
  const typed = useTyped('body')
  const plain = useTyped(plainName, plainText(initial))
  const [editing, setEditing] = useState<Editing | null>(null)
  const [editorStart, setEditorStart] = useState({ document: initial, times: 0 })
  const [document, setDocument] = useState(initial)
  const drawnDocument = useRef(initial)
  const field = useRef<HTMLDivElement>(null)
  const plainField = useRef<HTMLTextAreaElement>(null)
  const hidden = useRef<HTMLInputElement>(null)

  useEffect(() => {
    void Promise.all([import('./text-editor'), import('./take-over')]).then(
      ([{ default: Editor }, { placeInEditor, takeOver }]) => {
        const { current } = plainField
        if (!current) return
        const next = takeOver(drawnDocument.current, current.value, language)
        const isWriting = window.document.activeElement === current
        const cursor = isWriting ? placeInEditor(next, current.selectionEnd) : null
        // Synchronously, so that no key press is lost between the two.
        flushSync(() => {
          setDocument(next)
          setEditorStart({ document: next, times: 0 })
          setEditing({ Editor, cursor, isBegun: next !== drawnDocument.current })
        })
      },
    )
  }, [language])
  useEffect(() => {
    if (editing?.isBegun) hidden.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [editing])
  useEffect(() => {
    const form = field.current?.closest('form')
    const restore = (event: Event) => {
      const restoredDocument = readDocument((event as CustomEvent<string>).detail)
      if (!restoredDocument) return
      drawnDocument.current = restoredDocument
      if (plainField.current) plainField.current.value = plainText(restoredDocument)
      setDocument(restoredDocument)
      setEditorStart(({ times }) => ({ document: restoredDocument, times: times + 1 }))
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
      {editing ? (
        <>
          <input ref={hidden} type="hidden" name="body" value={JSON.stringify(document)} readOnly />
          <editing.Editor
            key={editorStart.times}
            cursor={editorStart.times === 0 ? editing.cursor : null}
            initial={editorStart.document}
            labelledBy={`${id}-label`}
            describedBy={`${id}-hint ${id}-error`}
            language={language}
            onChange={changed}
          />
        </>
      ) : (
        <>
          <input type="hidden" name="body" value={typed} readOnly />
          <TextArea
            ref={plainField}
            id={`${id}-plain`}
            name={plainName}
            rows={10}
            lang={language}
            dir="auto"
            defaultValue={plain}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-hint ${id}-error`}
            className="input text-of-record max-w-none font-serif"
          />
        </>
      )}
      <p className="text-sm text-quiet" data-testid="word-count">
        {t('words', { count })}
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
