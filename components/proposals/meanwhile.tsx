import type { ReactNode } from 'react'
import { ActForm } from '@/components/ui/act-form'
import type { TextDocument } from '@/lib/text/document/document'
import type { FormAction } from '@/components/ui/form'
import { TextOfRecord } from '@/components/text/text-of-record'

/**
 * Says that the text was revised while a draft of it was written, and shows it as it stands now. The draft's own words
 * stay as they are; `action` goes on from the present text.
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
      <ActForm
        action={action}
        values={{ id: draft.id, version: draft.version }}
        button={texts.goOn}
        tone="quiet"
      />
    </section>
  )
}
