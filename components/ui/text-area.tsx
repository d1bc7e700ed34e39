'use client'

import { type ComponentProps, useLayoutEffect } from 'react'

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue'> & {
  value?: string
  defaultValue?: string
}

/**
 * A textarea that keeps words typed before hydration, and the caret. React's hydration resets a textarea to its initial
 * text (an input keeps its value), but not if the text is an array of one string, which renders the same (see
 * `initTextarea` in react-dom). Hydration and each update write the initial text anew all the same, which puts the caret
 * of a field without typed words at its beginning: it is put back.
 */
export function TextArea({ value, defaultValue, ...textarea }: TextAreaProps) {
  const text = value === undefined ? { defaultValue: [defaultValue ?? ''] } : { value: [value] }
  const caret = focusedCaret()
  useLayoutEffect(() => {
    if (!caret) return
    const { field, start, end } = caret
    if (field.selectionStart === 0 && field.selectionEnd === 0) field.setSelectionRange(start, end)
  })
  return <textarea {...textarea} {...text} />
}

/** The caret of the textarea in which the person stands, or its selection; null on the server and elsewhere. */
function focusedCaret(): { field: HTMLTextAreaElement; start: number; end: number } | null {
  if (typeof document === 'undefined') return null
  const { activeElement: field } = document
  if (!(field instanceof HTMLTextAreaElement)) return null
  return { field, start: field.selectionStart, end: field.selectionEnd }
}
