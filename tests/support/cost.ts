/** The CPU time of a piece of work, in milliseconds: other programs on the machine add little to it. */
async function costOf(run: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await run()
  return process.cpuUsage(before).user / 1_000
}

/**
 * The present CPU time for 100,000 strings, made and sorted, as a multiple of the 30 ms on a quiet machine, at least 1.
 * A bound on costs is multiplied by it: a shared machine is at times five times as slow.
 */
export async function slowness(): Promise<number> {
  const sort = () =>
    void Array.from({ length: 100_000 }, (_, i) => `w${(i * 7_919) % 100_003}`).sort()
  const costs = [await costOf(sort), await costOf(sort), await costOf(sort)]
  return Math.max(1, costs.toSorted((a, b) => a - b)[1]! / 30)
}

/**
 * The least cost of up to five tries, in milliseconds of a quiet machine: each try is divided by the slowness before or
 * after it, the greater, since a shared machine changes its speed within seconds. Ends with the first try below `limit`.
 * `run` must do the same each time.
 */
export async function quietCostOf(run: () => unknown, limit: number): Promise<number> {
  let least = Infinity
  for (let attempt = 0; attempt < 5 && least >= limit; attempt++) {
    const before = await slowness()
    const cost = await costOf(run)
    least = Math.min(least, cost / Math.max(before, await slowness()))
  }
  return least
}
