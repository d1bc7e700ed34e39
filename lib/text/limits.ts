import { findForbiddenCharacter, isBlank } from './characters'
import { sizeOf } from './words'

export const MAX_LETTERS = 100_000
const MAX_PARAGRAPHS = 1_000
const MAX_WORDS = 10_000

/** Words, signs, and spaces other than the plain one; a drafted text has some 12 signs for 100 words. */
export const MAX_SEGMENTS = 20_000

/** Why a text is refused: a key of `refusals.text` with its values. */
type TextFault = { key: string; values: Record<string, string | number> }

/**
 * Returns why a text cannot be kept, or null: its size first, so that nothing slow reads a text that is
 * too long, then its characters, then whether it shows anything (unless `allowEmpty`), then its words.
 */
export function faultOfText(
  text: string,
  locale: string,
  { allowEmpty = false }: { allowEmpty?: boolean } = {},
): TextFault | null {
  const fault = (key: string, values: TextFault['values'] = {}) => ({ key, values })
  if (text.length > MAX_LETTERS)
    return fault('tooManyLetters', { letters: text.length, limit: MAX_LETTERS })
  const paragraphs = text.split('\n').length
  if (paragraphs > MAX_PARAGRAPHS)
    return fault('tooManyParagraphs', { paragraphs, limit: MAX_PARAGRAPHS })
  const forbidden = findForbiddenCharacter(text)
  if (forbidden) return fault(forbidden)
  if (!allowEmpty && isBlank(text.replace(/[[\]]/g, ''))) return fault('empty')
  const { words, segments } = sizeOf(text, locale)
  if (words > MAX_WORDS) return fault('tooManyWords', { words, limit: MAX_WORDS })
  if (segments > MAX_SEGMENTS) return fault('tooManySigns', { segments, limit: MAX_SEGMENTS })
  return null
}
