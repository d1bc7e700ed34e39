import type { ReactNode } from 'react'
import { StateWord } from '@/components/state-word'
import { ChineseLetters } from '@/components/chinese-letters'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import { type DeskSource, placeOnList } from '@/lib/consolidation/desk-view'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/translations'

/** A preliminary item: where it stands, its text, whose it is, and what became of it so far. */
export function SourceEntry({
  source,
  lead,
  children,
  text,
}: {
  source: DeskSource
  /** What stands before it: a box to tick, for example. */
  lead?: ReactNode
  children?: ReactNode
  /** Shown in place of the plain text: the text marked against another, for example. */
  text?: ReactNode
}) {
  const t = translations('consolidation')
  const { attribution, outcome, withdrawn } = source
  return (
    <article className={lead ? 'grid grid-cols-[auto_minmax(0,1fr)] gap-x-3' : ''}>
      {lead && <div className="pt-0.5">{lead}</div>}
      <div className="min-w-0">
        <p className="text-sm text-quiet first-letter:uppercase">
          {t('sessionOf', { session: ordinalWord(source.sessionOrdinal) })} · {placeOnList(source)}
        </p>
        {source.language === 'zh' && <ChineseLetters />}
        <div
          lang={source.language}
          dir={directionOf(source.language)}
          className="mt-1 max-w-prose whitespace-pre-line font-serif"
        >
          {text ?? source.text}
        </div>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
          {attribution.length > 0 && <span>{attribution.join(', ')}</span>}
          {withdrawn && <StateWord shape="ended">{t('withdrawnByAuthors')}</StateWord>}
          <StateWord shape={outcome ? 'done' : 'none'}>
            {t(`outcomes.${outcome ?? 'none'}`)}
          </StateWord>
          {source.disagreements > 0 && (
            <strong className="text-alarm">
              {t('disagreements.count', { count: source.disagreements })}
            </strong>
          )}
          {source.decidedAt && (
            <span className="text-quiet">
              {[source.reason, source.decidedBy, printSeatTime(source.decidedAt)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </p>
        {children}
      </div>
    </article>
  )
}
