/** The matters of letters, each with the person's timing. */
export const letterKinds = [
  'comments',
  'suggestedChanges',
  'answers',
  'revisions',
  'withdrawals',
  'lists',
  'followed',
] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterTimings = ['atOnce', 'daily', 'none'] as const
export type LetterTiming = (typeof letterTimings)[number]

/** The matter of a letter. `always`: a deadline, a receipt, a decision on the recipient's own text; sent at once to everybody. */
export type LetterMatter = LetterKind | 'always'

/** The default time of a letter: news of follows come once a day, all else at once. */
const defaultTiming = (kind: LetterKind): LetterTiming => (kind === 'followed' ? 'daily' : 'atOnce')

/** The time of a letter of this matter, by the person's choice. */
export const timingOf = (
  matter: LetterMatter,
  choices: Partial<Record<LetterKind, LetterTiming>>,
): LetterTiming => (matter === 'always' ? 'atOnce' : (choices[matter] ?? defaultTiming(matter)))
