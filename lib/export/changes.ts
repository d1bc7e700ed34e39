import type { Paragraph, Run, Tracked } from '@/lib/export/paper'

/** A piece of a text over which changes are tracked: as it stood, put in or taken out. A marked string. */
export type Piece = { text: string; tracked?: Tracked }

// The marks of lib/text/marked.ts, as they print.
const PRINTED: Record<string, string> = {
  '\uE002': '[',
  '\uE003': ']',
  '\uE004': '[',
  '\uE005': ']',
}
const ITALIC = { on: '\uE000', off: '\uE001' }

/**
 * The pieces as paragraphs to print, changes marked. Accepted they are the text with what was put in,
 * rejected the text with what was taken out (`settled` in tracked.ts); a bracket prints as its sign, and
 * words that only turned into italics, or out of them, print as they will be.
 */
export function trackedParagraphs(pieces: readonly Piece[]): Paragraph[] {
  const paragraphs: Paragraph[] = [{ runs: [] }]
  const italic = { before: false, after: false }
  for (const { text, tracked } of pieces) {
    for (const part of text.split(/([\uE000-\uE005\n])/)) {
      if (part === ITALIC.on || part === ITALIC.off) {
        if (tracked?.kind !== 'inserted') italic.before = part === ITALIC.on
        if (tracked?.kind !== 'deleted') italic.after = part === ITALIC.on
      } else if (part === '\n') {
        if (tracked) paragraphs.at(-1)!.end = tracked
        paragraphs.push({ runs: [] })
        if (tracked?.kind !== 'inserted') italic.before = false
        if (tracked?.kind !== 'deleted') italic.after = false
      } else {
        const slanted = tracked?.kind === 'deleted' ? italic.before : italic.after
        add(paragraphs.at(-1)!.runs, {
          text: PRINTED[part] ?? part,
          ...(slanted && { italic: true }),
          ...(tracked && { tracked }),
        })
      }
    }
  }
  return paragraphs
}

function add(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (run.text === '') return
  if (last && last.italic === run.italic && isSame(last.tracked, run.tracked)) last.text += run.text
  else runs.push(run)
}

const isSame = (one: Tracked | undefined, other: Tracked | undefined): boolean =>
  one === other ||
  (one?.kind === other?.kind && one?.author === other?.author && one?.date === other?.date)
