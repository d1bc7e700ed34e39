import type { ReactNode } from 'react'
import type { TextDocument } from '@/lib/text/document'
import { Form, type FormAction, SubmitButton } from './form'
import { TextOfRecord } from './text-of-record'

/**
 * Says that the text moved while a draft of it was written, and shows it as it stands now. The draft's
 * own words stay as they are; `action` goes on from the present text.
 */
export function Meanwhile({
  draft,
  now,
  texts,
  compare,
  action,
  children,
}: {
  draft: { id: string; version: number }
  now: { body: TextDocument; language: string }
  texts: { title: string; hint: string; compare: string; goOn: string }
  compare: string
  action: FormAction
  children?: ReactNode
}) {
  return (
    <section
      aria-labelledby="meanwhile"
      className="mb-10 max-w-3xl border-s-4 border-alarm bg-alarm-wash p-4"
    >
      <h2 id="meanwhile" className="font-semibold">
        {texts.title}
      </h2>
      <p className="mb-3 mt-1 max-w-prose">{texts.hint}</p>
      {children}
      <div className="mb-3 bg-sheet p-4">
        <TextOfRecord document={now.body} language={now.language} />
      </div>
      <p className="mb-4">
        <a href={compare}>{texts.compare}</a>
      </p>
      <Form action={action}>
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="version" value={draft.version} />
        <div>
          <SubmitButton tone="quiet">{texts.goOn}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
