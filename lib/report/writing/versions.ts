import { type Locale, locales } from '@/lib/text/locales'
import type { TextDocument } from '@/lib/text/document/document'

/** The language in which reports are printed. */
export const REPORT_LANGUAGE: Locale = 'en'

/** The latest wording of a free paragraph in one language; `isCurrent`: it translates the latest wording of the original. */
export type Version = { language: Locale; text: TextDocument; isCurrent: boolean }

/** A free paragraph as it prints: in which language, which is the original, and its other versions. */
export type ChosenVersion = {
  text: TextDocument
  language: Locale
  original: Locale
  others: Version[]
}

/** The language in which a paragraph of the report prints. */
export const languageOf = ({ versions }: { versions?: { language: Locale } }): Locale =>
  versions?.language ?? REPORT_LANGUAGE

/**
 * The version that prints: that of the report's language if there is one, else the original. The others follow, the
 * original first. A version of the report's language prints also if the original was reworded since; the page says so.
 */
export function chooseVersion(original: Locale, versions: readonly Version[]): ChosenVersion {
  const of = (target: Locale) => versions.find(({ language }) => language === target)
  const printed = of(REPORT_LANGUAGE) ?? of(original)
  if (!printed) throw new Error('A free paragraph without its original.')
  const others = versions
    .filter((version) => version !== printed)
    .toSorted((a, b) => rank(a, original) - rank(b, original))
  return { text: printed.text, language: printed.language, original, others }
}

const rank = ({ language }: Version, original: Locale): number =>
  language === original ? -1 : locales.indexOf(language)

/** A wording as it is stored, the latest first in its language. */
type WordingRow = {
  id: string
  language: Locale
  body: TextDocument
  translatesId: string | null
}

/** The latest wording in each language. */
export function versionsOf(original: Locale, wordings: readonly WordingRow[]): Version[] {
  const latest = latestByLanguage(wordings)
  const originalId = latest.get(original)?.id
  return [...latest.values()].map(({ language, body, translatesId }) => ({
    language,
    text: body,
    isCurrent: language === original || translatesId === originalId,
  }))
}

/** Of wordings, the latest first, the first of each language. */
export function latestByLanguage<Wording extends { language: string }>(
  wordings: readonly Wording[],
): Map<string, Wording> {
  const latest = new Map<string, Wording>()
  for (const wording of wordings)
    if (!latest.has(wording.language)) latest.set(wording.language, wording)
  return latest
}
