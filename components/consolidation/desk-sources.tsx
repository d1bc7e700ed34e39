import { Empty } from '@/components/empty'
import type { DeskChoices, DeskFilter, DeskSource } from '@/lib/consolidation/desk-view'
import { asideKinds } from '@/lib/consolidation/kinds'
import { DESK_PAGE } from '@/lib/consolidation/page-size'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/translations'
import { DESK_FORM } from './desk-form'
import { DeskFilterForm } from './desk-filter'
import { SourceHandle } from './desk-places'
import { PagesNav } from './pages-nav'
import { SourceEntry } from './source-entry'

/**
 * The accumulated items of all sessions: narrowed by the filter in the address, ticked or carried, and
 * taken to where they become an item or get another outcome. Needs no script.
 */
export function DeskSources({
  sources,
  total,
  slug,
  filter,
  choices,
  page,
  address,
  works,
}: {
  sources: readonly DeskSource[]
  total: number
  slug: string
  filter: DeskFilter
  choices: DeskChoices
  page: number
  address: (changes: Record<string, string>) => string
  /** Whether this reader settles items here, and the list is not adopted. */
  works: boolean
}) {
  const t = translations('consolidation')
  return (
    <section aria-labelledby="accumulated" className="min-w-0">
      <h2 id="accumulated" className="mb-4 font-serif text-xl font-semibold">
        {t('accumulated')}
      </h2>
      <DeskFilterForm filter={filter} choices={choices} />
      {total === 0 ? (
        <Empty title={t('noSources')}>{t('noSourcesHint')}</Empty>
      ) : (
        <ol className="grid gap-6">
          {sources.map((source) => (
            <li key={source.id} id={`source-${source.id}`} className="scroll-mt-4">
              <SourceEntry
                source={source}
                lead={
                  works && (
                    <span className="grid justify-items-center gap-1">
                      <input
                        type="checkbox"
                        name="items"
                        value={source.id}
                        form={DESK_FORM}
                        className="size-5 accent-accent"
                        aria-label={t('choose', { text: source.text.slice(0, 60) })}
                      />
                      <SourceHandle
                        id={source.id}
                        label={source.text.slice(0, 80)}
                        name={t('desk.carrySource')}
                      />
                    </span>
                  )
                }
              >
                <p className="no-print flex flex-wrap gap-x-4 text-sm">
                  <a href={paths.similarItems(slug, source.id)} className="inline-block py-1">
                    {t('similar.find')}
                  </a>
                  {works && asideKinds.some((kind) => kind === source.outcome) && (
                    <a href={paths.setAside(slug, [source.id])} className="inline-block py-1">
                      {t('takeBack')}
                    </a>
                  )}
                  {source.uses.map(({ id, taken }) => (
                    <a
                      key={id}
                      href={`${paths.consolidatedItem(slug, id)}#from-${source.id}`}
                      className="inline-block py-1"
                    >
                      {t('usedIn', { taken: t(`taken.${taken}`) })}
                    </a>
                  ))}
                </p>
              </SourceEntry>
            </li>
          ))}
        </ol>
      )}
      <PagesNav
        label={t('pages')}
        page={page}
        pages={Math.ceil(total / DESK_PAGE)}
        address={(one) => address({ page: String(one) })}
      />
    </section>
  )
}
