import type { Answer } from '@/lib/circulation/forms/form'
import { loadForm, type Side } from '@/lib/circulation/forms/load'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { acceptPieces, confirmPaper } from '@/lib/circulation/papers/commands'
import { enterPaper } from '@/lib/circulation/papers/enter'
import { getPaper } from '@/lib/circulation/papers/queries'
import type { AcceptPieces } from '@/lib/circulation/papers/schema'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { circulated } from './circulating'
import { scenario } from './scenario'

/** A form of a delegation as it comes back, with these answers by item id. */
export async function filledForm(
  circulationId: string,
  delegationId: string,
  answers: Record<string, Partial<Answer>>,
  format: 'docx' | 'xlsx' = 'xlsx',
  side: Side = 'office',
): Promise<Uint8Array> {
  const { paper } = await loadForm(db, circulationId, delegationId, side)
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

/** A circulation of four items with the acts of any actor on papers of Belmara. */
export async function paperDesk() {
  const cast = await scenario({ kind: 'stockTaking' })
  const sent = await circulated(cast)
  const reads = (actor: SignedIn, id: string) => getPaper(actor, cast.session.id, id)
  const at = async (actor: SignedIn, id: string) => ({
    id,
    version: (await reads(actor, id)).version,
  })
  return {
    cast,
    sent,
    reads,
    at,
    enters: (
      actor: SignedIn,
      file: { fileName?: string; bytes: Uint8Array },
      delegationId = cast.belmara.id,
      receivedAt = '',
    ) =>
      enterPaper(actor, {
        circulationId: sent.id,
        delegationId,
        fileName: 'form.xlsx',
        receivedAt,
        ...file,
      }),
    accepts: async (actor: SignedIn, id: string, which: AcceptPieces['which'] = 'clear') => {
      await acceptPieces(actor, { ...(await at(actor, id)), which })
    },
    confirms: async (actor: SignedIn, id: string) => confirmPaper(actor, await at(actor, id)),
    drafts: (delegationId = cast.belmara.id) =>
      db.circulationDraft.findMany({
        where: { circulationId: sent.id, delegationId, discardedAt: null },
        orderBy: [{ target: 'asc' }, { position: 'asc' }],
      }),
    form: async (answers: Record<string, Partial<Answer>>) => ({
      bytes: await filledForm(sent.id, cast.belmara.id, answers),
    }),
  }
}
