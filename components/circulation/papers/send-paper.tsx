import { Field, FileField, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import type { PaperRoom } from '@/lib/circulation/papers/queries'
import { FILE_LIMITS } from '@/lib/text/files/archive'
import { translations } from '@/lib/messages'

/** The form by which a paper is sent: a file or a pasted text, by a delegation or on its behalf. */
export function SendPaper({ action, room }: { action: FormAction; room: PaperRoom }) {
  const t = translations('papers')
  const values = { megabytes: FILE_LIMITS.bytes / 1_000_000 }
  const isOwn = room.delegation && room.others.length === 0
  return (
    <section aria-labelledby="send">
      <h2 id="send" className="mb-2 font-serif text-xl font-semibold">
        {t('send')}
      </h2>
      <p className="mb-4 max-w-prose text-quiet">{t('readHint')}</p>
      <Form action={action} className="grid max-w-3xl gap-5" label={t('send')}>
        <HiddenValues
          values={{
            circulationId: room.circulationId,
            ...(isOwn && room.delegation && { delegationId: room.delegation.id }),
          }}
        />
        {!isOwn && (
          <>
            <SelectField
              name="delegationId"
              label={t('delegation')}
              options={[
                { value: '', label: t('choose') },
                ...room.others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Field
              name="receivedAt"
              type="datetime-local"
              label={t('receivedAt')}
              hint={t('receivedAtHint')}
            />
          </>
        )}
        <FileField
          name="file"
          label={t('file')}
          hint={t('fileHint', values)}
          accept=".docx,.xlsx,.csv,.tsv,.txt"
          limit={{
            bytes: FILE_LIMITS.bytes,
            beyond: translations('refusals')('files.tooLarge', values),
          }}
        />
        <TextField name="text" label={t('paste')} rows={5} dir="auto" />
        <div>
          <SubmitButton>{t('read')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
