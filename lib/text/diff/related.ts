const MANY = 40
const VERY_MANY = 2_000

/**
 * Whether long texts share so few runs of words that a comparison would take long and only confuse.
 * Single words would not tell: any two texts of one language share "the" and "of". Of very long texts a
 * good half must be shared, in long runs, for what differs costs a time that grows with its square.
 */
export function areUnrelated(before: readonly string[], after: readonly string[]): boolean {
  const shorter = Math.min(before.length, after.length)
  if (shorter < MANY) return false
  return shorter < VERY_MANY
    ? sharedRuns(before, after, 2) < 0.15 * shorter
    : sharedRuns(before, after, 12) < 0.5 * shorter
}

/** How many runs of so many words the one has from the other. */
function sharedRuns(before: readonly string[], after: readonly string[], length: number): number {
  const numbers = new Map<string, number>()
  const known = new Map<number, number>()
  for (const run of runsOf(before, length, numbers)) known.set(run, (known.get(run) ?? 0) + 1)
  let shared = 0
  for (const run of runsOf(after, length, numbers)) {
    const left = known.get(run) ?? 0
    if (left === 0) continue
    shared += 1
    known.set(run, left - 1)
  }
  return shared
}

const FACTOR = 0x01_00_01_93

/** A number for each run of so many words, nearly always another one for other words. */
function runsOf(words: readonly string[], length: number, numbers: Map<string, number>): number[] {
  let leaving = 1
  for (let i = 0; i < length; i += 1) leaving = Math.imul(leaving, FACTOR)
  const all = words.map((word) => {
    let number = numbers.get(word)
    if (number === undefined) numbers.set(word, (number = numbers.size + 1))
    return number
  })
  let run = 0
  return all.map((number, at) => {
    run = Math.imul(run, FACTOR) + number
    run = (run - Math.imul(all[at - length] ?? 0, leaving)) | 0
    return run
  })
}
