import {
  FilterChips,
  FilterChoice,
  FilterForm,
  FilterWords,
} from '@/components/filters/filter-form'
import type { Choice } from '@/components/ui/choices'
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

/** The filter of the list; active filters stand below and can be removed. */
export function ProposalFilter(about: About) {
  const { filter, address } = about
  const t = translations('proposals.list')
  const lists = choicesOf(about)
  const chosen = [
    ...(filter.words ? [{ name: 'words', text: `“${filter.words}”` }] : []),
    ...CHOSEN.flatMap((name) => {
      const choice = lists[name].find(({ value }) => value !== '' && value === filter[name])
      return choice ? [{ name, text: choice.label }] : []
    }),
  ]
  const chips = chosen.map(({ name, text }) => ({
    name,
    text,
    label: t('takeOff', { filter: text }),
    href: `${address}${filterQuery(filter, { [name]: '' })}`,
  }))
  return (
    <>
      <FilterForm address={address} label={t('filter')}>
        <FilterWords words={filter.words} label={t('words')} submit={t('show')} />
        <div className="filter-choices">
          {CHOSEN.map((name) => (
            <FilterChoice
              key={name}
              name={name}
              label={t(name)}
              chosen={filter[name]}
              choices={lists[name]}
            />
          ))}
        </div>
        {filter.sort !== 'number' && <input type="hidden" name="sort" value={filter.sort} />}
      </FilterForm>
      <FilterChips label={t('chosen')} chips={chips} clear={{ href: address, text: t('clear') }} />
    </>
  )
}

function choicesOf({
  agenda,
  delegations,
  hasPlace,
}: About): Record<(typeof CHOSEN)[number], Choice[]> {
  const t = translations('proposals')
  const states = proposalStates.filter(
    (state) => hasPlace || !['ours', 'coSponsored'].includes(state),
  )
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
      ...states.map((state) => ({ value: state, label: t(`list.stateFilters.${state}`) })),
    ],
  }
}
