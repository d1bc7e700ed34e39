import type { Summary } from './summary'
import type { OutlineEntry } from './views'

type Summarized = OutlineEntry & { summary: Summary }

/** A target with its comments, or several items of a list in a row without any. */
export type OverviewRow = { entries: Summarized[]; isUncommented: boolean }

/** So many items without a comment, one after the other, stand as one row. */
const SEVERAL = 3
const PAGE = 50

/**
 * The rows of a page of the overview, in the order of print: every item, and other targets with comments. A row of
 * items without a comment is one row, so that they hide no commented item. Pure.
 */
export function overviewRows(
  entries: readonly Summarized[],
  page: number,
): { rows: OverviewRow[]; page: number; pages: number } {
  const runs: OverviewRow[] = []
  for (const entry of entries) {
    const isUncommented = entry.summary.total === 0
    if (isUncommented && entry.target.kind !== 'item') continue
    const last = runs.at(-1)
    if (isUncommented && last?.isUncommented && last.entries[0]!.listId === entry.listId)
      last.entries.push(entry)
    else runs.push({ entries: [entry], isUncommented })
  }
  const rows = runs.flatMap((run) =>
    run.isUncommented && run.entries.length < SEVERAL
      ? run.entries.map((entry) => ({ entries: [entry], isUncommented: false }))
      : [run],
  )
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  return { rows: rows.slice((shown - 1) * PAGE, shown * PAGE), page: shown, pages }
}
