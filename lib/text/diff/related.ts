const MANY = 40
const VERY_MANY = 2_000

/**
 * Whether long texts share so few runs of words that a comparison would be slow and confusing. Single words do not
 * tell: any two texts of one language share "the" and "of". Very long texts must share half of their long runs, because
 * comparing the rest takes quadratic time.
 */
export function areUnrelated(before: readonly string[], after: readonly string[]): boolean {
  const shorter = Math.min(before.length, after.length)
  if (shorter < MANY) return false
  return shorter < VERY_MANY
    ? sharedRuns(before, after, 2) < 0.15 * shorter
    : sharedRuns(before, after, 12) < 0.5 * shorter
}

/** The number of runs of `length` words that both texts have. */
function sharedRuns(before: readonly string[], after: readonly string[], length: number): number {
  const numbers = new Map<string, number>()
  const counts = new Map<number, number>()
  for (const run of runsOf(before, length, numbers)) counts.set(run, (counts.get(run) ?? 0) + 1)
  let shared = 0
  for (const run of runsOf(after, length, numbers)) {
    const count = counts.get(run) ?? 0
    if (count === 0) continue
    shared += 1
    counts.set(run, count - 1)
  }
  return shared
}

const FACTOR = 0x01_00_01_93

/** A rolling hash for each run of `length` words. */
function runsOf(words: readonly string[], length: number, numbers: Map<string, number>): number[] {
  let leaving = 1
  for (let i = 0; i < length; i += 1) leaving = Math.imul(leaving, FACTOR)
  const wordNumbers = words.map((word) => {
    let number = numbers.get(word)
    if (number === undefined) numbers.set(word, (number = numbers.size + 1))
    return number
  })
  let run = 0
  return wordNumbers.map((number, at) => {
    run = Math.imul(run, FACTOR) + number
    run = (run - Math.imul(wordNumbers[at - length] ?? 0, leaving)) | 0
    return run
  })
}
