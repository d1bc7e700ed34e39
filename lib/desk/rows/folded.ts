/** So many rows of one kind in one session stand one by one; of more, the first few do. */
const MOST = 5
const SHOWN = 3

type Foldable = {
  kind: string
  session: { slug: string } | null
  values: Record<string, string | number>
}

/** Rows of one name say the same of different things: a comment is no draft proposal, and what a colleague asks for stands apart. */
const nameOf = ({ kind, session, values }: Foldable): string =>
  [kind, values.kind ?? '', values.asked ?? '', session?.slug ?? ''].join(' ')

/**
 * The rows in their order, where many of one kind in one session fold behind its first ones: sixty drafts hide no
 * question to answer. `more` are the rows to fold behind a row, `fold` names them. Pure.
 */
export function foldRows<Row extends Foldable>(
  rows: readonly Row[],
): { row: Row; more: Row[]; fold: string }[] {
  const sameKind = new Map<string, Row[]>()
  for (const row of rows) sameKind.set(nameOf(row), [...(sameKind.get(nameOf(row)) ?? []), row])
  return rows.flatMap((row) => {
    const all = sameKind.get(nameOf(row))!
    const shown = all.length > MOST ? SHOWN : all.length
    const at = all.indexOf(row)
    if (at >= shown) return []
    return [{ row, more: at === shown - 1 ? all.slice(shown) : [], fold: nameOf(row) }]
  })
}
