import 'server-only'
import { db } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import type { Actor } from '@/lib/delegations/actor'
import { canHandlePapers, sideOf } from '@/lib/circulation/papers/policy'
import type { FormPaper } from './form'
import { loadForm } from './load'
import { formToSheet } from './sheet'
import { formToWord } from './word'

export const formFormats = ['docx', 'xlsx'] as const
type FormFormat = (typeof formFormats)[number]

const formTypes: Record<FormFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * The form of a delegation to take away, with its comments so far. Refuses everybody but its own people, for whom it
 * holds the comments in hand, and the Secretariat, for whom it does not.
 */
export async function getForm(
  actor: Actor,
  circulationId: string,
  delegationId: string,
): Promise<FormPaper> {
  const { paper, circulation } = await loadForm(
    db,
    circulationId,
    delegationId,
    sideOf(actor, delegationId),
  )
  requireAllowed(canHandlePapers(actor, circulation, delegationId))
  return paper
}

/** A form as a file. */
export const formFile = async (paper: FormPaper, format: FormFormat) => ({
  body: format === 'docx' ? await formToWord(paper) : await formToSheet(paper),
  type: formTypes[format],
  name: `form-for-comments.${format}`,
})
