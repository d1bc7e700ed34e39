import type { Language } from '@/lib/export/paper'
import { rightToLeft } from '@/lib/export/phrases'

const RTL = '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC'
const FIRST_STRONG = new RegExp(`[${RTL}]|\\p{L}`, 'u')
const RTL_INSIDE = new RegExp(`[${RTL}](?:[^\\p{L}]*[${RTL}])*`, 'gu')
const LTR_INSIDE = new RegExp(`(?![${RTL}])\\p{L}(?:[^${RTL}]*(?![${RTL}])[\\p{L}\\p{N}])?`, 'gu')

/** Whether a text runs from right to left: by its language if that is known, else by its first letter. */
export function runsRightToLeft(text: string, language: Language | undefined): boolean {
  if (language) return rightToLeft(language)
  const first = FIRST_STRONG.exec(text)?.[0]
  return first !== undefined && new RegExp(`[${RTL}]`).test(first)
}

/** Cuts a text at changes of direction, so that each piece can be marked; the joined pieces are the text. */
export function directed(text: string, base: boolean): { text: string; rtl: boolean }[] {
  const out: { text: string; rtl: boolean }[] = []
  let at = 0
  for (const match of text.matchAll(base ? LTR_INSIDE : RTL_INSIDE)) {
    if (match.index > at) out.push({ text: text.slice(at, match.index), rtl: base })
    out.push({ text: match[0], rtl: !base })
    at = match.index + match[0].length
  }
  if (at < text.length) out.push({ text: text.slice(at), rtl: base })
  return out
}
