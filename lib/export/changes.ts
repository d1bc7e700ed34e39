import type { Paragraph, Run, Tracked } from '@/lib/export/paper'
import { readMarked } from '@/lib/text/signs'

/** A piece of a text over which changes are tracked: kept, inserted or deleted. A marked string. */
export type Piece = { text: string; tracked?: Tracked }

/**
 * The pieces as paragraphs to print, changes marked. Accepted they are the text with the insertions, rejected the text
 * with the deletions (`settled` in tracked.ts); a bracket prints as its sign, and words that only turned into italics,
 * or out of them, print in their later form.
 */
export function trackedParagraphs(pieces: readonly Piece[]): Paragraph[] {
  const paragraphs: Paragraph[] = [{ runs: [] }]
  const italic = { before: false, after: false }
  for (const { text, tracked } of pieces) {
    for (const part of readMarked(text)) {
      if (part.kind === 'italic') {
        if (tracked?.kind !== 'inserted') italic.before = part.on
        if (tracked?.kind !== 'deleted') italic.after = part.on
      } else if (part.kind === 'end') {
        if (tracked) paragraphs.at(-1)!.end = tracked
        paragraphs.push({ runs: [] })
        if (tracked?.kind !== 'inserted') italic.before = false
        if (tracked?.kind !== 'deleted') italic.after = false
      } else {
        const slanted = tracked?.kind === 'deleted' ? italic.before : italic.after
        add(paragraphs.at(-1)!.runs, {
          text: part.text,
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
  if (last && last.italic === run.italic && isSame(last.tracked, run.tracked)) last.text += run.text
  else runs.push(run)
}

const isSame = (first: Tracked | undefined, second: Tracked | undefined): boolean =>
  first === second ||
  (first?.kind === second?.kind && first?.author === second?.author && first?.date === second?.date)
