import { type Choice, options } from '@/components/ui/choices'
import { Once } from '@/components/once'
import { html } from '@/lib/html/safe-html'
import { type ProposalFilter as Filter, proposalStates } from '@/lib/proposals/search/filter'
import { proposalKinds } from '@/lib/proposals/kinds'
import { translations } from '@/lib/messages'

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
  const choose = (name: 'delegation' | 'agenda' | 'kind' | 'state', choices: Choice[]) =>
    html`<label class="text-xs font-semibold text-quiet">${t(`list.${name}`)}
      <select name="${name}" class="input mt-1 text-sm font-normal">${options(
        [{ value: '', label: t('list.any') }, ...choices],
        filter[name],
      )}</select>
    </label>`
  return (
    <Once as="div">
      {html`<form action="${address}" autocomplete="off" role="search" aria-label="${t('list.filter')}" class="no-print mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid-cols-[1.6fr_repeat(4,1fr)_auto]">
        <label class="col-span-2 text-xs font-semibold text-quiet sm:col-span-1">${t('list.words')}
          <input type="search" name="words" value="${filter.words}" dir="auto" class="input mt-1 text-sm font-normal">
        </label>
        ${choose(
          'delegation',
          delegations.map((name) => ({ value: name, label: name })),
        )}
        ${choose(
          'agenda',
          agenda.map(({ item, title }) => ({ value: item, label: `${item}. ${title}` })),
        )}
        ${choose(
          'kind',
          proposalKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        )}
        ${choose(
          'state',
          states.map((one) => ({ value: one, label: t(`list.stateFilters.${one}`) })),
        )}
        ${filter.sort !== 'number' && html`<input type="hidden" name="sort" value="${filter.sort}">`}
        <button type="submit" class="button col-span-2 sm:col-span-1">${t('list.show')}</button>
      </form>`}
    </Once>
  )
}
