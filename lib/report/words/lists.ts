import { ordinalFigure, ordinalWord } from '@/lib/clock'
import { tidy, type Words, words } from './pieces'

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

/** The same for words that may hold placeholders. */
export const listedWords = (entries: readonly Words[]): Words =>
  tidy(
    entries.flatMap((entry, index) => {
      if (index === 0) return entry
      return [...words(index === entries.length - 1 ? ' and ' : ', '), ...entry]
    }),
  )

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** Numbers under ten in words, others in figures. */
export const inWords = (n: number): string => SMALL[n] ?? String(n)

/** "an observer State", "a State": the article by the first sound, as far as letters tell it. */
export const withArticle = (noun: string): string =>
  `${/^(?:[aeio]|u(?!n[aeiou]|s|ni))/i.test(noun) ? 'an' : 'a'} ${noun}`

/** "1st", "1st and 2nd", "1st to 3rd and 5th": three or more in a row become a range. */
export const meetingNumbers = (numbers: readonly number[]): string =>
  listed(
    runs(numbers).flatMap((run) =>
      run.length > 2
        ? [`${ordinalFigure(run[0]!)} to ${ordinalFigure(run.at(-1)!)}`]
        : run.map(ordinalFigure),
    ),
  )

/** The numbers, ascending and once each, in rows without a gap. */
function runs(numbers: readonly number[]): number[][] {
  const out: number[][] = []
  for (const n of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    if (out.at(-1)?.at(-1) === n - 1) out.at(-1)!.push(n)
    else out.push([n])
  }
  return out
}

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const TENTHS = TENS.map((ten) => ten.replace(/y$/, 'ieth'))

/** "sixth", "twenty-sixth", "thirtieth": sessions are counted in words, beyond 99 in figures. */
export function sessionOrdinal(n: number): string {
  if (n <= 20 || n > 99) return ordinalWord(n)
  const rest = n % 10
  return rest === 0 ? TENTHS[n / 10]! : `${TENS[Math.floor(n / 10)]}-${ordinalWord(rest)}`
}
