import type { Language } from '@/lib/export/paper'

/** The fixed words of a paper's form in its language; everything else on it is given. */
type Phrases = {
  unitedNations: string
  original: string
  distribution: string
  distributions: { General: string; Limited: string; Restricted: string }
  agendaItem: string
}

const PHRASES: Record<Language, Phrases> = {
  en: {
    unitedNations: 'United Nations',
    original: 'Original:',
    distribution: 'Distr.:',
    distributions: { General: 'General', Limited: 'Limited', Restricted: 'Restricted' },
    agendaItem: 'Agenda item',
  },
  fr: {
    unitedNations: 'Nations Unies',
    original: 'Original :',
    distribution: 'Distr.',
    distributions: { General: 'générale', Limited: 'limitée', Restricted: 'restreinte' },
    agendaItem: 'Point de l’ordre du jour',
  },
  es: {
    unitedNations: 'Naciones Unidas',
    original: 'Original:',
    distribution: 'Distr.',
    distributions: { General: 'general', Limited: 'limitada', Restricted: 'reservada' },
    agendaItem: 'Tema del programa',
  },
  ru: {
    unitedNations: 'Организация Объединенных Наций',
    original: 'Язык оригинала:',
    distribution: 'Distr.:',
    distributions: { General: 'General', Limited: 'Limited', Restricted: 'Restricted' },
    agendaItem: 'Пункт повестки дня',
  },
  zh: {
    unitedNations: '联合国',
    original: '原文：',
    distribution: 'Distr.:',
    distributions: { General: 'General', Limited: 'Limited', Restricted: 'Restricted' },
    agendaItem: '议程项目',
  },
  ar: {
    unitedNations: 'الأمم المتحدة',
    original: 'الأصل:',
    distribution: 'Distr.:',
    distributions: { General: 'General', Limited: 'Limited', Restricted: 'Restricted' },
    agendaItem: 'البند من جدول الأعمال',
  },
}

export const phrases = (language: Language): Phrases => PHRASES[language]

export const rightToLeft = (language: Language): boolean => language === 'ar'

const LOCALES: Record<Language, string> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ru: 'ru-RU',
  zh: 'zh-CN',
  ar: 'ar-SA',
}

/** The tag that marks a language in a file: "en-GB". */
export const locale = (language: Language): string => LOCALES[language]

/** "(X, Y and Z)" in the paper's language, or nothing when there is no one to name. */
export function attributed(names: readonly string[] | undefined, language: Language): string {
  if (!names?.length) return ''
  return `(${new Intl.ListFormat(locale(language), { type: 'conjunction' }).format(names)})`
}
