import { z } from 'zod'
import { type ForbiddenCharacter, findForbiddenCharacter, isBlank } from './characters'

/** The sentence of `invalid` for each reason. */
const SENTENCES: Record<ForbiddenCharacter, string> = {
  control: 'forbiddenCharacter',
  loneSurrogate: 'forbiddenCharacter',
  bidi: 'forbiddenCharacter',
  reserved: 'forbiddenCharacter',
  invisible: 'forbiddenCharacter',
  stacked: 'stackedMarks',
  longWord: 'longWord',
}

/** The key in `invalid` of why a plain text is refused, or null. */
export function faultOf(text: string): string | null {
  const forbidden = findForbiddenCharacter(text)
  return forbidden && SENTENCES[forbidden]
}

/** The same as a refinement for zod. */
export const printable = (text: string, context: z.core.$RefinementCtx<string>): void => {
  const fault = faultOf(text)
  if (fault) context.addIssue({ code: 'custom', message: fault })
}

/** One line or a few of plain text that a person types: trimmed, limited, without forbidden characters. */
export const plainLine = (limit: number) =>
  z.string().trim().max(limit, 'tooLong').superRefine(printable)

/** The same for a required field; spaces and invisible characters count as empty. */
export const requiredLine = (limit: number) =>
  plainLine(limit).refine((text) => !isBlank(text), 'required')

const inOneLine = z.string().transform((text) => text.replace(/\s+/g, ' ').normalize('NFC'))

/**
 * The name of a person, an organisation, a place or a session, or a title: one line, in Unicode's
 * composed form, so that equal names are equal strings. Line breaks and repeated spaces become one space.
 */
export const optionalName = (limit: number) => inOneLine.pipe(plainLine(limit))

/** The same for a required name. */
export const requiredName = (limit: number) => inOneLine.pipe(requiredLine(limit))

/** Whether two titles are the same but for capital letters: side by side they could not be told apart. */
export const isSameTitle = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()
