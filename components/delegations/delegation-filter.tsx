import {
  FilterChips,
  FilterChoice,
  FilterForm,
  FilterWords,
} from '@/components/filters/filter-form'
import { type DelegationFilter, delegationQuery } from '@/lib/delegations/filter'
import { entityKinds } from '@/lib/delegations/kinds'
import { translations } from '@/lib/messages'

/** The filter of the delegations; active filters stand below and can be removed. */
export function DelegationFilterForm({
  filter,
  address,
}: {
  filter: DelegationFilter
  address: string
}) {
  const t = translations('delegations')
  const kinds = translations('entityKinds')
  const chosen = [
    ...(filter.words ? [{ name: 'words', text: `“${filter.words}”` }] : []),
    ...(filter.kind ? [{ name: 'kind', text: kinds(filter.kind) }] : []),
  ]
  const chips = chosen.map(({ name, text }) => ({
    name,
    text,
    label: t('takeOff', { filter: text }),
    href: `${address}${delegationQuery({ ...filter, [name]: '' })}`,
  }))
  return (
    <>
      <FilterForm address={address} label={t('filter')}>
        <FilterWords words={filter.words} label={t('words')} submit={t('show')} />
        <FilterChoice
          name="kind"
          label={t('kind')}
          chosen={filter.kind}
          choices={[
            { value: '', label: t('anyKind') },
            ...entityKinds.map((kind) => ({ value: kind, label: kinds(kind) })),
          ]}
        />
      </FilterForm>
      <FilterChips label={t('filter')} chips={chips} clear={{ href: address, text: t('clear') }} />
    </>
  )
}
