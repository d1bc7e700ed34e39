/**
 * A gap in a report, as data: the missing fact, the person who must give it, and its place. It prints in square
 * brackets like words that are not agreed, but differs from them.
 */
export type Placeholder = {
  /** The same for the same gap at each reading: "item:2:meetings". */
  key: string
  /** Whether a part of the fact is known. */
  state: 'partly' | 'unknown'
  /** As it prints: "[...]", "[2nd...]", "[94]". */
  printed: string
  /** A key under `report.open` of the messages for the missing fact, with its values. */
  missing: string
  values: Record<string, string | number>
  owner: PlaceholderOwner
  form: PlaceholderForm
}

export const placeholderOwners = ['secretariat', 'rapporteur'] as const
type PlaceholderOwner = (typeof placeholderOwners)[number]

/** The forms at which gaps are closed; the page of the report links to each. */
export const placeholderForms = [
  'agenda',
  'meetings',
  'decisions',
  'bureau',
  'statements',
  'attendance',
  'documents',
  'group',
  'workplan',
  /** The wording of the paragraph itself: a person wrote it. */
  'writing',
] as const
export type PlaceholderForm = (typeof placeholderForms)[number]

/** A missing fact, before its printed form. */
export type Gap = Omit<Placeholder, 'state' | 'printed'>

export const gap = (
  form: PlaceholderForm,
  key: string,
  missing: string,
  values: Record<string, string | number> = {},
  owner: PlaceholderOwner = 'secretariat',
): Gap => ({ key, missing, values, owner, form })

/** Nothing is known: "[...]". */
export const unknown = (of: Gap) => [{ text: '[...]', open: { ...of, ...unknownState } }]
const unknownState = { state: 'unknown', printed: '[...]' } as const

/** A part is known: `inside` prints within brackets. */
export function partly(of: Gap, inside: string) {
  const printed = `[${inside}]`
  return [{ text: printed, open: { ...of, state: 'partly' as const, printed } }]
}
