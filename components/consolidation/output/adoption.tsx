import type { ReactNode } from 'react'
import { ordinalWord } from '@/lib/clock'
import { type DeskSource, placeOnList } from '@/lib/consolidation/views'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { firstWords } from '@/lib/text/first-words'
import { directionOf } from '@/lib/text/locales'

/**
 * The link to the check before the list is adopted, or its open conditions: the items without an outcome, each with a
 * link to the page that settles it.
 */
export function Adoption({
  slug,
  open,
  count,
  address,
  children,
}: {
  slug: string
  /** The first of them; `count` says how many there are. */
  open: readonly DeskSource[]
  count: number
  /** The page that settles one item, and, without one, all open items. */
  address: (source?: DeskSource) => string
  /** Other hindrances. */
  children: ReactNode
}) {
  const t = translations('consolidation')
  return (
    <section className="sheet no-print mt-8 p-5">
      <h3 className="font-semibold">{t('adoption')}</h3>
      <p className="mb-4 mt-1 max-w-prose text-sm text-quiet">
        {count > 0 ? t('adoptionWaits', { open: count }) : t('adoptionReady')}
      </p>
      {children}
      {count > 0 ? (
        <>
          <ol className="mb-3 grid gap-1.5 text-sm">
            {open.map((source) => (
              <li key={source.id}>
                <a href={address(source)}>
                  <span className="inline-block first-letter:uppercase">
                    {t('sessionOf', { session: ordinalWord(source.sessionOrdinal) })}
                  </span>
                  , {placeOnList(source)}
                </a>{' '}
                <span
                  lang={source.language}
                  dir={directionOf(source.language)}
                  className="text-quiet"
                >
                  {firstWords(source.text, 90)}
                </span>
              </li>
            ))}
          </ol>
          <a href={address()}>{t('showOpen')}</a>
        </>
      ) : (
        <a className="button button-main" href={paths.checkAdoption(slug)}>
          {t('checkAdoption')}
        </a>
      )}
    </section>
  )
}
