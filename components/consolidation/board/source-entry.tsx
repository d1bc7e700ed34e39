import type { ReactNode } from 'react'
import { ChineseLetters } from '@/components/text/chinese-letters'
import { Letters } from '@/components/letters'
import { stateWord } from '@/components/ui/state-word'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import { type DeskSource, placeOnList } from '@/lib/consolidation/views'
import { html, type Markup } from '@/lib/html/safe-html'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'

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
  return (
    <article className={lead ? 'grid grid-cols-[auto_minmax(0,1fr)] gap-x-3' : ''}>
      {lead && <div className="pt-0.5">{lead}</div>}
      <div className="min-w-0">
        {source.language === 'zh' && <ChineseLetters />}
        {text ? (
          <>
            <Letters>{place(source)}</Letters>
            <div lang={source.language} dir={directionOf(source.language)} className="item-text">
              {text}
            </div>
            <Letters>{facts(source)}</Letters>
          </>
        ) : (
          <Letters>{sourceLetters(source)}</Letters>
        )}
        {children}
      </div>
    </article>
  )
}

/** The same as letters, for a page that shows many. */
export const sourceLetters = (source: DeskSource): Markup =>
  html`${place(source)}${itemText(source)}${facts(source)}`

/** The text of an item, preliminary or consolidated. */
export const itemText = ({ language, text }: { language: string; text: string }): Markup =>
  html`<p lang="${language}" dir="${directionOf(language)}" class="item-text">${text}</p>`

function place(source: DeskSource): Markup {
  const session = translations('consolidation')('sessionOf', {
    session: ordinalWord(source.sessionOrdinal),
  })
  return html`<p class="text-sm text-quiet first-letter:uppercase">${session} · ${placeOnList(source)}</p>`
}

function facts({ attribution, withdrawn, outcome, disagreements, ...source }: DeskSource): Markup {
  const t = translations('consolidation')
  const { reason, decidedBy, decidedAt } = source
  return html`<p class="item-facts">${
    attribution.length > 0 && html`<span>${attribution.join(', ')}</span>`
  }${withdrawn && stateWord('ended', t('withdrawnByAuthors'))}${stateWord(
    outcome ? 'done' : 'none',
    t(`outcomes.${outcome ?? 'none'}`),
  )}${
    disagreements > 0 &&
    html`<strong class="text-alarm">${t('disagreements.count', { count: disagreements })}</strong>`
  }${
    decidedAt &&
    html`<span class="text-quiet">${[reason, decidedBy, printSeatTime(decidedAt)].filter(Boolean).join(' · ')}</span>`
  }</p>`
}
