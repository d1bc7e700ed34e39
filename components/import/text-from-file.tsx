'use client'

import { type ChangeEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useFieldError, useFormState } from '@/components/ui/form'
import { TextArea } from '@/components/ui/text-area'
import { decodeFile, type Encoding, oneLineEnd } from '@/lib/text/files/encoding'
import { isOfficeFile } from '@/lib/text/files/signature'

/** A text of a form that is pasted or read from a file: the present value of its field, also if typed before hydration. */
export function useTextFromFile(name: string) {
  const { state } = useFormState()
  const sent = state.status === 'idle' ? undefined : state.values?.[name]
  const [text, setText] = useState(typeof sent === 'string' ? sent : '')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (field.current) setText(field.current.value)
  }, [])
  return { name, text, setText, field }
}

/**
 * The field of a file; its text appears in the field below, for corrections. A file beyond `mostBytes`, or
 * of Word, Excel or PDF, is not read.
 */
export function TextFromFile({
  typed: { name, text, setText, field },
  accept,
  mostBytes,
  words,
  onRead,
  children,
}: {
  typed: ReturnType<typeof useTextFromFile>
  accept: string
  mostBytes: number
  words: Record<'file' | 'fileHint' | 'fileTooLarge' | 'fileNoText' | 'text', string>
  onRead?: (encoding: Encoding) => void
  /** The message on the file that was read. */
  children?: ReactNode
}) {
  const id = useId()
  const [fault, setFault] = useState<'fileTooLarge' | 'fileNoText' | null>(null)
  const error = useFieldError(name)

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (!file) return
    if (file.size > mostBytes) return setFault('fileTooLarge')
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (isOfficeFile(bytes)) return setFault('fileNoText')
    setFault(null)
    const decoded = decodeFile(bytes)
    setText(oneLineEnd(decoded.text))
    onRead?.(decoded.encoding)
  }

  return (
    <>
      <div className="grid gap-1.5">
        <label htmlFor={`${id}-file`} className="text-sm font-semibold">
          {words.file}
        </label>
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {words.fileHint}
        </p>
        <input
          id={`${id}-file`}
          type="file"
          accept={accept}
          aria-describedby={`${id}-hint`}
          onChange={(event) => void read(event)}
          className="input"
        />
        {children}
        {fault && (
          <p role="alert" className="text-sm font-semibold text-alarm">
            {words[fault]}
          </p>
        )}
      </div>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          {words.text}
        </label>
        <TextArea
          ref={field}
          id={id}
          name={name}
          rows={12}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="input overflow-x-auto whitespace-pre text-sm"
        />
        {error && (
          <p id={`${id}-error`} className="text-sm font-semibold text-alarm">
            {error}
          </p>
        )}
      </div>
    </>
  )
}

/** The result of a check, in a sentence. */
export const Verdict = ({ isFaulty, children }: { isFaulty: boolean; children: ReactNode }) => (
  <p
    className={
      isFaulty
        ? 'rounded-md border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm'
        : 'rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3'
    }
  >
    {children}
  </p>
)
