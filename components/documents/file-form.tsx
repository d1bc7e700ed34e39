import { FileField, SelectField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { MAX_FILE } from '@/lib/documents/files/forms'
import { translations } from '@/lib/messages'
import { locales } from '@/lib/text/locales'

/** Sends a file in one language: of a document, or an annex of a question. */
export function FileForm({
  action,
  values,
  language: chosen,
  label,
}: {
  action: FormAction
  /** The owner of the file. */
  values: Record<string, string | number>
  language: string
  label: string
}) {
  const t = translations('documents')
  const language = translations('proposals.languages')
  return (
    <Form action={action} className="grid gap-4" label={label}>
      <HiddenValues values={values} />
      <SelectField
        name="language"
        label={t('language')}
        defaultValue={chosen}
        options={locales.map((locale) => ({ value: locale, label: language(locale) }))}
      />
      <DocumentFileField label={t('chooseFile')} />
      <div>
        <SubmitButton tone="quiet">{t('upload')}</SubmitButton>
      </div>
    </Form>
  )
}

/** A file of a kind that is kept here. */
export function DocumentFileField({ label }: { label: string }) {
  const values = { megabytes: MAX_FILE / 1_000_000 }
  return (
    <FileField
      name="file"
      label={label}
      hint={translations('documents')('fileHint', values)}
      accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
      limit={{ bytes: MAX_FILE, beyond: translations('refusals')('fileTooLarge', values) }}
    />
  )
}
