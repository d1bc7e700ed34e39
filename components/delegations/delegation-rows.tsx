import type { DelegationSummary } from '@/lib/delegations/queries'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { StateWord } from '@/components/ui/state-word'

/** The delegations as a ledger in the order in which they stand in United Nations lists. */
export function DelegationRows({
  delegations,
  slug,
  ownId,
  hasProposals,
}: {
  delegations: readonly DelegationSummary[]
  slug: string
  /** The reader's own delegation to the session. */
  ownId: string | null
  /** Whether proposals are written in the session. */
  hasProposals: boolean
}) {
  const t = translations('delegations')
  const words = translations('entityKinds')
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('head')}</th>
          <th scope="col">{t('people')}</th>
          {hasProposals && (
            <th scope="col" className="text-end!">
              {t('proposals')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {delegations.map(({ id, name, kind, state, head, people, submitters, proposals }) => (
          <tr key={id}>
            <td>
              <a href={paths.delegation(slug, id)} className="font-semibold">
                {name}
              </a>
              {id === ownId && (
                <span className="ms-2 rounded-sm bg-accent-wash px-1 text-xs font-semibold text-accent">
                  {t('own')}
                </span>
              )}
              {state === 'withdrawn' && (
                <span className="ms-2">
                  <StateWord shape="ended">{t('states.withdrawn')}</StateWord>
                </span>
              )}
            </td>
            <td className="text-quiet">{words(kind)}</td>
            <td>{head ?? <span className="text-quiet">–</span>}</td>
            <td>
              <span className="max-sm:hidden">{people}</span>
              <span className="sm:hidden">{t('peopleOf', { people })}</span>{' '}
              <span className="text-quiet">({t('submitters', { submitters })})</span>
            </td>
            {hasProposals && (
              <td className="sm:text-end">
                <span className="max-sm:hidden">{proposals}</span>
                <span className="sm:hidden">{t('proposalsOf', { proposals })}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
