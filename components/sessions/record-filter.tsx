import { X } from 'lucide-react'
import { AppliedAsChosen } from '@/components/filters/applied-as-chosen'
import { Choices } from '@/components/ui/choices'
import { translations } from '@/lib/messages'
import { eventNouns, type RecordFilter, recordQuery } from '@/lib/sessions/record/filter'

/** The filter of the record: a plain form whose choices stand in the address and are applied when they are made. */
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
  const lists = [
    { name: 'about', label: t('aboutLabel'), any: t('anyAct'), choices: nouns },
    { name: 'delegation', label: t('delegation'), any: t('anyDelegation'), choices: delegations },
  ] as const
  const chosen = lists.flatMap(({ name, choices }) =>
    choices
      .filter(({ value }) => value === filter[name])
      .map(({ label }) => ({ name, label, without: { ...filter, [name]: '' } })),
  )
  return (
    <>
      <form
        autoComplete="off"
        action={address}
        role="search"
        aria-label={t('filter')}
        className="filter-line no-print"
      >
        {lists.map(({ name, label, any, choices }) => (
          <label key={name}>
            <span className="sr-only">{label}</span>
            <Choices
              name={name}
              chosen={filter[name]}
              choices={[{ value: '', label: any }, ...choices]}
              className="input"
              data-chosen={filter[name] !== '' || undefined}
            />
          </label>
        ))}
        <button type="submit" className="button without-script">
          {t('show')}
        </button>
        <AppliedAsChosen />
      </form>
      {chosen.length > 0 && (
        <ul aria-label={t('filter')} className="chips no-print">
          {chosen.map(({ name, label, without }) => (
            <li key={name}>
              <a
                href={`${address}${recordQuery(without, 1)}`}
                aria-label={t('takeOff', { filter: label })}
                className="chip"
              >
                {label} <X size={14} aria-hidden />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
