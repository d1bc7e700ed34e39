import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { toSeatInput } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** A list that is changed, as it stands. */
type Present = {
  opensAt: Date
  closedAt: Date | null
  rule: string
  stateMinutes: number
  groupMinutes: number
  otherMinutes: number
}

/**
 * The opening time of a list of speakers, the rule above it and the speaking time: of a new list, or of the `present`
 * one of the only item.
 */
export function SpeakersSettings({
  session,
  opensAt,
  items,
  present = null,
  open,
}: {
  session: { id: string }
  /** The time that stands in the form: the start of the first meeting, known or by the usual hours of the group. */
  opensAt: Date
  items: readonly { id: string; number: number; letter: string; title: string }[]
  present?: Present | null
  open: FormAction
}) {
  const t = translations('sitting')
  const minutes = present ?? { stateMinutes: 5, groupMinutes: 8, otherMinutes: 3 }
  return (
    <section className="sheet no-print mt-10 max-w-xl p-5">
      <h2 className="mb-4 font-serif text-xl font-semibold">
        {t(present ? 'changeList' : 'setList')}
      </h2>
      {present?.closedAt && <p className="mb-4 text-sm text-quiet">{t('reopensList')}</p>}
      <Form action={open}>
        <input type="hidden" name="sessionId" value={session.id} />
        {present ? (
          <input type="hidden" name="agendaItemId" value={items[0]!.id} />
        ) : (
          <SelectField
            name="agendaItemId"
            label={t('item')}
            options={items.map(({ id, number, letter, title }) => ({
              value: id,
              label: `${number}${letter && ` (${letter})`} ${title}`,
            }))}
          />
        )}
        <Field
          name="opensAt"
          type="datetime-local"
          label={t('opensAtLabel')}
          defaultValue={toSeatInput(opensAt)}
        />
        <TextField
          name="rule"
          label={t('rule')}
          hint={t('ruleHint')}
          rows={3}
          defaultValue={present?.rule ?? ''}
        />
        <div className="grid gap-5 sm:grid-cols-3">
          {(['stateMinutes', 'groupMinutes', 'otherMinutes'] as const).map((name) => (
            <Field
              key={name}
              name={name}
              inputMode="numeric"
              label={t(name)}
              defaultValue={String(minutes[name])}
            />
          ))}
        </div>
        <div>
          <SubmitButton>{t('saveList')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
