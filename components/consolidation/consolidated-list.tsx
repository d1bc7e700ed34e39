import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { ChineseLetters } from '@/components/text-of-record'
import type { ConsolidatedListView } from '@/lib/consolidation/desk-view'
import { paths } from '@/lib/paths'
import { directionOf } from '@/lib/text/locales'
import { StandingWord } from './standing-word'

/** The list that is being made, or was adopted: headings, items, and how many sources each has. */
export async function ConsolidatedList({
  list,
  slug,
}: {
  list: ConsolidatedListView
  slug: string
}) {
  const [t, corrigenda] = await Promise.all([
    getTranslations('consolidation'),
    getTranslations('corrigenda'),
  ])
  if (list.headings.length === 0) return <Empty title={t('listEmpty')}>{t('listEmptyHint')}</Empty>
  return (
    <div className="grid gap-8">
      {list.headings.map((heading) => (
        <section key={heading.id} aria-labelledby={`heading-${heading.id}`}>
          <h3 id={`heading-${heading.id}`} className="mb-3 border-b border-line pb-1 font-semibold">
            {heading.title}
          </h3>
          {heading.items.length === 0 && <p className="text-sm text-quiet">{t('headingEmpty')}</p>}
          <ol className="grid gap-5">
            {heading.items.map((item, index) => (
              <li
                key={item.id}
                id={`item-${item.id}`}
                className="grid scroll-mt-4 grid-cols-[2.2rem_minmax(0,1fr)]"
              >
                <span className="font-serif text-quiet">
                  {item.letter ? `(${item.letter})` : `${index + 1}.`}
                </span>
                <div className="min-w-0">
                  {item.language === 'zh' && <ChineseLetters />}
                  <p
                    lang={item.language}
                    dir={directionOf(item.language)}
                    className="max-w-prose whitespace-pre-line font-serif"
                  >
                    {item.text}
                  </p>
                  <p className="flex flex-wrap items-baseline gap-x-4 text-sm">
                    <StandingWord standing={item.standing} adopted={list.adoptedAt !== null} />
                    {item.objections > 0 && (
                      <span className="text-alarm">
                        {t('plenary.objectionCount', { count: item.objections })}
                      </span>
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
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
