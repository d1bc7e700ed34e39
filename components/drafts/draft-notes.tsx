import { randomUUID } from 'node:crypto'
import { TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import { formatter, translations } from '@/lib/messages'
import type { DraftNoteView } from '@/lib/proposals/drafts/care-queries'

/**
 * The notes of colleagues on a draft, and a form for another note. If the reader may not submit, the note is addressed
 * to `submitters`, who can.
 */
export function DraftNotes({
  draftId,
  notes,
  submitters,
  action,
}: {
  draftId: string
  notes: readonly DraftNoteView[]
  submitters: readonly string[]
  action: FormAction
}) {
  const t = translations('drafts.notes')
  return (
    <section aria-labelledby="notes" className="no-print mt-10 border-t border-line pt-6">
      <h2 id="notes" className="font-semibold">
        {t('title')}
      </h2>
      <p className="max-w-prose text-sm text-quiet">{t('lead')}</p>
      {notes.length > 0 && (
        <ul className="mt-4 grid gap-3">
          {notes.map(({ id, text, writtenBy, writtenAt }) => (
            <li key={id} className="border-s-2 border-line-strong ps-4">
              <p className="text-sm text-quiet">
                {t('by', { name: writtenBy, time: printSeatTime(writtenAt) })}
              </p>
              <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
                {text}
              </p>
            </li>
          ))}
        </ul>
      )}
      <details className="mt-3" open={notes.length === 0 && submitters.length > 0}>
        <summary className="cursor-pointer py-2 text-accent">{t('write')}</summary>
        <Form
          // After a note the form is a new one, for another note.
          key={notes.length}
          action={action}
          label={t('write')}
          className="mt-2 grid max-w-prose gap-3"
        >
          <input type="hidden" name="id" value={draftId} />
          <input type="hidden" name="noteId" value={randomUUID()} data-new />
          <TextField
            name="note"
            rows={2}
            dir="auto"
            label={
              submitters.length > 0 ? t('to', { names: formatter.list(submitters) }) : t('label')
            }
          />
          <div>
            <SubmitButton tone="quiet">{t('send')}</SubmitButton>
          </div>
        </Form>
      </details>
    </section>
  )
}
