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
