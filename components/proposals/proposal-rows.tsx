import { ClientMessages } from '@/components/messages/client-messages'
import { ChineseFont } from '@/components/text/chinese-font'
import { filterQuery, type ProposalFilter } from '@/lib/proposals/search/filter'
import type { ProposalSummary } from '@/lib/proposals/queries'
import { excerpt } from '@/lib/text/search/marks'
import { translations } from '@/lib/messages'
import { type ProposalRow, ProposalTableBody } from './proposal-table-body'

const MESSAGES = [
  'proposals.kinds',
  'proposals.states',
  'proposals.list.revision',
  'proposals.list.coSponsors',
]

/** Proposals as the rows of a ledger; `address` is the list's own, under which each proposal stands. */
export function ProposalRows({
  proposals,
  filter,
  address,
}: {
  proposals: readonly ProposalSummary[]
  filter: ProposalFilter
  address: string
}) {
  const t = translations('proposals')
  const asRow = ({ withdrawn, listed, text, places, ...row }: ProposalSummary): ProposalRow => ({
    ...row,
    state: withdrawn ? 'withdrawn' : listed ? 'listed' : 'open',
    excerpt: excerpt(text, places),
  })
  const sortLink = (column: 'number' | 'agenda' | 'delegation') => {
    const sort = column === 'number' && filter.sort === 'number' ? 'newest' : column
    return (
      <a href={`${address}${filterQuery(filter, { sort })}`} title={t(`list.sortBy.${sort}`)}>
        {t(`list.columns.${column}`)}
      </a>
    )
  }
  const sorted = (column: string) =>
    filter.sort === column
      ? 'ascending'
      : filter.sort === 'newest' && column === 'number'
        ? 'descending'
        : undefined
  return (
    <table className="ledger proposal-rows">
      <caption className="sr-only">
        {t('list.caption')}
        {proposals.some(({ language }) => language === 'zh') && <ChineseFont />}
      </caption>
      <thead>
        <tr>
          <th scope="col" aria-sort={sorted('number')}>
            {sortLink('number')}
          </th>
          <th scope="col">{t('list.columns.text')}</th>
          <th scope="col" aria-sort={sorted('delegation')}>
            {sortLink('delegation')}
          </th>
          <th scope="col" aria-sort={sorted('agenda')}>
            {sortLink('agenda')}
          </th>
          <th scope="col">{t('list.columns.state')}</th>
          <th scope="col">{t('list.columns.comments')}</th>
        </tr>
      </thead>
      <ClientMessages namespaces={MESSAGES}>
        <ProposalTableBody rows={proposals.map(asRow)} address={address} />
      </ClientMessages>
    </table>
  )
}
