import { MeantField } from '@/components/delegations/meant-field'
import { Confirmed } from '@/components/ui/confirmed'
import { SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import type { KnownEntity, WaitingRequest } from '@/lib/circulation/requests/queries'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** A waiting request: its content, entities of a similar name, and the three decisions. */
export function WaitingRequestForm({
  request,
  entities,
  isOpen,
  acts,
}: {
  request: WaitingRequest
  entities: readonly KnownEntity[]
  /** Whether there is time to comment: after the deadline a request can only be refused. */
  isOpen: boolean
  acts: { approve: FormAction; merge: FormAction; refuse: FormAction }
}) {
  const t = translations('takePart')
  const kinds = translations('entityKinds')
  const { id, name, alike } = request
  const mergeOrRefuse = isOpen && ` ${t('mergeOrRefuse')}`
  return (
    <section className="sheet grid gap-4 p-5">
      <div>
        <h2 className="font-serif text-xl font-semibold" dir="auto">
          {name}
        </h2>
        <p className="text-quiet">{kinds(request.kind)}</p>
        <p className="mt-1 break-words">
          {t('contact', { name: request.contactName, email: request.email })}
        </p>
        <p className="text-sm text-quiet">
          {t('provedAt', { time: printSeatTime(request.provedAt) })}
        </p>
      </div>
      {(alike.length > 0 || request.actsFor) && (
        <ul className="grid gap-1 rounded-md border-s-4 border-alarm bg-alarm-wash px-4 py-3">
          {alike.map((stakeholder) => (
            <li key={stakeholder.id}>
              {t(stakeholder.name === name ? 'sameName' : 'looksAlike', {
                name: stakeholder.name,
                kind: kinds(stakeholder.kind),
              })}
              {stakeholder.name === name && mergeOrRefuse}
            </li>
          ))}
          {request.actsFor && (
            <li>
              {t('actsFor', { delegation: request.actsFor.name })}
              {mergeOrRefuse}
            </li>
          )}
        </ul>
      )}
      <div className="grid items-start gap-4 sm:flex sm:flex-wrap">
        {isOpen && request.mayBeApproved && (
          <Form action={acts.approve} className="grid gap-2">
            <HiddenValues values={{ id }} />
            <MeantField label={t('isAnother')} />
            <SubmitButton label={t('approveOne', { name })}>{t('approve')}</SubmitButton>
          </Form>
        )}
        {isOpen && (
          <Confirmed title={t('merge')} label={t('mergeOne', { name })} action={acts.merge}>
            <HiddenValues values={{ id }} />
            <p className="max-w-prose text-sm text-quiet">{t('mergeHint')}</p>
            <SelectField
              name="entityId"
              label={t('mergeWith')}
              defaultValue={(request.actsFor ?? alike[0])?.id ?? ''}
              options={[
                { value: '', label: '–' },
                ...entities.map((stakeholder) => ({
                  value: stakeholder.id,
                  label: stakeholder.name,
                  group: kinds(stakeholder.kind),
                })),
              ]}
            />
          </Confirmed>
        )}
        <Confirmed title={t('refuse')} label={t('refuseOne', { name })} action={acts.refuse}>
          <HiddenValues values={{ id }} />
          <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} />
        </Confirmed>
      </div>
    </section>
  )
}
