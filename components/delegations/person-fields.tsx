import { Field } from '@/components/ui/field'
import { translations } from '@/lib/messages'

/** The identity of a person: the e-mail address identifies, the name is for display. */
export function PersonFields() {
  const t = translations('officersPage')
  return (
    <>
      <div className="grid items-end gap-5 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <Field name="honorific" label={t('honorific')} />
        <Field name="name" label={t('name')} autoComplete="off" />
      </div>
      <Field name="email" type="email" label={t('email')} autoComplete="off" />
    </>
  )
}
