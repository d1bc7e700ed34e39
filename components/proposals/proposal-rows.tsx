import { html, type Markup } from '@/lib/html/safe-html'
import { filterQuery, type ProposalFilter } from '@/lib/proposals/search/filter'
import type { ProposalSummary } from '@/lib/proposals/queries'
import { excerpts } from '@/lib/proposals/search/search'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { ChineseLetters } from '@/components/text/chinese-letters'
import { Once } from '@/components/once'

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
        {proposals.some(({ language }) => language === 'zh') && <ChineseLetters />}
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
      <Once as="tbody">{rows(proposals, filter, address, t)}</Once>
    </table>
  )
}

type Translate = ReturnType<typeof translations>

/** Fifty rows of ten elements each: written as letters, so that the page costs no more than its text. */
function rows(
  proposals: readonly ProposalSummary[],
  filter: ProposalFilter,
  address: string,
  t: Translate,
): Markup {
  const kinds = { conclusion: t('kinds.conclusion'), recommendation: t('kinds.recommendation') }
  const states = {
    open: html`<i aria-hidden="true">●</i> ${t('states.open')}`,
    listed: html`<i aria-hidden="true">✓</i> ${t('states.listed')}`,
    withdrawn: html`<i aria-hidden="true">–</i> ${t('states.withdrawn')}`,
  }
  const excerpt = excerpts(filter.words)
  return html`${proposals.map((one) => {
    const state = one.withdrawn ? 'withdrawn' : one.listed ? 'listed' : 'open'
    return html`<tr><th scope="row"><a href="${address}/${one.number}">${one.number}</a></th><td><small>${kinds[one.kind]}${one.revision > 1 && ` · ${t('list.revision', { number: one.revision })}`}</small>${text(one, excerpt)}</td><td>${one.delegationName}${one.coSponsors > 0 && html` <small>${t('list.coSponsors', { count: one.coSponsors })}</small>`}</td><td>${one.agenda}</td><td data-state="${state}">${states[state]}</td><td>${one.comments}${one.comments > 0 && html` <i aria-hidden="true">${'•'.repeat(Math.min(one.comments, 10))}</i>`}</td></tr>`
  })}`
}

function text(
  { text: words, language }: ProposalSummary,
  excerpt: ReturnType<typeof excerpts>,
): Markup {
  const pieces = excerpt(words).map((piece) =>
    piece.hit ? html`<mark>${piece.text}</mark>` : html`${piece.text}`,
  )
  return language === 'en'
    ? html`<p>${pieces}</p>`
    : html`<p lang="${language}" dir="${directionOf(language)}">${pieces}</p>`
}
