import type { DelegationFilter } from '@/lib/delegations/filter'
import { entityKinds } from '@/lib/delegations/kinds'
import { translations } from '@/lib/messages'

/** The filter of the delegations: a plain form with its choices in the address. */
export function DelegationFilterForm({
  filter,
  address,
}: {
  filter: DelegationFilter
  address: string
}) {
  const t = translations('delegations')
  const words = translations('entityKinds')
  return (
    <form
      autoComplete="off"
      action={address}
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
        {t('kind')}
        <select
          name="kind"
          defaultValue={filter.kind}
          className="input mt-1 text-sm font-normal text-ink"
        >
          <option value="">{t('any')}</option>
          {entityKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words(kind)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button justify-self-start">
        {t('show')}
      </button>
    </form>
  )
}
