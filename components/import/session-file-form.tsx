'use client'

import { useTranslations } from 'use-intl/react'
import { Form, type FormAction, SubmitButton, useFormState } from '@/components/ui/form'
import { oneLineEnd } from '@/lib/text/files/encoding'
import { TextFromFile, useTextFromFile, Verdict } from './text-from-file'

const MOST_BYTES = 3_000_000

/** The effect of a session file, or its faults; `text` is the checked text. */
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
  const { state, pending } = useFormState()
  const typed = useTextFromFile('text')
  const answer =
    state.status === 'done' ? (state.answer as SessionFileAnswer | undefined) : undefined
  const current = answer && answer.text === oneLineEnd(typed.text) ? answer : null
  const isReady = current !== null && current.faults.length === 0
  return (
    <>
      <TextFromFile
        typed={typed}
        accept=".json,application/json"
        mostBytes={MOST_BYTES}
        words={{
          file: t('file'),
          fileHint: t('fileHint'),
          fileTooLarge: t('fileTooLarge'),
          fileNoText: t('fileNoText'),
          text: t('text'),
        }}
      />
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
      <Verdict isFaulty={faults.length > 0}>{summary}</Verdict>
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
