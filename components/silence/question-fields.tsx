import { Field, SelectField, TextField } from '@/components/ui/field'
import { translations } from '@/lib/messages'
import { sessionFormats } from '@/lib/sessions/kinds'
import { silenceRolls, type SilenceSubject } from '@/lib/silence/kinds'
import { locales } from '@/lib/text/locales'

type Before = { subject: string; title: string; asks: string; roll: string; text: string }

/** The question and its addressees, with its text; filled with the words of the procedure that it revises. */
export function QuestionFields({
  before,
  subjects,
}: {
  before: Before | null
  /** Those that may still be put. */
  subjects: readonly SilenceSubject[]
}) {
  const t = translations('silence')
  const f = translations('silence.fields')
  const formats = translations('sessions.formats')
  const language = translations('proposals.languages')
  return (
    <>
      <SelectField
        name="subject"
        label={t('subject')}
        defaultValue={before?.subject}
        options={subjects.map((subject) => ({
          value: subject,
          label: t(`subjects.${subject}`),
        }))}
      />
      <Field name="title" label={f('title')} defaultValue={before?.title ?? ''} />
      <TextField
        name="asks"
        label={f('asks')}
        hint={t('asksHint')}
        rows={2}
        defaultValue={before?.asks ?? ''}
      />
      <SelectField
        name="roll"
        label={f('roll')}
        defaultValue={before?.roll ?? 'extendedBureau'}
        options={silenceRolls.map((roll) => ({ value: roll, label: t(`rolls.${roll}`) }))}
      />
      <fieldset data-subject="dates" className="of-subject grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 text-sm text-quiet">{t('forDates')}</legend>
        <Field name="startsOn" type="date" label={f('startsOn')} />
        <Field name="endsOn" type="date" label={f('endsOn')} />
      </fieldset>
      <fieldset data-subject="format" className="of-subject grid items-end gap-4 sm:grid-cols-2">
        <legend className="mb-2 text-sm text-quiet">{t('forFormat')}</legend>
        <SelectField
          name="format"
          label={f('format')}
          options={[
            { value: '', label: t('noFormat') },
            ...sessionFormats.map((format) => ({ value: format, label: formats(format) })),
          ]}
        />
        <Field name="formatWords" label={f('formatWords')} />
      </fieldset>
      <SelectField
        name="language"
        label={f('language')}
        defaultValue="en"
        options={locales.map((locale) => ({ value: locale, label: language(locale) }))}
      />
      <TextField name="text" label={f('text')} rows={10} defaultValue={before?.text ?? ''} />
    </>
  )
}
