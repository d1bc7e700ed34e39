'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import type { EditorTexts } from '@/components/editor/text-editor'
import type { TextDocument } from '@/lib/text/document'

const TextEditor = dynamic(() => import('@/components/editor/text-editor'), { ssr: false })

type Words = { label: string; hint: string; kept: string; keeping: string; notKept: string }
const PAUSE = 300

/**
 * The editor of the text before the room: each pause sends what stands there. Somebody else's newer
 * text is never written over; what was typed stays in the field.
 */
export function TypingField({
  address,
  item,
  typed,
  texts,
  words,
}: {
  address: string
  item: { id: string; wording: number; body: TextDocument; language: string }
  typed: { body: TextDocument; version: number } | null
  texts: EditorTexts
  words: Words
}) {
  const id = useId()
  const router = useRouter()
  const version = useRef(typed?.version ?? 0)
  const waiting = useRef<TextDocument | null>(null)
  const underway = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [said, setSaid] = useState('')

  const send = async () => {
    const body = waiting.current
    if (!body || underway.current) return
    waiting.current = null
    underway.current = true
    setSaid(words.keeping)
    try {
      const answer = await fetch(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          id: item.id,
          baseNumber: item.wording,
          version: version.current,
          body: JSON.stringify(body),
        }),
      })
      const told = (await answer.json()) as { version?: number; message?: string }
      if (told.version === undefined) setSaid(told.message ?? words.notKept)
      else {
        const first = version.current === 0
        version.current = told.version
        setSaid(words.kept)
        if (first && !waiting.current) router.refresh()
      }
    } catch {
      waiting.current ??= body
      setSaid(words.notKept)
      timer.current = setTimeout(() => void send(), 2_000)
    }
    underway.current = false
    if (waiting.current) void send()
  }

  return (
    <div className="grid gap-1.5">
      <span id={`${id}-label`} className="sr-only">
        {words.label}
      </span>
      <p id={`${id}-hint`} className="max-w-prose text-sm text-quiet">
        {words.hint}
      </p>
      <TextEditor
        initial={typed?.body ?? item.body}
        labelledBy={`${id}-label`}
        describedBy={`${id}-hint`}
        language={item.language}
        texts={texts}
        onChange={(document) => {
          waiting.current = document
          clearTimeout(timer.current)
          timer.current = setTimeout(() => void send(), PAUSE)
        }}
      />
      <p role="status" className="text-sm text-quiet">
        {said}
      </p>
    </div>
  )
}
