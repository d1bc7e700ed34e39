import { filterQuery, type ProposalFilter } from '@/lib/proposals/search/filter'
import type { ProposalSummary } from '@/lib/proposals/queries'
import { excerpts } from '@/lib/proposals/search/search'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { ChineseFont } from '@/components/text/chinese-font'

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
  const excerpt = excerpts(filter.words)
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
      <tbody>
        {proposals.map((proposal) => (
          <Row key={proposal.number} proposal={proposal} address={address} excerpt={excerpt} />
        ))}
      </tbody>
    </table>
  )
}

type Excerpt = ReturnType<typeof excerpts>
const SIGNS = { open: '●', listed: '✓', withdrawn: '–' } as const

function Row({
  proposal,
  address,
  excerpt,
}: {
  proposal: ProposalSummary
  address: string
  excerpt: Excerpt
}) {
  const t = translations('proposals')
  const { number, kind, revision, coSponsors, comments } = proposal
  const state = proposal.withdrawn ? 'withdrawn' : proposal.listed ? 'listed' : 'open'
  return (
    <tr>
      <th scope="row">
        <a href={`${address}/${number}`}>{number}</a>
      </th>
      <td>
        <small>
          {t(`kinds.${kind}`)}
          {revision > 1 && ` · ${t('list.revision', { number: revision })}`}
        </small>
        <Excerpt proposal={proposal} excerpt={excerpt} />
      </td>
      <td>
        {proposal.delegationName}
        {coSponsors > 0 && <small> {t('list.coSponsors', { count: coSponsors })}</small>}
      </td>
      <td>{proposal.agenda}</td>
      <td data-state={state}>
        <i aria-hidden>{SIGNS[state]}</i> {t(`states.${state}`)}
      </td>
      <td>
        {comments}
        {comments > 0 && <i aria-hidden> {'•'.repeat(Math.min(comments, 10))}</i>}
      </td>
    </tr>
  )
}

const Excerpt = ({
  proposal: { text, language },
  excerpt,
}: {
  proposal: ProposalSummary
  excerpt: Excerpt
}) => (
  <p {...(language !== 'en' && { lang: language, dir: directionOf(language) })}>
    {excerpt(text).map((piece, index) =>
      piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
    )}
  </p>
)
