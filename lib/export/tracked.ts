import type { Paragraph } from '@/lib/export/paper'

/** A reader's answer to all tracked changes at once. */
export type Answer = 'accepted' | 'rejected'

/**
 * The plain paragraphs that remain when every change of a text is accepted, or rejected: the result of Word's "Accept
 * all" or "Reject all". A paragraph without its break is joined with the next.
 */
export function settled(text: readonly Paragraph[], answer: Answer): string[] {
  const removedKind = answer === 'accepted' ? 'deleted' : 'inserted'
  const out: string[] = []
  let open = ''
  for (const [index, paragraph] of text.entries()) {
    for (const run of paragraph.runs) if (run.tracked?.kind !== removedKind) open += run.text
    if (paragraph.end?.kind === removedKind && index < text.length - 1) continue
    out.push(open)
    open = ''
  }
  return out
}

/** The words of a text as they stand, changes accepted, its paragraphs parted by line ends. */
export const plainText = (text: readonly Paragraph[]): string =>
  settled(text, 'accepted').join('\n')
