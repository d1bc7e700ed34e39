import { Facts, ItemBody } from '@/components/consolidation/facts/facts'
import { shownSource, sourceLinks } from '@/components/consolidation/facts/shown-items'
import { ChineseFont } from '@/components/text/chinese-font'
import { Empty } from '@/components/ui/empty'
import type { DeskChoices, DeskFilter, DeskSource } from '@/lib/consolidation/views'
import { DESK_PAGE } from '@/lib/consolidation/page-size'
import { translations } from '@/lib/messages'
import { DeskFilterForm } from './desk-filter'
import { SourceRow } from './desk-rows'
import { PagesNav } from '@/components/consolidation/pages-nav'

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
      {sources.some(({ language }) => language === 'zh') && <ChineseFont />}
      <DeskFilterForm filter={filter} choices={choices} />
      {total === 0 ? (
        <Empty title={t('noSources')}>{t('noSourcesHint')}</Empty>
      ) : (
        <ol className="grid gap-6">
          {sources.map((source) => {
            const item = shownSource(source)
            const links = sourceLinks(source, slug, works)
            return works ? (
              <SourceRow
                key={source.id}
                item={item}
                links={links}
                chooseName={t('choose', { text: source.text.slice(0, 60) })}
                carryName={t('desk.carrySource')}
              />
            ) : (
              <li key={source.id} id={`source-${source.id}`} className="scroll-mt-4">
                <article>
                  <ItemBody item={item} />
                  <p className="no-print item-facts">
                    <Facts facts={links} />
                  </p>
                </article>
              </li>
            )
          })}
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
