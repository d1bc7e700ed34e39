import { ItemBody } from '@/components/consolidation/facts/facts'
import { shownItem } from '@/components/consolidation/facts/shown-items'
import { ChineseFont } from '@/components/text/chinese-font'
import { Empty } from '@/components/ui/empty'
import type { ConsolidatedListView, DeskHeading, DeskItem } from '@/lib/consolidation/views'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { firstWords } from '@/lib/text/first-words'
import { translations } from '@/lib/messages'
import { GapPlace } from './desk-places'
import { ItemRow } from './desk-rows'
import { type HeadingActs, HeadingTools } from './heading-tools'

/** The policy's reason why an item may neither be merged into another one nor be taken off; null if it may. */
type StaysOf = (item: DeskItem) => string | null

type List = Pick<ConsolidatedListView, 'headings' | 'adoptedAt'>

/**
 * The list before or after its adoption: headings, items, and the number of sources of each. At the desk, items can be
 * chosen and dragged, and every heading has a place at its end.
 */
export function ConsolidatedList({
  list,
  slug,
  acts = null,
}: {
  list: List
  slug: string
  /** The reader's tools here; null outside the desk. */
  acts?: (HeadingActs & { staysOf: StaysOf }) | null
}) {
  const t = translations('consolidation')
  if (list.headings.length === 0)
    return <Empty title={t('listEmpty')}>{t(acts ? 'listEmptyHint' : 'listEmptyWait')}</Empty>
  const adopted = list.adoptedAt !== null
  return (
    <div className="grid gap-8">
      {list.headings.some(({ items }) => items.some(({ language }) => language === 'zh')) && (
        <ChineseFont />
      )}
      {list.headings.map((heading) => (
        <section key={heading.id} aria-labelledby={`heading-${heading.id}`}>
          <h3
            id={`heading-${heading.id}`}
            className="mb-3 scroll-mt-4 border-b border-line pb-1 font-semibold"
          >
            {heading.title}
          </h3>
          {acts && (
            <HeadingTools
              heading={{ ...heading, empty: heading.items.length === 0 }}
              slug={slug}
              acts={acts}
            />
          )}
          {heading.items.length === 0 && <p className="text-sm text-quiet">{t('headingEmpty')}</p>}
          {acts ? (
            <>
              <ol className="grid gap-2">
                <ItemRows heading={heading} slug={slug} staysOf={acts.staysOf} />
              </ol>
              <GapPlace
                target={{ headingId: heading.id, itemId: '', number: '', onto: false }}
                isEnd
              />
            </>
          ) : (
            <ol className="grid gap-5">
              {heading.items.map((item) => (
                <li
                  key={item.id}
                  id={`item-${item.id}`}
                  className="grid scroll-mt-4 grid-cols-[3.2rem_minmax(0,1fr)] gap-x-1 py-1"
                >
                  <span className="whitespace-nowrap font-serif text-quiet">
                    {itemNumber(item)}
                  </span>
                  <div className="min-w-0">
                    <ItemBody item={shownItem(item, { slug, adopted, works: false })} />
                  </div>
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  )
}

function ItemRows({
  heading: { id: headingId, items },
  slug,
  staysOf,
}: {
  heading: DeskHeading
  slug: string
  staysOf: StaysOf
}) {
  const t = translations('consolidation')
  return items.map((item, at) => {
    const number = itemNumber(item)
    const words = firstWords(item.text)
    return (
      <ItemRow
        key={item.id}
        item={shownItem(item, { slug, adopted: false, works: true })}
        headingId={headingId}
        number={number}
        label={words}
        chooseName={t('desk.choose', { number, text: words })}
        moveName={t('desk.moveItem', { number, text: words })}
        stays={staysOf(item)}
        up={items[at - 1]?.id ?? null}
        down={items[at + 1] ? (items[at + 2]?.id ?? '') : null}
        fold={{ more: t('more'), less: t('less') }}
      />
    )
  })
}
