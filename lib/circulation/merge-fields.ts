/** The merge fields of a covering letter for its addressee and its circulation, in braces: {name}. */
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

/** The names in braces that are no merge field, in the order of the letter, each once. */
export const unknownFields = (letter: string): string[] => [
  ...new Set(
    [...letter.matchAll(FIELD)].map(([, field]) => field!).filter((field) => !isKnown(field)),
  ),
]

/** The letter to one addressee. The values are not scanned for fields again. */
export const mergeLetter = (letter: string, values: Record<MergeField, string>): string =>
  letter.replace(FIELD, (whole, field: string) => (isKnown(field) ? values[field] : whole))
