'use client'

import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { LIST_BYTES, oneLineEnd } from '@/lib/delegations/people-import/limits'
import { decodeFile, type Encoding } from '@/lib/text/files/encoding'
import {
  Form,
  type FormAction,
  SubmitButton,
  useFieldError,
  useFormState,
} from '@/components/ui/form'
import { type PeopleListAnswer, PeopleListResult } from './people-list-answer'
import { TextArea } from '@/components/ui/text-area'

/** A list is pasted or read from a file, checked, corrected, checked again and then registered. Needs the messages `peopleList.form` and `encodings`. */
export function PeopleListForm({ sessionId, action }: { sessionId: string; action: FormAction }) {
  return (
    <Form action={action} className="grid content-start gap-6">
      <input type="hidden" name="sessionId" value={sessionId} />
      <ListFields />
    </Form>
  )
}

function ListFields() {
  const t = useTranslations('peopleList.form')
  const encodings = useTranslations('encodings')
  const id = useId()
  const { state, pending } = useFormState()
  const sent = state.status === 'idle' ? undefined : state.values?.list
  const [list, setList] = useState(typeof sent === 'string' ? sent : '')
  const [tooLarge, setTooLarge] = useState(false)
  const [readAs, setReadAs] = useState<Encoding | null>(null)
  const error = useFieldError('list')
  const answer =
    state.status === 'done' ? (state.answer as PeopleListAnswer | undefined) : undefined
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (field.current) setList(field.current.value)
  }, [])
  const current = answer?.list === oneLineEnd(list)

  async function readFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (!file) return
    setTooLarge(file.size > LIST_BYTES)
    if (file.size > LIST_BYTES) return
    const { text, encoding } = decodeFile(new Uint8Array(await file.arrayBuffer()))
    setList(oneLineEnd(text))
    setReadAs(encoding)
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
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void readFile(event)}
          className="input"
        />
        {readAs && (
          <p role="status" className="text-sm">
            {t('readAs', { encoding: encodings(readAs) })}
          </p>
        )}
        {tooLarge && (
          <p role="alert" className="text-sm font-semibold text-alarm">
            {t('fileTooLarge')}
          </p>
        )}
      </div>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          {t('list')}
        </label>
        <TextArea
          ref={field}
          id={id}
          name="list"
          rows={12}
          spellCheck={false}
          value={list}
          onChange={(event) => setList(event.target.value)}
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
        {answer && current && <PeopleListResult answer={answer} />}
        {answer && current && answer.suggestions.length > 0 && (
          <button
            type="button"
            className="button mt-3"
            onClick={() => setList(withNames(list, answer.suggestions))}
          >
            {t('useOfficial')}
          </button>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        {answer && current && answer.problems.length === 0 && (
          <SubmitButton name="step" value="register">
            {t('register')}
          </SubmitButton>
        )}
        <SubmitButton
          name="step"
          value="check"
          tone={answer && current && answer.problems.length === 0 ? 'quiet' : 'main'}
        >
          {t('check')}
        </SubmitButton>
      </div>
    </>
  )
}

/** The list with official names of States in the cells that hold common ones. */
function withNames(list: string, suggestions: PeopleListAnswer['suggestions']): string {
  const official = new Map(suggestions.map(({ name, official: written }) => [name, written]))
  return list.replace(
    /(^|[,;\t\n])("?)([^",;\t\n]+)\2(?=[,;\t\n]|$)/g,
    (cell, before, quote, name) => {
      const found = official.get(String(name).trim())
      return found === undefined ? cell : `${before}${quote}${found}${quote}`
    },
  )
}
