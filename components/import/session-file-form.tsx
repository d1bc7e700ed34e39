'use client'

import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import {
  Form,
  type FormAction,
  SubmitButton,
  useFieldError,
  useFormState,
} from '@/components/ui/form'
import { TextArea } from '@/components/ui/text-area'
import { oneLineEnd } from '@/lib/delegations/people-import/limits'
import { decodeFile } from '@/lib/text/files/encoding'

const MOST_BYTES = 3_000_000

/** What a session file would write, or what is wrong with it; `text` is the text that was judged. */
export type SessionFileAnswer = {
  text: string
  summary: string
  faults: string[]
  parts: { title: string; lines: string[] }[]
}

/** A session file is read or pasted, checked, corrected, checked again and then written. Needs the messages `sessionFile.form`. */
export const SessionFileForm = ({ action }: { action: FormAction }) => (
  <Form action={action} className="grid max-w-4xl content-start gap-6">
    <FileFields />
  </Form>
)

function FileFields() {
  const t = useTranslations('sessionFile.form')
  const id = useId()
  const { state, pending } = useFormState()
  const sent = state.status === 'idle' ? undefined : state.values?.text
  const [text, setText] = useState(typeof sent === 'string' ? sent : '')
  const [isTooLarge, setTooLarge] = useState(false)
  const error = useFieldError('text')
  const answer =
    state.status === 'done' ? (state.answer as SessionFileAnswer | undefined) : undefined
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (field.current) setText(field.current.value)
  }, [])
  const current = answer && answer.text === oneLineEnd(text) ? answer : null
  const isReady = current !== null && current.faults.length === 0

  async function readFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (!file) return
    setTooLarge(file.size > MOST_BYTES)
    if (file.size <= MOST_BYTES)
      setText(oneLineEnd(decodeFile(new Uint8Array(await file.arrayBuffer())).text))
  }

  return (
    <>
      <div className="grid gap-1.5">
        <label htmlFor={`${id}-file`} className="text-sm font-semibold">
          {t('file')}
        </label>
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {t('fileHint')}
        </p>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void readFile(event)}
          className="input"
        />
        {isTooLarge && (
          <p role="alert" className="text-sm font-semibold text-alarm">
            {t('fileTooLarge')}
          </p>
        )}
      </div>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          {t('text')}
        </label>
        <TextArea
          ref={field}
          id={id}
          name="text"
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
      <div aria-live="polite">
        {answer && !current && !pending && <p className="mb-3">{t('checkAgain')}</p>}
        {current && <Checked answer={current} />}
      </div>
      <div className="flex flex-wrap gap-3">
        {isReady && (
          <SubmitButton name="step" value="write">
            {t('write')}
          </SubmitButton>
        )}
        <SubmitButton name="step" value="check" tone={isReady ? 'quiet' : 'main'}>
          {t('check')}
        </SubmitButton>
      </div>
    </>
  )
}

/** Every fault with its place, or everything that will be written. */
function Checked({ answer: { summary, faults, parts } }: { answer: SessionFileAnswer }) {
  const t = useTranslations('sessionFile.form')
  return (
    <section className="grid gap-4">
      <h2 className="font-serif text-xl font-semibold">{t('result')}</h2>
      <p
        className={
          faults.length > 0
            ? 'rounded-md border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm'
            : 'rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3'
        }
      >
        {summary}
      </p>
      <ul className="grid gap-1 text-sm">
        {faults.map((fault, index) => (
          <li key={index} className="break-words">
            {fault}
          </li>
        ))}
      </ul>
      {parts.map(({ title, lines }) => (
        <section key={title}>
          <h3 className="mb-1 font-semibold">
            {title} <span className="text-quiet">{lines.length}</span>
          </h3>
          <ol className="grid gap-0.5 text-sm">
            {lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}
