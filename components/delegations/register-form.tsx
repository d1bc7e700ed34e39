import type { EntityOption } from '@/lib/delegations/queries'
import { enteredKinds } from '@/lib/delegations/schema'
import { translations } from '@/lib/messages'
import { Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { MeantField } from './meant-field'

/** Registers one delegation: a known State or organization, or a new organization by its name. */
export function RegisterForm({
  sessionId,
  entities,
  register,
}: {
  sessionId: string
  entities: readonly EntityOption[]
  register: FormAction
}) {
  const t = translations('delegations')
  const words = translations('entityKinds')
  return (
    <section className="sheet no-print mt-12 max-w-xl p-5">
      <h2 className="font-serif text-xl font-semibold">{t('register')}</h2>
      <p className="mb-5 mt-1 text-sm text-quiet">{t('registerHint')}</p>
      <Form action={register}>
        <input type="hidden" name="sessionId" value={sessionId} />
        <SelectField
          name="entityId"
          label={t('entity')}
          options={[
            { value: '', label: t('other') },
            ...entities.map(({ id, kind, name, invented }) => {
              return { value: id, label: name, group: invented ? t('invented') : words(kind) }
            }),
          ]}
        />
        <Field name="name" label={t('orgName')} />
        <SelectField
          name="kind"
          label={t('orgKind')}
          options={[
            { value: '', label: '–' },
            ...enteredKinds.map((kind) => ({ value: kind, label: words(kind) })),
          ]}
        />
        <MeantField label={t('isAnother')} />
        <div>
          <SubmitButton>{t('registerNow')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
