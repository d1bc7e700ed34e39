import { diff as editsOf } from 'fast-myers-diff'

/** Units `fromA` to `untilA` of one text stand where units `fromB` to `untilB` of the other stand. */
export type Edit = [fromA: number, untilA: number, fromB: number, untilB: number]

const IS_WORD = /[\p{L}\p{N}]/u
const countWords = (words: readonly string[], from: number, until: number): number => {
  let count = 0
  for (let at = from; at < until; at += 1) if (IS_WORD.test(words[at]!)) count += 1
  return count
}

/**
 * The shortest way from one sequence of words to the other, such that the same change by two hands is
 * the same edit, and words that stand alone in what is otherwise all new count as new.
 * `more` adds further words to both, which are the same in both, and says whether there were any.
 * Texts that are not known to be related may turn out to share too little: then all is replaced.
 */
export function editsBetween(
  before: readonly string[],
  after: readonly string[],
  more: () => boolean,
  areRelated: boolean,
): Edit[] {
  if (!areRelated && areUnrelated(before, after)) return [[1, before.length, 1, after.length]]
  return withoutIslands(slid([...editsOf(before, after)], before, after, more), before)
}

/**
 * A pure insertion or deletion can often stand at several places ("a [b a] c", "[a b] a c"). It is
 * moved to the last of them.
 */
function slid(
  edits: Edit[],
  before: readonly string[],
  after: readonly string[],
  more: () => boolean,
): Edit[] {
  for (let i = edits.length - 1; i >= 0; i -= 1) {
    const edit = edits[i]!
    const isInsertion = edit[0] === edit[1]
    if (!isInsertion && edit[2] !== edit[3]) continue
    const [side, from, until] = isInsertion ? ([after, 2, 3] as const) : ([before, 0, 1] as const)
    const following = edits[i + 1]
    while (
      (following ? edit[until] < following[until - 1]! : edit[until] < side.length || more()) &&
      side[edit[from]] === side[edit[until]]
    )
      for (const place of [0, 1, 2, 3] as const) edit[place] += 1
  }
  return edits
}

/**
 * Edits that touch are one, and so are long ones with nothing but a word or two kept between them:
 * everything is replaced, though both texts happen to say "and".
 */
function withoutIslands(edits: readonly Edit[], before: readonly string[]): Edit[] {
  const whole: Edit[] = []
  for (const edit of edits) {
    let joined = edit
    for (
      let last = whole.at(-1);
      last && isIslandBetween(last, joined, before);
      last = whole.at(-1)
    ) {
      joined = [last[0], joined[1], last[2], joined[3]]
      whole.pop()
    }
    whole.push(joined)
  }
  return whole
}

const LONG = 4
const sizeOf = ([fromA, untilA, fromB, untilB]: Edit) => Math.max(untilA - fromA, untilB - fromB)

function isIslandBetween(one: Edit, other: Edit, before: readonly string[]): boolean {
  if (other[0] === one[1]) return true
  const size = Math.min(sizeOf(one), sizeOf(other))
  if (size < LONG || other[0] - one[1] > size) return false
  const replaces = one[0] + other[0] < one[1] + other[1] && one[2] + other[2] < one[3] + other[3]
  return replaces && LONG * Math.max(1, countWords(before, one[1], other[0])) <= size
}

const MANY = 40
const VERY_MANY = 2_000

/**
 * Whether long texts share so few pairs of neighbouring words that a comparison would take long and only
 * confuse. Single words would not tell: any two texts of one language share "the" and "of".
 */
function areUnrelated(before: readonly string[], after: readonly string[]): boolean {
  const shorter = Math.min(before.length, after.length)
  if (shorter < MANY) return false
  const numbers = new Map<string, number>()
  const pairsOf = (words: readonly string[]) => {
    let last = 0
    return words.map((word) => {
      let number = numbers.get(word)
      if (number === undefined) numbers.set(word, (number = numbers.size))
      const pair = last * 0x4_00_00 + number
      last = number
      return pair
    })
  }
  const known = new Map<number, number>()
  for (const pair of pairsOf(before)) known.set(pair, (known.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of pairsOf(after)) {
    const left = known.get(pair) ?? 0
    if (left === 0) continue
    shared += 1
    known.set(pair, left - 1)
  }
  return shared < (shorter < VERY_MANY ? 0.15 : 0.5) * shorter
}
