import { safe } from '@/lib/export/tables/safe'

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words as they may stand in an element or a quoted attribute: nothing in them is markup. */
export const escape = (text: string): string =>
  safe(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] as string)

/** An element with these words or this markup inside; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  inner: string,
): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
  return `<${name}${written.join('')}>${inner}</${name}>`
}

/** The attributes of words in a language other than what stands around them. */
export const inLanguage = (
  language: string | undefined,
): { lang: string | undefined; dir: string | undefined } => ({
  lang: language,
  dir: language && (language === 'ar' ? 'rtl' : 'ltr'),
})
