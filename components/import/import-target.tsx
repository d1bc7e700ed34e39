import { Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { ordinalWord, printDateRange } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { ImportView } from '@/lib/proposals/import/queries'

/** The target session of the list, the agenda item, and the printed form. */
export function ImportTarget({ draft, action }: { draft: ImportView; action: FormAction }) {
  const t = translations('imports')
  const { session, groups } = draft
  const hasSeveralGroups = groups.length > 1
  return (
    <Form action={action} className="grid max-w-3xl gap-6" label={t('target')}>
      <HiddenValues values={{ id: draft.id, version: draft.version }} />
      <h2 className="font-serif text-xl font-semibold">{t('target')}</h2>
      <SelectField
        name="sessionId"
        label={t('session')}
        hint={t('sessionHint')}
        defaultValue={draft.sessionId ?? ''}
        options={[
          { value: '', label: t('newSession') },
          ...draft.sessions.map(({ id, ordinal, startsOn, endsOn, group }) => ({
            value: id,
            label: [
              ...(hasSeveralGroups ? [group] : []),
              t('thatSession', {
                session: ordinalWord(ordinal),
                dates: printDateRange(startsOn, endsOn),
              }),
            ].join(': '),
          })),
        ]}
      />
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 text-sm text-quiet">{t('ifNew')}</legend>
        {hasSeveralGroups && (
          <div className="sm:col-span-2">
            <SelectField
              name="groupId"
              label={t('fields.group')}
              defaultValue={session.groupId}
              options={[
                { value: '', label: t('chooseGroup') },
                ...groups.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
        )}
        <Field
          name="ordinal"
          label={t('fields.ordinal')}
          inputMode="numeric"
          defaultValue={session.ordinal}
        />
        <Field name="title" label={t('fields.title')} defaultValue={session.title} />
        <Field
          name="startsOn"
          type="date"
          label={t('fields.startsOn')}
          defaultValue={session.startsOn}
        />
        <Field name="endsOn" type="date" label={t('fields.endsOn')} defaultValue={session.endsOn} />
        <Field name="place" label={t('fields.place')} defaultValue={session.place} />
      </fieldset>
      <fieldset className="grid items-end gap-4 sm:grid-cols-2">
        <legend className="mb-2 text-sm text-quiet">{t('asPrinted')}</legend>
        <Field
          name="agendaNumber"
          label={t('fields.agendaNumber')}
          inputMode="numeric"
          defaultValue={draft.agendaNumber ? String(draft.agendaNumber) : ''}
        />
        <Field
          name="agendaTitle"
          label={t('fields.agendaTitle')}
          hint={t('agendaHint')}
          defaultValue={draft.agendaTitle}
        />
        <Field
          name="printedOn"
          type="date"
          label={t('fields.printedOn')}
          defaultValue={draft.printedOn}
        />
        <Field name="symbol" label={t('fields.symbol')} defaultValue={draft.symbol} />
      </fieldset>
      <div>
        <SubmitButton tone={draft.complete ? 'quiet' : 'main'}>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
