import { type Choice, Choices } from '@/components/choices'
import { type ProposalFilter as Filter, proposalStates } from '@/lib/proposals/filter'
import { proposalKinds } from '@/lib/proposals/kinds'
import { translations } from '@/lib/translations'

/** The filter of the list: a plain form whose choices stand in the address. */
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
  const any = t('list.any')
  return (
    <form
      action={address}
      role="search"
      aria-label={t('list.filter')}
      className="no-print mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid-cols-[1.6fr_repeat(4,1fr)_auto]"
    >
      <label className="col-span-2 text-xs font-semibold text-quiet sm:col-span-1">
        {t('list.words')}
        <input
          type="search"
          name="words"
          defaultValue={filter.words}
          dir="auto"
          className="input mt-1 text-sm font-normal"
        />
      </label>
      <Choose
        name="delegation"
        label={t('list.delegation')}
        any={any}
        chosen={filter.delegation}
        choices={delegations.map((name) => ({ value: name, label: name }))}
      />
      <Choose
        name="agenda"
        label={t('list.agenda')}
        any={any}
        chosen={filter.agenda}
        choices={agenda.map(({ item, title }) => ({ value: item, label: `${item}. ${title}` }))}
      />
      <Choose
        name="kind"
        label={t('list.kind')}
        any={any}
        chosen={filter.kind}
        choices={proposalKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Choose
        name="state"
        label={t('list.state')}
        any={any}
        chosen={filter.state}
        choices={states.map((one) => ({ value: one, label: t(`list.stateFilters.${one}`) }))}
      />
      {filter.sort !== 'number' && <input type="hidden" name="sort" value={filter.sort} />}
      <button type="submit" className="button col-span-2 sm:col-span-1">
        {t('list.show')}
      </button>
    </form>
  )
}

/** One choice of the filter. */
function Choose({
  name,
  label,
  any,
  choices,
  chosen,
}: {
  name: string
  label: string
  any: string
  choices: readonly Choice[]
  chosen: string
}) {
  return (
    <label className="text-xs font-semibold text-quiet">
      {label}
      <Choices
        name={name}
        chosen={chosen}
        choices={[{ value: '', label: any }, ...choices]}
        className="input mt-1 text-sm font-normal"
      />
    </label>
  )
}
