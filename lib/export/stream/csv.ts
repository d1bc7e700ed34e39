import { type Column } from '@/lib/export/tables/rows'
import { rowsToCsv } from '@/lib/export/tables/csv'

const BYTE_ORDER_MARK = '\uFEFF'

/** The same as `rowsToCsv`, for rows that come in batches. */
export async function* streamCsv<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const head = rowsToCsv([], columns)
  yield head
  for await (const batch of batches)
    yield rowsToCsv(batch, columns).slice(BYTE_ORDER_MARK.length + withoutMark(head).length)
}

const withoutMark = (text: string): string => text.replace(BYTE_ORDER_MARK, '')
