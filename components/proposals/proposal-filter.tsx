import { Search, X } from 'lucide-react'
import { AppliedAsChosen } from '@/components/filters/applied-as-chosen'
import { type Choice, Choices } from '@/components/ui/choices'
import { translations } from '@/lib/messages'
import { proposalKinds } from '@/lib/proposals/kinds'
import {
  filterQuery,
  type ProposalFilter as Filter,
  proposalStates,
} from '@/lib/proposals/search/filter'

type About = {
  filter: Filter
  address: string
  agenda: readonly { item: string; title: string }[]
  delegations: readonly string[]
  /** Whether the reader has a delegation of which "ours" can speak. */
  hasPlace: boolean
}
const CHOSEN = ['delegation', 'agenda', 'kind', 'state'] as const

/**
 * The filter of the list: a plain form whose choices stand in the address, and in no browser's memory of the page
 * before. A choice is applied when it is made; what is applied stands below and can be taken off.
 */
export function ProposalFilter(about: About) {
  const { filter, address } = about
  const t = translations('proposals.list')
  const lists = choicesOf(about)
  const words = filter.words ? [{ name: 'words', label: `“${filter.words}”` }] : []
  const chips = CHOSEN.flatMap((name) => {
    const chosen = lists[name].find(({ value }) => value !== '' && value === filter[name])
    return chosen ? [{ name, label: chosen.label }] : []
  })
  const applied = [...words, ...chips]
  return (
    <>
      <form
        action={address}
        autoComplete="off"
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
            dir="auto"
            className="input"
          />
          <button type="submit" aria-label={t('show')}>
            <Search size={18} aria-hidden />
          </button>
        </label>
        <div className="filter-choices">
          {CHOSEN.map((name) => (
            <label key={name}>
              <span className="sr-only">{t(name)}</span>
              <Choices
                name={name}
                chosen={filter[name]}
                choices={lists[name]}
                className="input"
                data-chosen={filter[name] !== '' || undefined}
              />
            </label>
          ))}
        </div>
        {filter.sort !== 'number' && <input type="hidden" name="sort" value={filter.sort} />}
        <AppliedAsChosen />
      </form>
      {applied.length > 0 && (
        <ul aria-label={t('chosen')} className="chips no-print">
          {applied.map(({ name, label }) => (
            <li key={name}>
              <a
                href={`${address}${filterQuery(filter, { [name]: '' })}`}
                aria-label={t('takeOff', { filter: label })}
                className="chip"
              >
                {label} <X size={14} aria-hidden />
              </a>
            </li>
          ))}
          {applied.length > 1 && (
            <li>
              <a href={address} className="way">
                {t('clear')}
              </a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}

function choicesOf({
  agenda,
  delegations,
  hasPlace,
}: About): Record<(typeof CHOSEN)[number], Choice[]> {
  const t = translations('proposals')
  const states = proposalStates.filter((one) => hasPlace || !['ours', 'coSponsored'].includes(one))
  const any = (name: (typeof CHOSEN)[number]) => ({ value: '', label: t(`list.anyOf.${name}`) })
  return {
    delegation: [any('delegation'), ...delegations.map((name) => ({ value: name, label: name }))],
    agenda: [
      any('agenda'),
      ...agenda.map(({ item, title }) => ({ value: item, label: `${item}. ${title}` })),
    ],
    kind: [
      any('kind'),
      ...proposalKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    ],
    state: [
      any('state'),
      ...states.map((one) => ({ value: one, label: t(`list.stateFilters.${one}`) })),
    ],
  }
}
