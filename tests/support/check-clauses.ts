/** The definition of a check without one of the clauses that AND joins, at whatever depth, for each of these. */
export function withoutOneClause(check: string): { clause: string; rest: string }[] {
  const unquoted = check.replace(/'[^']*'/g, ({ length }) => '_'.repeat(length))
  const found: { clause: string; rest: string }[] = []
  const levels: { starts: number[]; ends: number[] }[] = []
  for (const { 0: sign, index } of unquoted.matchAll(/[()]| AND /g)) {
    if (sign === '(') levels.push({ starts: [index + 1], ends: [] })
    levels.at(-1)!.ends.push(...(sign === '(' ? [] : [index]))
    if (sign === ' AND ') levels.at(-1)!.starts.push(index + sign.length)
    if (sign !== ')') continue
    const { starts, ends } = levels.pop()!
    if (starts.length > 1)
      starts.forEach((start, at) => {
        const [from, to] = at === 0 ? [start, starts[1]!] : [ends[at - 1]!, ends[at]!]
        found.push({
          clause: check.slice(start, ends[at]),
          rest: check.slice(0, from) + check.slice(to),
        })
      })
  }
  return found
}
