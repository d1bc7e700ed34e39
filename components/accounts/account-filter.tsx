import { FilterChoice, FilterForm, FilterWords } from '@/components/filters/filter-form'
import type { AccountFilter } from '@/lib/auth/accounts/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The filter of the accounts. */
export function AccountFilterForm({ filter }: { filter: AccountFilter }) {
  const t = translations('accounts')
  return (
    <FilterForm address={paths.accounts} label={t('filter')}>
      <FilterWords words={filter.words} label={t('words')} submit={t('show')} />
      <FilterChoice
        name="state"
        label={t('state')}
        chosen={filter.state}
        choices={[
          { value: '', label: t('any') },
          { value: 'open', label: t('open') },
          { value: 'closed', label: t('closed') },
        ]}
      />
    </FilterForm>
  )
}
