import type { ShownRow } from '@/lib/desk/queries'
import { InboxGroupRows } from './inbox'

/** The rows of the reader's desk that need a decision in the session of this page; nothing if none do. */
export const WaitingHere = ({ rows }: { rows: readonly ShownRow[] }) => (
  <InboxGroupRows group="decide" rows={rows.map((row) => ({ ...row, session: null }))} />
)
