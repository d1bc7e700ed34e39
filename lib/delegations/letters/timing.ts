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

/** What a letter tells of. `always`: a deadline, a receipt, a decision on one's own text; sent at once to everybody. */
export type LetterMatter = LetterKind | 'always'

/** When a letter is sent to whoever has not chosen: what is followed comes once a day, all else at once. */
export const defaultTiming = (kind: LetterKind): LetterTiming =>
  kind === 'followed' ? 'daily' : 'atOnce'

/** When a letter of this matter is sent, by what the person chose. */
export const timingOf = (
  matter: LetterMatter,
  choices: Partial<Record<LetterKind, LetterTiming>>,
): LetterTiming => (matter === 'always' ? 'atOnce' : (choices[matter] ?? defaultTiming(matter)))
