import type { ReactNode } from 'react'
import { ChineseFont } from '@/components/text/chinese-font'
import { ItemBody } from '@/components/consolidation/facts/facts'
import { shownSource } from '@/components/consolidation/facts/shown-items'
import type { DeskSource } from '@/lib/consolidation/views'

/** A preliminary item: its place, its text, its authors, and its outcome so far. */
export const SourceEntry = ({
  source,
  lead,
  children,
  text,
}: {
  source: DeskSource
  /** The content before it: a box to tick, for example. */
  lead?: ReactNode
  children?: ReactNode
  /** Shown in place of the plain text: the text marked against another, for example. */
  text?: ReactNode
}) => (
  <article className={lead ? 'grid grid-cols-[auto_minmax(0,1fr)] gap-x-3' : ''}>
    {lead && <div className="pt-0.5">{lead}</div>}
    <div className="min-w-0">
      {source.language === 'zh' && <ChineseFont />}
      <ItemBody item={shownSource(source)} text={text} />
      {children}
    </div>
  </article>
)
