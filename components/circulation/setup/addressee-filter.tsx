import type { AddresseeLine } from '@/lib/circulation/addressees/queries'
import { type AddresseeFilter, addresseeStates } from '@/lib/circulation/schema'
import { translations } from '@/lib/messages'

/** The number of addressees in each state, as links. */
export function AddresseeFilterWays({
  addressees,
  filter,
  address,
}: {
  addressees: readonly AddresseeLine[]
  filter: AddresseeFilter
  address: (query: string) => string
}) {
  const t = translations('addressees')
  const count = (state: (typeof addresseeStates)[number]) =>
    addressees.filter((line) => line.state === state).length
  const ways = [
    { state: '', label: t('all', { count: addressees.length }) },
    ...addresseeStates
      .filter((state) => count(state) > 0 || filter.state === state)
      .map((state) => ({ state, label: `${t(`states.${state}`)} ${count(state)}` })),
  ]
  return (
    <nav aria-label={t('filter')} className="proposal-parts no-print mb-4">
      {ways.map(({ state, label }) => (
        <a
          key={state}
          href={address(state && `?state=${state}`)}
          aria-current={filter.state === state ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
