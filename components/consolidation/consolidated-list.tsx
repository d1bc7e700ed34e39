import type { ReactNode } from 'react'
import { Empty } from '@/components/empty'
import { ChineseLetters } from '@/components/chinese-letters'
import type { ConsolidatedListView, DeskItem } from '@/lib/consolidation/desk-view'
import { strength } from '@/lib/consolidation/strength'
import { paths } from '@/lib/paths'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/translations'
import { DESK_FORM } from './desk-form'
import { DeskPlace, ItemHandle } from './desk-places'
import { type HeadingActs, HeadingTools } from './heading-tools'
import { StandingWord } from './standing-word'
import { StrengthWord } from './strength-word'

type List = Pick<ConsolidatedListView, 'headings' | 'adoptedAt'>

/**
 * The list that is being made, or was adopted: headings, items, and how many sources each has. Where one
 * works at it, items can be chosen and carried, and every heading has a place at its end.
 */
export function ConsolidatedList({
  list,
  slug,
  acts = null,
}: {
  list: List
  slug: string
  /** Null where nobody works at it. */
  acts?: HeadingActs | null
}) {
  const t = translations('consolidation')
  if (list.headings.length === 0) return <Empty title={t('listEmpty')}>{t('listEmptyHint')}</Empty>
  const works = acts !== null
  const gap = { source: t('desk.makeHere'), item: t('desk.moveHere') }
  const body = { source: t('desk.takeInto'), item: t('desk.joinWith') }
  return (
    <div className="grid gap-8">
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
          <ol className={works ? 'grid gap-1' : 'grid gap-5'}>
            {heading.items.map((item, index) => (
              <li key={item.id} id={`item-${item.id}`} className="scroll-mt-4">
                {works ? (
                  <>
                    <DeskPlace headingId={heading.id} itemId={item.id} onto={false} texts={gap} />
                    <DeskPlace headingId={heading.id} itemId={item.id} onto texts={body}>
                      <Entry
                        item={item}
                        place={item.letter ? `(${item.letter})` : `${item.position}.`}
                        slug={slug}
                        adopted={list.adoptedAt !== null}
                      >
                        <input
                          type="radio"
                          name="into"
                          value={item.id}
                          form={DESK_FORM}
                          data-heading={heading.id}
                          className="size-5 accent-accent"
                          aria-label={t('desk.choose', { text: item.text.slice(0, 60) })}
                        />
                        <ItemHandle
                          id={item.id}
                          headingId={heading.id}
                          label={item.text.slice(0, 80)}
                          name={t('desk.moveItem', { text: item.text.slice(0, 60) })}
                          steps={{
                            up: heading.items[index - 1]?.id ?? null,
                            down: heading.items[index + 1]
                              ? (heading.items[index + 2]?.id ?? '')
                              : null,
                          }}
                        />
                      </Entry>
                    </DeskPlace>
                  </>
                ) : (
                  <Entry
                    item={item}
                    place={item.letter ? `(${item.letter})` : `${item.position}.`}
                    slug={slug}
                    adopted={list.adoptedAt !== null}
                  />
                )}
              </li>
            ))}
          </ol>
          {works && <DeskPlace headingId={heading.id} itemId="" onto={false} texts={gap} />}
        </section>
      ))}
    </div>
  )
}

function Entry({
  item,
  place,
  slug,
  adopted,
  children,
}: {
  item: DeskItem
  place: string
  slug: string
  adopted: boolean
  /** How it is chosen and carried, where one works at the list. */
  children?: ReactNode
}) {
  const t = translations('consolidation')
  const corrigenda = translations('corrigenda')
  return (
    <div className="grid grid-cols-[2.4rem_minmax(0,1fr)] gap-x-1 py-1">
      <div className="grid content-start justify-items-center gap-1">
        <span className="font-serif text-quiet">{place}</span>
        {children}
      </div>
      <div className="min-w-0">
        {item.language === 'zh' && <ChineseLetters />}
        <p
          lang={item.language}
          dir={directionOf(item.language)}
          className="max-w-prose whitespace-pre-line break-words font-serif"
        >
          {item.text}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-4 text-sm">
          <StandingWord standing={item.standing} adopted={adopted} />
          {children && <StrengthWord strength={strength(item.text)} />}
          {item.objections > 0 && (
            <span className="text-alarm">
              {t('plenary.objectionCount', { count: item.objections })}
            </span>
          )}
          {item.disagreements > 0 && (
            <a href={`${paths.consolidatedItem(slug, item.id)}#disagreements`}>
              {t('disagreements.count', { count: item.disagreements })}
            </a>
          )}
          {item.corrected > 0 && (
            <a href={`${paths.consolidatedItem(slug, item.id)}#corrigenda`}>
              {corrigenda('corrected', { count: item.corrected })}
            </a>
          )}
          <a href={paths.consolidatedItem(slug, item.id)} className="inline-block py-1">
            {t('sourcesOf', { count: item.sources })}
          </a>
        </p>
      </div>
    </div>
  )
}
