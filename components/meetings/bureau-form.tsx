import { CheckField, Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { BureauMemberView } from '@/lib/sessions/bureau/queries'
import { bureauCapacities } from '@/lib/sessions/kinds'

/** Enters a member of the extended Bureau, or a successor. */
export function BureauForm({
  sessionId,
  members,
  add,
}: {
  sessionId: string
  members: readonly BureauMemberView[]
  add: FormAction
}) {
  const t = translations('sitting')
  const present = members.filter(({ endedAt }) => endedAt === null)
  return (
    <section className="sheet no-print mt-10 max-w-xl p-5">
      <h2 className="mb-4 font-serif text-xl font-semibold">{t('addMember')}</h2>
      <Form action={add}>
        <input type="hidden" name="sessionId" value={sessionId} />
        <SelectField
          name="capacity"
          label={t('capacityKind')}
          options={[
            { value: '', label: '–' },
            ...bureauCapacities.map((capacity) => ({
              value: capacity,
              label: t(`capacities.${capacity}`),
            })),
          ]}
        />
        <Field name="title" label={t('capacity')} hint={t('capacityHint')} />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Field name="honorific" label={t('honorific')} />
          <Field name="name" label={t('name')} />
          <Field name="affiliation" label={t('affiliation')} />
          <Field name="email" type="email" label={t('email')} hint={t('emailHint')} />
          <Field name="fromOn" type="date" label={t('from')} />
          <Field name="untilOn" type="date" label={t('untilDay')} />
        </div>
        <SelectField
          name="succeedsId"
          label={t('succeeds')}
          hint={t('succeedsHint')}
          options={[
            { value: '', label: t('nobody') },
            ...present.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
          ]}
        />
        <CheckField name="wholeGroup" label={t('everySession')} />
        <div>
          <SubmitButton>{t('addMember')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
