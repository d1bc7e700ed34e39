import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { KindTabs } from '@/components/search/kind-tabs'
import { SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { Empty } from '@/components/ui/empty'
import { takesPart } from '@/lib/delegations/actor'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { type SearchFilter, SearchFilter as Filter, searchQueryString } from '@/lib/search/filter'
import { hitsOf } from '@/lib/search/hits'
import { type Found, search as find, SEARCH_PAGE } from '@/lib/search/queries'

export const metadata: Metadata = { title: translations('search')('title') }

export default page('public', async (actor, { search }) => {
  const t = translations('search')
  const filter = Filter.parse(search)
  const found = await find(actor, filter)
  const hits = hitsOf(actor, found.results)
  const inside = takesPart(actor)
  const pages = pagesOf(filter, found)
  if (filter.page > pages)
    redirect(`${paths.search()}${searchQueryString(filter, { page: pages })}`)
  const narrowed = filter.kind || filter.session || filter.state || filter.language
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <SearchForm filter={filter} found={found} />
      {filter.words === '' && (
        <div className="search-hints">
          <p>{t(inside ? 'hint' : 'hintPublic')}</p>
          <ul>
            {(['number', 'symbol', 'phrase', 'beginning'] as const).map((example) => (
              <li key={example}>
                {t.rich(`hints.${example}`, { code: (text) => <code>{text}</code> })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {filter.words !== '' && hits.length === 0 && (
        <div className="mt-6 max-w-[52rem]">
          <Empty title={t('nothing', { words: filter.words })}>
            {t(narrowed ? 'nothingNarrowed' : inside ? 'nothingHint' : 'nothingPublic')}{' '}
            {narrowed && <a href={paths.search(filter.words)}>{t('everywhere')}</a>}
            {!narrowed && !inside && (
              <a href={paths.signIn(paths.search(filter.words))}>{t('signIn')}</a>
            )}
          </Empty>
        </div>
      )}
      {hits.length > 0 && (
        <>
          <KindTabs filter={filter} counts={found.counts} />
          <SearchResults hits={hits} counts={found.counts} filter={filter} />
          {pages > 1 && (
            <nav aria-label={t('pages')} className="search-pages">
              {filter.page > 1 && (
                <a className="button" rel="prev" href={pageAddress(filter, filter.page - 1)}>
                  {t('previous')}
                </a>
              )}
              <span>{t('page', { page: filter.page, pages })}</span>
              {filter.page < pages && (
                <a className="button" rel="next" href={pageAddress(filter, filter.page + 1)}>
                  {t('next')}
                </a>
              )}
            </nav>
          )}
        </>
      )}
    </>
  )
})

const pagesOf = ({ kind }: SearchFilter, { counts }: Found): number =>
  kind ? Math.max(1, Math.ceil((counts[kind] ?? 0) / SEARCH_PAGE)) : 1

const pageAddress = (filter: SearchFilter, page: number): string =>
  `${paths.search()}${searchQueryString(filter, { page })}`
