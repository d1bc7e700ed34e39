/** So many rows of one kind in one session stand one by one; of more, the first few do. */
const MOST = 5
const SHOWN = 3

type Foldable = { kind: string; session: { slug: string } | null }

/**
 * The rows in their order, where many of one kind in one session fold behind its first ones: sixty drafts hide no
 * question to answer. `more` are the rows to fold behind a row. Pure.
 */
export function foldRows<Row extends Foldable>(rows: readonly Row[]): { row: Row; more: Row[] }[] {
  const sameKind = new Map<string, Row[]>()
  const nameOf = ({ kind, session }: Row) => `${kind} ${session?.slug ?? ''}`
  for (const row of rows) sameKind.set(nameOf(row), [...(sameKind.get(nameOf(row)) ?? []), row])
  return rows.flatMap((row) => {
    const all = sameKind.get(nameOf(row))!
    const shown = all.length > MOST ? SHOWN : all.length
    const at = all.indexOf(row)
    if (at >= shown) return []
    return [{ row, more: at === shown - 1 ? all.slice(shown) : [] }]
  })
}
