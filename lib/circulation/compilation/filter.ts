import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { type CommentTarget, commentTargets } from '@/lib/circulation/comments/kinds'

export const answerStates = ['answered', 'unanswered', 'maintained'] as const
type AnswerState = (typeof answerStates)[number]

/** The filter of a compilation in its address; an empty value is any. */
export type CompilationFilter = {
  /** An issued list, an item of it, a delegation: ids. */
  list: string
  item: string
  entity: string
  target: CommentTarget | ''
  category: (typeof commentCategories)[number] | ''
  position: (typeof commentPositions)[number] | ''
  answer: AnswerState | ''
  /** "late" or "inTime". */
  received: 'late' | 'inTime' | ''
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const id = (value = ''): string => (UUID.test(value) ? value.toLowerCase() : '')
const oneOf = <T extends string>(values: readonly T[], value = ''): T | '' =>
  values.find((option) => option === value) ?? ''

/** The filter of an address; an unknown value counts as none. */
export const readFilter = (search: Readonly<Record<string, string>>): CompilationFilter => ({
  list: id(search.list),
  item: id(search.item),
  entity: id(search.entity),
  target: oneOf(commentTargets, search.target),
  category: oneOf(commentCategories, search.category),
  position: oneOf(commentPositions, search.position),
  answer: oneOf(answerStates, search.answer),
  received: oneOf(['late', 'inTime'] as const, search.received),
})

export const isNarrowed = (filter: CompilationFilter): boolean =>
  Object.values(filter).some((value) => value !== '')

/** The query of an address with this filter, some of its values changed; '' without a value. */
export function filterQuery(
  filter: CompilationFilter,
  changes: Readonly<Record<string, string>> = {},
): string {
  const values = Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== '')
  return values.length === 0 ? '' : `?${new URLSearchParams(values)}`
}
