import type { Answer } from '@/lib/circulation/forms/form'
import { loadForm } from '@/lib/circulation/forms/load'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { getPaper, type PaperView } from '@/lib/circulation/papers/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'

/** A form of a delegation as it comes back, with these answers by item id. */
export async function filledForm(
  circulationId: string,
  delegationId: string,
  answers: Record<string, Partial<Answer>>,
  format: 'docx' | 'xlsx' = 'xlsx',
): Promise<Uint8Array> {
  const { paper } = await loadForm(db, circulationId, delegationId, 'office')
  const blank: Answer = { category: null, position: null, text: '', wording: '' }
  const filled = {
    ...paper,
    lines: paper.lines.map((line) => ({
      ...line,
      answer: answers[line.id] ? { ...blank, ...answers[line.id] } : line.answer,
    })),
  }
  return format === 'docx' ? formToWord(filled) : formToSheet(filled)
}

export const pasted = (text: string): { fileName: string; bytes: Uint8Array } => ({
  fileName: 'paper.txt',
  bytes: new TextEncoder().encode(text),
})

/** A paper as its readers see it, at its present version. */
export const paperOf = (actor: SignedIn, sessionId: string, id: string): Promise<PaperView> =>
  getPaper(actor, sessionId, id)
