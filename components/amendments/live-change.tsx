'use client'

import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Comparison } from '@/components/text/comparison'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { diff } from '@/lib/text/diff/diff'
import { documentFromText, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'

/**
 * The marked change as others will see it, updated while the person types into the enclosing form. Without JavaScript
 * it shows the last saved version.
 */
export function LiveChange({
  base,
  initial,
  language,
  unchangedText,
}: {
  base: TextDocument
  initial: TextDocument
  language: string
  /** The sentence while nothing is changed. */
  unchangedText: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const [document, setDocument] = useState(initial)
  const deferredDocument = useDeferredValue(document)

  useEffect(() => {
    const form = place.current?.closest('form')
    const typed = () => {
      const now = form && readWritten(form)
      if (now) setDocument(now)
    }
    form?.addEventListener('input', typed)
    return () => form?.removeEventListener('input', typed)
  }, [])

  const paragraphs = useMemo(() => {
    const from = toMarked(base)
    const changes = diff(from, toMarked(deferredDocument), language)
    return changes.length > 0 ? comparedParagraphs(from, changes) : null
  }, [base, deferredDocument, language])
  return (
    <div ref={place} data-testid="live-change">
      {paragraphs ? (
        <Comparison paragraphs={paragraphs} language={language} />
      ) : (
        <p className="text-quiet">{unchangedText}</p>
      )}
    </div>
  )
}

function readWritten(form: HTMLFormElement): TextDocument | null {
  const value = (name: string) => {
    const field = form.elements.namedItem(name)
    return field && 'value' in field ? String(field.value) : ''
  }
  const body = value('body')
  try {
    return body ? (JSON.parse(body) as TextDocument) : documentFromText(value('text'))
  } catch {
    return null
  }
}
