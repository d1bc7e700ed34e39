import { ActForm } from '@/components/ui/act-form'
import { representativeRoles } from '@/lib/delegations/kinds'
import type { RepresentativeView } from '@/lib/delegations/queries'
import { translations } from '@/lib/messages'
import { Confirmed } from '@/components/ui/confirmed'
import { StateWord } from '@/components/ui/state-word'
import { Empty } from '@/components/ui/empty'
import { CheckField, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/** The Secretariat's actions on a membership. */
type PlaceActions = { change: FormAction; end: FormAction; write: FormAction }

/** The members of a delegation. E-mail addresses are shown only to readers with that right. */
export function PlaceRows({
  people,
  actions,
}: {
  people: readonly RepresentativeView[]
  actions: PlaceActions | null
}) {
  const t = translations('delegation')
  if (people.length === 0) return <Empty title={t('none')}>{t('noneHint')}</Empty>
  const addresses = people.some(({ email }) => email !== null)
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('peopleCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('right')}</th>
          {addresses && <th scope="col">{t('email')}</th>}
          {actions && (
            <th scope="col">
              <span className="sr-only">{t('change')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td className="font-semibold">{`${person.honorific} ${person.name}`.trim()}</td>
            <td>{t(`roles.${person.role}`)}</td>
            <td className={person.maySubmit ? '' : 'text-quiet'}>
              {t(person.maySubmit ? 'maySubmit' : 'draftsOnly')}
            </td>
            {addresses && (
              <td className="break-words">
                {person.email}
                {person.isClosed && (
                  <span className="block text-sm">
                    <StateWord shape="ended">{t('accountClosed')}</StateWord>
                  </span>
                )}
                {person.isUnreached && !person.isClosed && (
                  <span className="block text-sm">
                    <StateWord shape="ended">{t('notReached')}</StateWord>
                  </span>
                )}
              </td>
            )}
            {actions && (
              <td className="py-0! sm:w-84">
                <PlaceDesk person={person} actions={actions} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlaceDesk({
  person: { id, name, role, maySubmit, isClosed },
  actions,
}: {
  person: RepresentativeView
  actions: PlaceActions
}) {
  const t = translations('delegation')
  return (
    <div className="flex flex-wrap items-start gap-x-2 sm:justify-end">
      <details>
        <summary aria-label={t('changeOf', { name })} className="button button-plain list-none">
          {t('change')} …
        </summary>
        <Form action={actions.change} className="grid gap-3 pb-4">
          <input type="hidden" name="representativeId" value={id} />
          <input type="hidden" name="wasRole" value={role} />
          <input type="hidden" name="wasMaySubmit" value={maySubmit ? 'yes' : 'no'} />
          <SelectField
            name="role"
            label={t('role')}
            options={representativeRoles.map((role) => ({
              value: role,
              label: t(`roles.${role}`),
            }))}
            defaultValue={role}
          />
          <CheckField name="maySubmit" label={t('mayField')} defaultChecked={maySubmit} />
          <div>
            <SubmitButton tone="quiet">{t('changeNow')}</SubmitButton>
          </div>
        </Form>
      </details>
      <Confirmed title={t('end')} label={t('endOf', { name })} action={actions.end}>
        <input type="hidden" name="representativeId" value={id} />
        <p className="text-sm text-quiet">{t('endHint', { name })}</p>
      </Confirmed>
      {!isClosed && (
        <ActForm
          action={actions.write}
          className="grid gap-2"
          values={{ representativeId: id }}
          button={t('write')}
          tone="plain"
          label={t('writeOf', { name })}
        />
      )}
    </div>
  )
}
