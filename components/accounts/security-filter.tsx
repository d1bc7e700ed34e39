import { FilterForm } from '@/components/filters/filter-form'
import { securityEvents } from '@/lib/auth/security/events'
import type { SecurityFilter } from '@/lib/auth/security/filter'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The filter of the security log. */
export function SecurityFilterForm({
  filter,
  name,
}: {
  filter: SecurityFilter
  name: string | null
}) {
  const t = translations('security')
  return (
    <FilterForm
      address={paths.security}
      label={t('filter')}
      className="no-print mb-4 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
    >
      <label className="text-xs font-semibold text-quiet">
        {t('event')}
        <select
          name="event"
          defaultValue={filter.event}
          className="input mt-1 text-sm font-normal text-ink"
        >
          <option value="">{t('any')}</option>
          {securityEvents.map((event) => (
            <option key={event} value={event}>
              {t(`events.${event}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="text-xs font-semibold text-quiet">
        {t('network')}
        <input
          name="network"
          defaultValue={filter.network}
          className="input mt-1 text-sm font-normal text-ink"
        />
      </label>
      {name && (
        <label className="flex min-h-11 items-center gap-2 text-sm sm:order-last sm:col-span-3">
          <input
            type="checkbox"
            name="person"
            value={filter.person}
            defaultChecked
            className="size-4 shrink-0 accent-accent"
          />
          {t('person', { name })}
        </label>
      )}
      <button type="submit" className="button justify-self-start">
        {t('show')}
      </button>
    </FilterForm>
  )
}
