import {
  type SearchFilter,
  searchKinds,
  searchQueryString,
  type SearchKind,
} from '@/lib/search/filter'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** All that was found, and each kind of it with its number. */
export function KindTabs({
  filter,
  counts,
}: {
  filter: SearchFilter
  counts: Partial<Record<SearchKind, number>>
}) {
  const t = translations('search')
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const tabs = [
    { kind: '' as const, label: t('everything'), count: total },
    ...searchKinds
      .filter((kind) => counts[kind] || filter.kind === kind)
      .map((kind) => ({ kind, label: t(`kinds.${kind}`), count: counts[kind] ?? 0 })),
  ]
  return (
    <nav aria-label={t('byKind')} className="search-kinds">
      {tabs.map(({ kind, label, count }) => (
        <a
          key={kind}
          href={`${paths.search()}${searchQueryString(filter, { kind })}`}
          aria-current={kind === filter.kind ? 'page' : undefined}
        >
          {label} <b>{count}</b>
        </a>
      ))}
    </nav>
  )
}
