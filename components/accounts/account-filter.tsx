import { Search } from 'lucide-react'
import { AppliedAsChosen } from '@/components/filters/applied-as-chosen'
import { Choices } from '@/components/ui/choices'
import type { AccountFilter } from '@/lib/auth/accounts/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The filter of the accounts: a plain form whose choices stand in the address and are applied when they are made. */
export function AccountFilterForm({ filter }: { filter: AccountFilter }) {
  const t = translations('accounts')
  return (
    <form
      autoComplete="off"
      action={paths.accounts}
      role="search"
      aria-label={t('filter')}
      className="filter-line no-print"
    >
      <label className="filter-words">
        <span className="sr-only">{t('words')}</span>
        <input
          type="search"
          name="words"
          defaultValue={filter.words}
          placeholder={t('words')}
          className="input"
        />
        <button type="submit" aria-label={t('show')}>
          <Search size={18} aria-hidden />
        </button>
      </label>
      <label>
        <span className="sr-only">{t('state')}</span>
        <Choices
          name="state"
          chosen={filter.state}
          choices={[
            { value: '', label: t('any') },
            { value: 'open', label: t('open') },
            { value: 'closed', label: t('closed') },
          ]}
          className="input"
          data-chosen={filter.state !== '' || undefined}
        />
      </label>
      <AppliedAsChosen />
    </form>
  )
}
