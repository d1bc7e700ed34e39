/** Why a character may not stand in a text that will be printed. */
export type ForbiddenCharacter = 'control' | 'loneSurrogate' | 'bidi' | 'reserved'

// Controls but tab and line feed; half of a surrogate pair; marks that turn the direction of what
// follows, so that a text would read otherwise than it is; the private characters that stand for
// marks when a document becomes a string (see document.ts), and all others of that kind.
const CONTROL =
  /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/
const BIDI = /[\u202A-\u202E\u2066-\u2069]/
const RESERVED = /[\uE000-\uF8FF]/

/**
 * The first reason why a text is refused, or null. Left-to-right and right-to-left *marks* and
 * joiners are fine: Arabic and Persian need them.
 */
export function findForbiddenCharacter(text: string): ForbiddenCharacter | null {
  if (!text.isWellFormed()) return 'loneSurrogate'
  if (CONTROL.test(text.replaceAll('\r\n', '\n'))) return 'control'
  if (BIDI.test(text)) return 'bidi'
  return RESERVED.test(text) ? 'reserved' : null
}

const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u

/** Whether nothing in the text can be seen: empty, spaces, zero-width characters. */
export const isBlank = (text: string): boolean => !VISIBLE.test(text)
