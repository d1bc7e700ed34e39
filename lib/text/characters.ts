/** The reason why a text is refused because of one of its characters; a key of the messages `problems.text`. */
export type ForbiddenCharacter =
  | 'control'
  | 'loneSurrogate'
  | 'bidi'
  | 'reserved'
  | 'invisible'
  | 'stacked'
  | 'longWord'

const CONTROL =
  /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/

// Embeddings and overrides make a text read otherwise than it is. Isolates only keep a quotation apart, so
// Arabic needs them; each must end in its own paragraph.
const OVERRIDE = /[\u202A-\u202E]/
const ISOLATE = /[\u2066-\u2069]/
const POP_ISOLATE = '\u2069'

// lib/text/signs.ts uses some of the private characters; fonts disagree about the others.
const RESERVED = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u

// Tags, annotation anchors, deprecated and musical format characters, and one variation selector after another:
// they can carry a message that nobody sees.
const INVISIBLE =
  /[\u206A-\u206F\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}]|[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{2}/u

/** Marks and invisible characters that may follow one another; no script needs more. */
const LONGEST_STACK = 10
const STACK = new RegExp(`[\\p{M}\\p{Default_Ignorable_Code_Point}]{${LONGEST_STACK + 1}}`, 'u')

/** Letters that may follow one another in scripts that separate words. */
const LONGEST_WORD = 500
const LETTERS = /[\p{L}\p{M}\p{N}]+/gu
const SCRIPTS_WITHOUT_SPACES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Javanese}\p{sc=Balinese}]+/u

/**
 * Returns the first reason why a text is refused, or null. Every text, name and title that a person
 * enters follows this rule. Left-to-right and right-to-left marks, joiners and isolates that end in
 * their paragraph are allowed: Arabic and Persian need them. Takes time linear in the text's length.
 */
export function findForbiddenCharacter(text: string): ForbiddenCharacter | null {
  if (!text.isWellFormed()) return 'loneSurrogate'
  if (CONTROL.test(text.replaceAll('\r\n', '\n'))) return 'control'
  if (OVERRIDE.test(text) || !hasBalancedIsolates(text)) return 'bidi'
  if (RESERVED.test(text)) return 'reserved'
  if (INVISIBLE.test(text)) return 'invisible'
  const stack = STACK.exec(text)?.[0]
  if (stack !== undefined) return /\p{M}/u.test(stack) ? 'stacked' : 'invisible'
  return hasLongWord(text) ? 'longWord' : null
}

const REMOVABLE = new RegExp(
  [CONTROL, OVERRIDE, RESERVED, INVISIBLE].map(({ source }) => source).join('|'),
  'gu',
)

/**
 * A pasted text without the characters for which it would be refused, but for long words, stacked marks and
 * isolates; line and paragraph separators become line feeds.
 */
export const withoutForbidden = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(REMOVABLE, '')

/** Whether every isolate ends in the line in which it begins. */
export function hasBalancedIsolates(text: string): boolean {
  if (!ISOLATE.test(text)) return true
  return text.split('\n').every((line) => {
    let open = 0
    for (const character of line) {
      if (!ISOLATE.test(character)) continue
      open += character === POP_ISOLATE ? -1 : 1
      if (open < 0) return false
    }
    return open === 0
  })
}

const hasLongWord = (text: string): boolean =>
  (text.match(LETTERS) ?? []).some(
    (run) =>
      run.length > LONGEST_WORD &&
      run.split(SCRIPTS_WITHOUT_SPACES).some((part) => part.length > LONGEST_WORD),
  )

// Characters that belong to a category that is printed and still show nothing: the blank pattern of braille and
// the null notehead. Marks without a letter are not counted either.
const VISIBLE = /(?![\u2800\u{1D159}\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}\p{P}\p{S}]/u

/** Whether the text shows nothing: it is empty or has only spaces and invisible characters. */
export const isBlank = (text: string): boolean => !VISIBLE.test(text)
