import { type Choice, Choices } from '@/components/ui/choices'
import { translations } from '@/lib/messages'
import { proposalKinds } from '@/lib/proposals/kinds'
import { type ProposalFilter as Filter, proposalStates } from '@/lib/proposals/search/filter'

const LABEL = 'text-xs font-semibold text-quiet'
const INPUT = 'input mt-1 text-sm font-normal'

/** The filter of the list: a plain form whose choices stand in the address, and in no browser's memory of the page before. */
export function ProposalFilter({
  filter,
  address,
  agenda,
  delegations,
  hasPlace,
}: {
  filter: Filter
  address: string
  agenda: readonly { item: string; title: string }[]
  delegations: readonly string[]
  /** Whether the reader has a delegation of which "ours" can speak. */
  hasPlace: boolean
}) {
  const t = translations('proposals')
  const states = proposalStates.filter((one) => hasPlace || !['ours', 'coSponsored'].includes(one))
  const lists: Record<'delegation' | 'agenda' | 'kind' | 'state', Choice[]> = {
    delegation: delegations.map((name) => ({ value: name, label: name })),
    agenda: agenda.map(({ item, title }) => ({ value: item, label: `${item}. ${title}` })),
    kind: proposalKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    state: states.map((one) => ({ value: one, label: t(`list.stateFilters.${one}`) })),
  }
  return (
    <form
      action={address}
      autoComplete="off"
      role="search"
      aria-label={t('list.filter')}
      className="no-print mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid-cols-[1.6fr_repeat(4,1fr)_auto]"
    >
      <label className={`col-span-2 sm:col-span-1 ${LABEL}`}>
        {t('list.words')}{' '}
        <input
          type="search"
          name="words"
          defaultValue={filter.words}
          dir="auto"
          className={INPUT}
        />
      </label>
      {(['delegation', 'agenda', 'kind', 'state'] as const).map((name) => (
        <label key={name} className={LABEL}>
          {t(`list.${name}`)}{' '}
          <Choices
            name={name}
            chosen={filter[name]}
            choices={[{ value: '', label: t('list.any') }, ...lists[name]]}
            className={INPUT}
          />
        </label>
      ))}
      {filter.sort !== 'number' && <input type="hidden" name="sort" value={filter.sort} />}
      <button type="submit" className="button col-span-2 sm:col-span-1">
        {t('list.show')}
      </button>
    </form>
  )
}
