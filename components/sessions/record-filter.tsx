import { FilterChips, FilterChoice, FilterForm } from '@/components/filters/filter-form'
import { translations } from '@/lib/messages'
import { eventNouns, type RecordFilter, recordQuery } from '@/lib/sessions/record/filter'

/** The filter of the record. */
export function RecordFilterForm({
  filter,
  address,
  delegations,
}: {
  filter: RecordFilter
  address: string
  delegations: readonly { value: string; label: string }[]
}) {
  const t = translations('record')
  const nouns = eventNouns.map((noun) => ({ value: noun, label: t(`about.${noun}`) }))
  const lists = [
    { name: 'about', label: t('aboutLabel'), any: t('anyAct'), choices: nouns },
    { name: 'delegation', label: t('delegation'), any: t('anyDelegation'), choices: delegations },
  ] as const
  const chips = lists.flatMap(({ name, choices }) =>
    choices
      .filter(({ value }) => value === filter[name])
      .map(({ label: text }) => ({
        name,
        text,
        label: t('takeOff', { filter: text }),
        href: `${address}${recordQuery({ ...filter, [name]: '' }, 1)}`,
      })),
  )
  return (
    <>
      <FilterForm address={address} label={t('filter')}>
        {lists.map(({ name, label, any, choices }) => (
          <FilterChoice
            key={name}
            name={name}
            label={label}
            chosen={filter[name]}
            choices={[{ value: '', label: any }, ...choices]}
          />
        ))}
        <button type="submit" className="button without-script">
          {t('show')}
        </button>
      </FilterForm>
      <FilterChips label={t('filter')} chips={chips} />
    </>
  )
}
