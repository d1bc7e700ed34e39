import { ActForm } from '@/components/ui/act-form'
import type { PowersView } from '@/lib/delegations/powers/queries'
import { translations } from '@/lib/messages'
import { Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { PresidingNow } from './presiding-now'

/** The presiding officer; the Chair hands the powers to a Vice-Chair here and takes them back. */
export function PowersForm({
  slug,
  powers,
  actions,
}: {
  slug: string
  powers: PowersView
  /** Null for people other than the Chair. */
  actions: { handOver: FormAction; takeBack: FormAction } | null
}) {
  const t = translations('officersPage')
  const { handedTo, viceChairs } = powers
  return (
    <section className="sheet p-5">
      <h2 className="font-serif text-xl font-semibold">{t('powers')}</h2>
      <p className="mt-1">
        <PresidingNow handedTo={handedTo} />
      </p>
      <p className="mt-1 max-w-prose text-sm text-quiet">{t('powersLead')}</p>
      {actions && handedTo && (
        <ActForm
          action={actions.takeBack}
          className="mt-5 grid justify-items-start gap-5"
          values={{ slug }}
          button={t('takeBack')}
        />
      )}
      {actions && !handedTo && viceChairs.length === 0 && (
        <p className="mt-4">{t('noViceChair')}</p>
      )}
      {actions && !handedTo && viceChairs.length > 0 && (
        <Form action={actions.handOver} className="mt-5 grid gap-5">
          <input type="hidden" name="slug" value={slug} />
          <SelectField
            name="toPersonId"
            label={t('to')}
            options={viceChairs.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Field name="scope" label={t('scope')} hint={t('scopeHint')} />
          <div>
            <SubmitButton>{t('handOver')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
