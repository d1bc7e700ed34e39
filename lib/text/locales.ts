/** The six official languages: those in which a text is drafted. */
export const locales = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (value: string): value is Locale =>
  (locales as readonly string[]).includes(value)

/** A language out of a column that the database keeps to the six. Throws a defect on another. */
export function asLocale(stored: string): Locale {
  if (!isLocale(stored)) throw new Error(`Not one of the six languages: ${stored}`)
  return stored
}

/** The direction in which a language is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  locale.startsWith('ar') ? 'rtl' : 'ltr'

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const LEFT_TO_RIGHT = /(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/u

/**
 * The direction of some words in a text of this language: that of their letters, if all are of one direction. English words
 * in an Arabic text begin at the left, where an overlong line must not be cut.
 */
export function directionOfWords(words: string, locale: string): 'ltr' | 'rtl' {
  const [isRight, isLeft] = [RIGHT_TO_LEFT.test(words), LEFT_TO_RIGHT.test(words)]
  if (isRight === isLeft) return directionOf(locale)
  return isRight ? 'rtl' : 'ltr'
}
