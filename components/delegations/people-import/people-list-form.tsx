'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { TextFromFile, useTextFromFile } from '@/components/import/text-from-file'
import { Form, type FormAction, SubmitButton, useFormState } from '@/components/ui/form'
import { LIST_BYTES } from '@/lib/delegations/people-import/limits'
import { type Encoding, oneLineEnd } from '@/lib/text/files/encoding'
import { type PeopleListAnswer, PeopleListResult } from './people-list-answer'

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
  const { state, pending } = useFormState()
  const typed = useTextFromFile('list')
  const { text: list, setText: setList } = typed
  const [readAs, setReadAs] = useState<Encoding | null>(null)
  const answer =
    state.status === 'done' ? (state.answer as PeopleListAnswer | undefined) : undefined
  const current = answer?.list === oneLineEnd(list)
  const isReady = current && answer.problems.length === 0 && answer.registrations.length > 0
  return (
    <>
      <TextFromFile
        typed={typed}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        mostBytes={LIST_BYTES}
        words={{
          file: t('file'),
          fileHint: t('fileHint'),
          fileTooLarge: t('fileTooLarge'),
          fileNoText: t('fileNoText'),
          text: t('list'),
        }}
        onRead={setReadAs}
      >
        {readAs && (
          <p role="status" className="text-sm">
            {t('readAs', { encoding: encodings(readAs) })}
          </p>
        )}
      </TextFromFile>
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
        {isReady && (
          <SubmitButton name="step" value="register">
            {t('register')}
          </SubmitButton>
        )}
        <SubmitButton name="step" value="check" tone={isReady ? 'quiet' : 'main'}>
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
