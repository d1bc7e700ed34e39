import { ClientMessages } from '@/components/messages/client-messages'
import { ChineseFont } from '@/components/text/chinese-font'
import { filterQuery, type ProposalFilter } from '@/lib/proposals/search/filter'
import type { ProposalSummary } from '@/lib/proposals/search/queries'
import { excerpt } from '@/lib/text/search/marks'
import { formatter, translations } from '@/lib/messages'
import { byRevision, coSponsorSentences } from '@/lib/proposals/co-sponsors'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { type ProposalRow, ProposalTableBody } from './proposal-table-body'

const MESSAGES = [
  'proposals.kinds',
  'proposals.states',
  'proposals.list.revision',
  'proposals.list.ours',
  'proposals.list.takenOverBy',
  'proposals.list.news',
  'proposals.list.changesCount',
  'proposals.list.commentsCount',
]

/**
 * Proposals as the rows of a ledger, in groups if they are ordered by agenda item; `address` is that of the list, the
 * parent of each proposal's address.
 */
export function ProposalRows({
  proposals,
  filter,
  address,
  agenda,
  ownName,
}: {
  proposals: readonly ProposalSummary[]
  filter: ProposalFilter
  address: string
  agenda: readonly { item: string; title: string }[]
  /** The name of the reader's delegation, to mark its proposals. */
  ownName: string | undefined
}) {
  const t = translations('proposals')
  const asRow = ({
    withdrawn,
    listed,
    text,
    places,
    onBehalf,
    ...row
  }: ProposalSummary): ProposalRow => ({
    ...row,
    coSponsors: coSponsorLine(row),
    ...(onBehalf && { onBehalf: onBehalfOf(onBehalf) }),
    state: withdrawn ? 'withdrawn' : listed ? 'listed' : 'open',
    ...(row.delegationName === ownName && { isOurs: true as const }),
    ...(row.takenOverBy === ownName && { isOurs: true as const, tookOver: true as const }),
    excerpt: excerpt(text, places),
  })
  const groups = filter.sort === 'agenda' ? groupsOf(proposals, agenda) : [{ title: '', proposals }]
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
          <th scope="col">{t('list.columns.changes')}</th>
          <th scope="col">{t('list.columns.comments')}</th>
        </tr>
      </thead>
      <ClientMessages namespaces={MESSAGES}>
        {groups.map(({ title, proposals: rows }) => (
          <ProposalTableBody key={title} title={title} rows={rows.map(asRow)} address={address} />
        ))}
      </ClientMessages>
    </table>
  )
}

/** Proposals that stand in the order of the agenda, by its items. */
function groupsOf(
  proposals: readonly ProposalSummary[],
  agenda: readonly { item: string; title: string }[],
): { title: string; proposals: ProposalSummary[] }[] {
  const groups: { title: string; proposals: ProposalSummary[] }[] = []
  for (const proposal of proposals) {
    const about = agenda.find(({ item }) => item === proposal.agenda)
    const title = about
      ? `${about.item}. ${about.title}`
      : (proposal.agenda ?? translations('proposals.list')('noItem'))
    const last = groups.at(-1)
    if (last?.title === title) last.proposals.push(proposal)
    else groups.push({ title, proposals: [proposal] })
  }
  return groups
}

/** The co-sponsors in short, those of an earlier revision with its number, and the explanation in full. */
function coSponsorLine({
  coSponsors,
  revision: current,
}: Pick<ProposalSummary, 'coSponsors' | 'revision'>) {
  if (coSponsors.length === 0) return null
  const t = translations('proposals.list')
  const names = byRevision(coSponsors).flatMap(({ revision, names: agreed }) =>
    agreed.map((name) => (revision === current ? name : t('agreedTo', { name, revision }))),
  )
  return {
    short: t('coSponsors', { names: formatter.list(names) }),
    full: coSponsorSentences(coSponsors, current).join('. '),
  }
}
