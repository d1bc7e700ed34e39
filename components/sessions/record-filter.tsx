import { eventNouns, type RecordFilter } from '@/lib/sessions/record/filter'
import { translations } from '@/lib/messages'

/** The filter of the record: a plain form whose choices stand in the address. */
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
  const nouns = eventNouns.map((noun) => {
    const key = `about.${noun}` as 'about.session'
    return { value: noun, label: t.has(key) ? t(key) : noun }
  })
  return (
    <form
      autoComplete="off"
      action={address}
      role="search"
      aria-label={t('filter')}
      className="no-print mb-4 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
    >
      {[
        { name: 'about', label: t('aboutLabel'), chosen: filter.about, choices: nouns },
        {
          name: 'delegation',
          label: t('delegation'),
          chosen: filter.delegation,
          choices: delegations,
        },
      ].map(({ name, label, chosen, choices }) => (
        <label key={name} className="text-xs font-semibold text-quiet">
          {label}
          <select
            name={name}
            defaultValue={chosen}
            className="input mt-1 text-sm font-normal text-ink"
          >
            <option value="">{t('any')}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="button justify-self-start">
        {t('show')}
      </button>
    </form>
  )
}
