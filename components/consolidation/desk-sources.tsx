import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import type { DeskFilter, DeskSource } from '@/lib/consolidation/desk-view'
import { asideKinds, outcomeKinds } from '@/lib/consolidation/kinds'
import { DESK_PAGE } from '@/lib/consolidation/page-size'
import { paths } from '@/lib/paths'
import { SourceEntry } from './source-entry'

/**
 * The accumulated items of all sessions: narrowed by the filter in the address, ticked, and taken
 * to the page where they become an item or get another outcome. Needs no script.
 */
export async function DeskSources({
  sources,
  total,
  slug,
  filter,
  page,
  address,
  works,
}: {
  sources: readonly DeskSource[]
  total: number
  slug: string
  filter: DeskFilter
  page: number
  address: (changes: Record<string, string>) => string
  /** Whether this reader settles items here, and the list is not adopted. */
  works: boolean
}) {
  const t = await getTranslations('consolidation')
  const pages = Math.ceil(total / DESK_PAGE)
  return (
    <section aria-labelledby="accumulated" className="min-w-0">
      <h2 id="accumulated" className="mb-4 font-serif text-xl font-semibold">
        {t('accumulated')}
      </h2>
      <form className="no-print mb-5 flex flex-wrap items-end gap-3" role="search">
        <label className="grid min-w-40 flex-1 gap-1 text-sm">
          <span className="font-semibold">{t('words')}</span>
          <input name="words" type="search" defaultValue={filter.words} className="input" />
        </label>
        <label className="grid gap-1 text-sm">
          <span className="font-semibold">{t('outcome')}</span>
          <select name="outcome" defaultValue={filter.outcome} className="input">
            <option value="">{t('every')}</option>
            {['none' as const, ...outcomeKinds].map((kind) => (
              <option key={kind} value={kind}>
                {t(`outcomes.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {filter.session && <input type="hidden" name="session" value={filter.session} />}
        <button type="submit" className="button">
          {t('narrow')}
        </button>
      </form>
      {total === 0 ? (
        <Empty title={t('noSources')}>{t('noSourcesHint')}</Empty>
      ) : (
        <form method="get" action={paths.makeItem(slug, []).split('?')[0]}>
          <ol className="grid gap-6">
            {sources.map((source) => (
              <li key={source.id} id={`source-${source.id}`}>
                <SourceEntry
                  source={source}
                  lead={
                    works && (
                      <input
                        type="checkbox"
                        name="items"
                        value={source.id}
                        className="size-5 accent-accent"
                        aria-label={t('choose', { text: source.text.slice(0, 60) })}
                      />
                    )
                  }
                >
                  <p className="no-print text-sm">
                    <a href={paths.similarItems(slug, source.id)} className="inline-block py-1">
                      {t('similar.find')}
                    </a>
                  </p>
                  {works && asideKinds.some((kind) => kind === source.outcome) && (
                    <p className="no-print text-sm">
                      <a href={paths.setAside(slug, [source.id])} className="inline-block py-1">
                        {t('takeBack')}
                      </a>
                    </p>
                  )}
                  {source.uses.length > 0 && (
                    <p className="mt-0.5 flex flex-wrap gap-x-4 text-sm">
                      {source.uses.map(({ id, taken }) => (
                        <a key={id} href={paths.consolidatedItem(slug, id)} className="py-1">
                          {t('usedIn', { taken: t(`taken.${taken}`) })}
                        </a>
                      ))}
                    </p>
                  )}
                </SourceEntry>
              </li>
            ))}
          </ol>
          {works && (
            <div className="no-print sticky bottom-0 mt-6 flex flex-wrap gap-3 border-t border-line bg-paper py-3">
              <button type="submit" className="button button-main">
                {t('makeOfChosen')}
              </button>
              <button
                type="submit"
                formAction={paths.setAside(slug, []).split('?')[0]}
                className="button"
              >
                {t('setAsideChosen')}
              </button>
            </div>
          )}
        </form>
      )}
      {pages > 1 && (
        <nav aria-label={t('pages')} className="no-print mt-5 flex items-center gap-4 text-sm">
          {page > 1 && <a href={address({ page: String(page - 1) })}>{t('previous')}</a>}
          <span className="text-quiet">{t('pageOf', { page, pages })}</span>
          {page < pages && <a href={address({ page: String(page + 1) })}>{t('next')}</a>}
        </nav>
      )}
    </section>
  )
}
