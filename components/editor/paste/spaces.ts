import { hasBalancedIsolates } from '@/lib/text/characters'

/** A stretch of a pasted paragraph with one form. */
export type PastedRun = { text: string; italic: boolean; bracket: string | null }

/**
 * The runs of a paragraph with the spaces that typography wants: one between words, none at the ends. A no-break space
 * is kept beside a number, after an abbreviation and in French typography; elsewhere it becomes a plain one, so that a
 * search finds the words. Soft hyphens are removed.
 */
export function withTidySpaces(runs: readonly PastedRun[]): PastedRun[] {
  const whole = runs.map(({ text }) => text).join('')
  const clean = hasBalancedIsolates(whole) ? /\u00AD/g : /[\u00AD\u2066-\u2069]/g
  const text = whole.replace(clean, '').replace(/[^\S\u00A0\u202F]/g, ' ')
  const isKept = (at: number) => keepsNoBreak(text.slice(0, at), text.slice(at + 1))
  let [at, previous] = [0, ' ']
  const tidy = runs.map((run) => {
    let tidyText = ''
    for (const sign of run.text.replace(clean, '')) {
      const index = at
      at += sign.length
      if (!/\s/.test(sign)) {
        tidyText += sign
        previous = sign
        continue
      }
      const space = /[\u00A0\u202F]/.test(sign) && isKept(index) ? sign : ' '
      if (/\s/.test(previous)) continue
      tidyText += space
      previous = space
    }
    return { ...run, text: tidyText }
  })
  for (let last = tidy.length - 1; last >= 0; last -= 1) {
    tidy[last]!.text = tidy[last]!.text.trimEnd()
    if (tidy[last]!.text !== '') break
  }
  return tidy.filter((run) => run.text !== '')
}

const BEFORE = /(?:[\p{N}«№§]|(?:^|[\s(])\p{L}{1,4}\.)$/u
const AFTER = /^[\p{N}»:;!?%‰€$£–—]/u

const keepsNoBreak = (before: string, after: string): boolean =>
  !/\s$/.test(before) && !/^\s/.test(after) && (BEFORE.test(before.slice(-8)) || AFTER.test(after))

/** Plain pasted words with tidy spaces, line by line. */
export const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      withTidySpaces([{ text: line, italic: false, bracket: null }])
        .map((run) => run.text)
        .join(''),
    )
    .join('\n')
