import type { ShownRow } from '@/lib/desk/queries'
import { translations } from '@/lib/messages'
import { InboxRow } from './inbox-row'

/** The rows of the reader's desk that need a decision in the session of this page; nothing if none do. */
export function WaitingHere({ rows }: { rows: readonly ShownRow[] }) {
  const t = translations('inbox')
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="waiting-here">
      <h2
        id="waiting-here"
        className="flex items-baseline gap-2 border-b border-line-strong pb-1 font-semibold"
      >
        {t('groups.decide')}
        <span className="text-sm font-normal text-quiet tabular-nums">{rows.length}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <InboxRow key={row.subject} row={{ ...row, session: null }} />
        ))}
      </ul>
    </section>
  )
}
