import type { ReactNode } from 'react'
import { ChineseFont } from '@/components/text/chinese-font'
import { StateWord } from '@/components/ui/state-word'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import { type DeskSource, placeOnList } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'
import { directionOf } from '@/lib/text/locales'

/** A preliminary item: where it stands, its text, whose it is, and what became of it so far. */
export const SourceEntry = ({
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
}) => (
  <article className={lead ? 'grid grid-cols-[auto_minmax(0,1fr)] gap-x-3' : ''}>
    {lead && <div className="pt-0.5">{lead}</div>}
    <div className="min-w-0">
      {source.language === 'zh' && <ChineseFont />}
      <SourceBody source={source} text={text} />
      {children}
    </div>
  </article>
)

/** All that is read of a preliminary item. */
export const SourceBody = ({ source, text }: { source: DeskSource; text?: ReactNode }) => (
  <>
    <Place source={source} />
    {text ? (
      <div lang={source.language} dir={directionOf(source.language)} className="item-text">
        {text}
      </div>
    ) : (
      <ItemText item={source} />
    )}
    <Facts source={source} />
  </>
)

/** The text of an item, preliminary or consolidated. */
export const ItemText = ({ item }: { item: { language: string; text: string } }) => (
  <p lang={item.language} dir={directionOf(item.language)} className="item-text">
    {item.text}
  </p>
)

function Place({ source }: { source: DeskSource }) {
  const session = translations('consolidation')('sessionOf', {
    session: ordinalWord(source.sessionOrdinal),
  })
  return (
    <p className="text-sm text-quiet first-letter:uppercase">
      {`${session} · ${placeOnList(source)}`}
    </p>
  )
}

function Facts({ source }: { source: DeskSource }) {
  const t = translations('consolidation')
  const {
    attribution,
    takenOverBy,
    withdrawn,
    outcome,
    disagreements,
    reason,
    decidedBy,
    decidedAt,
  } = source
  return (
    <p className="item-facts">
      {attribution.length > 0 && <span>{attribution.join(', ')}</span>}
      {takenOverBy.length > 0 && <span>{t('takenOverBy', { names: takenOverBy.join(', ') })}</span>}
      {withdrawn && <StateWord shape="ended">{t('withdrawnByAuthors')}</StateWord>}
      <StateWord shape={outcome ? 'done' : 'none'}>{t(`outcomes.${outcome ?? 'none'}`)}</StateWord>
      {disagreements > 0 && (
        <strong className="text-alarm">{t('disagreements.count', { count: disagreements })}</strong>
      )}
      {decidedAt && (
        <span className="text-quiet">
          {[reason, decidedBy, printSeatTime(decidedAt)].filter(Boolean).join(' · ')}
        </span>
      )}
    </p>
  )
}
