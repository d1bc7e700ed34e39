import { Field } from '@/components/ui/field'
import { translations } from '@/lib/messages'

/** Who somebody is: the e-mail address says it, the name is how others read it. */
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
