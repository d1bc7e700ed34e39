/** What a covering letter may name of its addressee and its circulation, in braces: {name}. */
export const mergeFields = [
  'name',
  'contact',
  'deadline',
  'deadlineUtc',
  'address',
  'lists',
] as const
export type MergeField = (typeof mergeFields)[number]

const FIELD = /\{([^{}]*)\}/g

const isKnown = (field: string): field is MergeField =>
  mergeFields.some((mergeField) => mergeField === field)

/** What stands in braces and is no merge field, in the order of the letter, each once. */
export const unknownFields = (letter: string): string[] => [
  ...new Set(
    [...letter.matchAll(FIELD)].map(([, field]) => field!).filter((field) => !isKnown(field)),
  ),
]

/** The letter to one addressee. What the values hold is not read for fields again. */
export const mergeLetter = (letter: string, values: Record<MergeField, string>): string =>
  letter.replace(FIELD, (whole, field: string) => (isKnown(field) ? values[field] : whole))
