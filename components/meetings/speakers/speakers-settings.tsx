import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { toSeatInput } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** The opening time of a list of speakers, the rule above it and the speaking time. */
export function SpeakersSettings({
  session,
  firstMeetingAt,
  items,
  open,
}: {
  session: { id: string }
  /** The start of the first meeting, known or by the usual hours of the group. */
  firstMeetingAt: Date
  items: readonly { id: string; number: number; letter: string; title: string }[]
  open: FormAction
}) {
  const t = translations('sitting')
  return (
    <section className="sheet no-print mt-10 max-w-xl p-5">
      <h2 className="mb-4 font-serif text-xl font-semibold">{t('setList')}</h2>
      <Form action={open}>
        <input type="hidden" name="sessionId" value={session.id} />
        <SelectField
          name="agendaItemId"
          label={t('item')}
          options={items.map(({ id, number, letter, title }) => ({
            value: id,
            label: `${number}${letter && ` (${letter})`} ${title}`,
          }))}
        />
        <Field
          name="opensAt"
          type="datetime-local"
          label={t('opensAtLabel')}
          defaultValue={toSeatInput(firstMeetingAt)}
        />
        <TextField name="rule" label={t('rule')} hint={t('ruleHint')} rows={3} />
        <div className="grid gap-5 sm:grid-cols-3">
          <Field
            name="stateMinutes"
            inputMode="numeric"
            label={t('stateMinutes')}
            defaultValue="5"
          />
          <Field
            name="groupMinutes"
            inputMode="numeric"
            label={t('groupMinutes')}
            defaultValue="8"
          />
          <Field
            name="otherMinutes"
            inputMode="numeric"
            label={t('otherMinutes')}
            defaultValue="3"
          />
        </div>
        <div>
          <SubmitButton>{t('saveList')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
