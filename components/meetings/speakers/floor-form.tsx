import { Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { EntityKind } from '@/lib/delegations/kinds'
import type { SpeakersListView } from '@/lib/meetings/speakers/queries'
import { kindsOffered } from '@/lib/meetings/speakers/statement-kinds'
import { translations } from '@/lib/messages'

/** Asks for the floor: for the own delegation, or, as the Secretariat, for a speaker without access. */
export function FloorForm({
  list,
  delegation,
  delegations,
  groups,
  ask,
}: {
  list: SpeakersListView
  delegation: { name: string; kind: EntityKind } | null
  delegations: readonly { id: string; name: string }[]
  groups: readonly { id: string; name: string }[]
  ask: FormAction
}) {
  const t = translations('sitting')
  const isClosed = list.closedAt !== null
  const kinds = kindsOffered({
    entity: delegation?.kind ?? null,
    hasGroups: groups.length > 0,
    isClosed,
  })
  const optionsOf = (rows: readonly { id: string; name: string }[], none: string) => [
    { value: '', label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <section className="sheet no-print mt-10 max-w-xl p-5">
      <h2 className="font-serif text-xl font-semibold">{t('askFloor')}</h2>
      <p className="mb-5 mt-1 text-sm text-quiet">
        {isClosed
          ? t(delegation && !kinds.includes('rightOfReply') ? 'closedHintOther' : 'closedHint')
          : list.isOpen
            ? t('askHint')
            : t('notOpenYet', { time: printSeatTime(list.opensAt) })}
      </p>
      <Form action={ask}>
        <input type="hidden" name="listId" value={list.id} />
        {delegation ? (
          <p className="font-semibold">{delegation.name}</p>
        ) : (
          <SelectField
            name="delegationId"
            label={t('speaker')}
            options={optionsOf(delegations, t('chooseOne'))}
          />
        )}
        <SelectField
          name="kind"
          label={t('statementKind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        {groups.length > 0 && !isClosed && (
          <>
            <SelectField
              name="groupOfStatesId"
              label={t('forGroup')}
              hint={t('forGroupHint')}
              options={optionsOf(groups, t('noGroup'))}
            />
            <SelectField
              name="onBehalfOfId"
              label={t('onBehalfOf')}
              options={optionsOf(groups, t('noGroup'))}
            />
          </>
        )}
        <Field name="person" label={t('person')} />
        <div>
          <SubmitButton>{t('askFloor')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
