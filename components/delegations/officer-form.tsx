import { officeKinds } from '@/lib/delegations/kinds'
import { translations } from '@/lib/messages'
import { CheckField, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { PersonFields } from './person-fields'

/** Enters who holds an office, in this session or, for the group's own Secretariat, in every one. */
export function OfficerForm({
  sessionId,
  appoint,
  inGroup,
  mails,
}: {
  sessionId: string
  /** Whether letters leave this installation. */
  mails: boolean
  appoint: FormAction
  inGroup: boolean
}) {
  const t = translations('officersPage')
  const words = translations('offices')
  return (
    <section className="sheet p-5">
      <h2 className="mb-5 font-serif text-xl font-semibold">{t('appoint')}</h2>
      {mails && <p className="-mt-4 mb-5 text-sm text-quiet">{t('appointHint')}</p>}
      <Form action={appoint}>
        <input type="hidden" name="sessionId" value={sessionId} />
        <SelectField
          name="kind"
          label={t('office')}
          hint={t('officeHint')}
          options={[
            { value: '', label: '–' },
            ...officeKinds.map((kind) => ({ value: kind, label: words(kind) })),
          ]}
        />
        <PersonFields />
        {inGroup && <CheckField name="wholeGroup" label={t('wholeGroup')} />}
        <div>
          <SubmitButton>{t(mails ? 'appointNow' : 'appointQuietly')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
