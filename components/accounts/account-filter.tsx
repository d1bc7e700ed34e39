import type { AccountFilter } from '@/lib/auth/accounts/schema'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The filter of the accounts: a plain form whose choices stand in the address. */
export function AccountFilterForm({ filter }: { filter: AccountFilter }) {
  const t = translations('accounts')
  return (
    <form
      autoComplete="off"
      action={paths.accounts}
      role="search"
      aria-label={t('filter')}
      className="no-print mb-4 grid items-end gap-3 sm:grid-cols-[2fr_1fr_auto]"
    >
      <label className="text-xs font-semibold text-quiet">
        {t('words')}
        <input
          type="search"
          name="words"
          defaultValue={filter.words}
          className="input mt-1 text-sm font-normal"
        />
      </label>
      <label className="text-xs font-semibold text-quiet">
        {t('state')}
        <select
          name="state"
          defaultValue={filter.state}
          className="input mt-1 text-sm font-normal text-ink"
        >
          <option value="">{t('any')}</option>
          <option value="open">{t('open')}</option>
          <option value="closed">{t('closed')}</option>
        </select>
      </label>
      <button type="submit" className="button justify-self-start">
        {t('show')}
      </button>
    </form>
  )
}
