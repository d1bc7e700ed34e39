import { filterQuery, type ProposalFilter } from '@/lib/proposals/search/filter'
import { translations } from '@/lib/messages'

/** The links to the next and the previous fifty. */
export function Pages({
  filter,
  pages,
  address,
}: {
  filter: ProposalFilter
  pages: number
  address: string
}) {
  const t = translations('proposals.list')
  const to = (page: number) => `${address}${filterQuery(filter, { page })}`
  return (
    <nav aria-label={t('pages')} className="no-print mt-6 flex flex-wrap items-center gap-3">
      {filter.page > 1 && (
        <a href={to(filter.page - 1)} rel="prev" className="button">
          {t('previous')}
        </a>
      )}
      <span className="text-sm text-quiet">{t('page', { page: filter.page, pages })}</span>
      {filter.page < pages && (
        <a href={to(filter.page + 1)} rel="next" className="button">
          {t('next')}
        </a>
      )}
    </nav>
  )
}
