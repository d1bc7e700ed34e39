import { representativeRoles } from '@/lib/delegations/kinds'
import { translations } from '@/lib/messages'
import { CheckField, ChoiceField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { PersonFields } from './person-fields'

/** Enters a person in a delegation. */
export function PlaceForm({
  delegationId,
  appoint,
  mails,
}: {
  delegationId: string
  /** Whether letters leave this installation. */
  mails: boolean
  appoint: FormAction
}) {
  const t = translations('delegation')
  return (
    <section className="sheet p-5">
      <h2 className="font-serif text-xl font-semibold">{t('appoint')}</h2>
      <p className="mb-5 mt-1 text-sm text-quiet">
        {t(mails ? 'appointHint' : 'appointQuietHint')}
      </p>
      <Form action={appoint}>
        <input type="hidden" name="delegationId" value={delegationId} />
        <PersonFields />
        <ChoiceField
          name="role"
          label={t('role')}
          options={representativeRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          defaultValue="adviser"
        />
        <CheckField name="maySubmit" label={t('mayField')} />
        <div>
          <SubmitButton>{t(mails ? 'appointNow' : 'appointQuietly')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
