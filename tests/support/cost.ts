/** The CPU time of a piece of work, in milliseconds: other programs on the machine add little to it. */
export async function costOf(run: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await run()
  return process.cpuUsage(before).user / 1_000
}

/**
 * The least cost of up to five tries, in milliseconds: whatever else the machine does only adds to a cost. Ends with the first
 * try below `limit`. `run` must do the same each time.
 */
export async function leastCostOf(run: () => unknown, limit: number): Promise<number> {
  let least = Infinity
  for (let attempt = 0; attempt < 5 && least >= limit; attempt++)
    least = Math.min(least, await costOf(run))
  return least
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
