import { ChineseFont } from '@/components/text/chinese-font'
import { Empty } from '@/components/ui/empty'
import type { DeskChoices, DeskFilter, DeskSource } from '@/lib/consolidation/views'
import { asideKinds } from '@/lib/consolidation/kinds'
import { DESK_PAGE } from '@/lib/consolidation/page-size'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { DeskFilterForm } from './desk-filter'
import { SourceRow } from './desk-rows'
import { PagesNav } from '@/components/consolidation/pages-nav'
import { SourceBody } from './source-entry'

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
            const body = (
              <>
                <SourceBody source={source} />
                <SourceWays source={source} slug={slug} works={works} />
              </>
            )
            return works ? (
              <SourceRow
                key={source.id}
                id={source.id}
                label={source.text.slice(0, 80)}
                chooseName={t('choose', { text: source.text.slice(0, 60) })}
                carryName={t('desk.carrySource')}
              >
                {body}
              </SourceRow>
            ) : (
              <li key={source.id} id={`source-${source.id}`} className="scroll-mt-4">
                <article>{body}</article>
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

/** From a preliminary item to what is like it, to what was made of it, and back from its outcome. */
function SourceWays({
  source: { id, outcome, uses },
  slug,
  works,
}: {
  source: DeskSource
  slug: string
  works: boolean
}) {
  const t = translations('consolidation')
  return (
    <p className="no-print item-facts">
      <a href={paths.similarItems(slug, id)}>{t('similar.find')}</a>
      {works && asideKinds.some((kind) => kind === outcome) && (
        <a href={paths.setAside(slug, [id])}>{t('takeBack')}</a>
      )}
      {uses.map((use) => (
        <a key={use.id} href={`${paths.consolidatedItem(slug, use.id)}#from-${id}`}>
          {t('usedIn', { taken: t(`taken.${use.taken}`) })}
        </a>
      ))}
    </p>
  )
}
