import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, takesPart } from '@/lib/delegations/actor'
import type { Distribution } from './kinds'

/** What the rules of a document depend on beside the person. */
export type DocumentState = {
  sessionId: string
  distribution: Distribution
  issuedAt: Date | null
  withdrawnAt: Date | null
}

/** The Secretariat keeps the register of a session: it gives symbols, takes files in and issues. */
export const canKeepRegister = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/**
 * What was issued is read by everybody, a restricted document by those who take part; the rest, and what was
 * withdrawn, by the Secretariat.
 */
export const canReadDocument = (actor: Actor, document: DocumentState): boolean =>
  canKeepRegister(actor, document.sessionId) ||
  (document.issuedAt !== null &&
    document.withdrawnAt === null &&
    (document.distribution !== 'restricted' || takesPart(actor)))

/** The Secretariat changes a document until it is issued. */
export const canPrepareDocument = (actor: Actor, document: DocumentState): Decision =>
  allOf(
    allowedIf(canKeepRegister(actor, document.sessionId), 'secretariatOnly'),
    document.withdrawnAt ? refusal('closed', 'documentWithdrawn') : ALLOWED,
    document.issuedAt ? refusal('closed', 'documentIssued') : ALLOWED,
  )

/** A file in a further language may come after the issue; none comes after a withdrawal. */
export const canAddFile = (actor: Actor, document: DocumentState): Decision =>
  allOf(
    allowedIf(canKeepRegister(actor, document.sessionId), 'secretariatOnly'),
    document.withdrawnAt ? refusal('closed', 'documentWithdrawn') : ALLOWED,
  )

/** A document is issued once, with a file in it or as what is released already. */
export const canIssueDocument = (
  actor: Actor,
  document: DocumentState & { files: number; isThing: boolean },
): Decision =>
  allOf(
    canPrepareDocument(actor, document),
    document.files > 0 || document.isThing ? ALLOWED : refusal('conflict', 'documentEmpty'),
  )

/** The Secretariat withdraws a document, with a reason; its symbol is not given again. */
export const canWithdrawDocument = (
  actor: Actor,
  document: DocumentState & { isThing: boolean },
): Decision =>
  allOf(
    canAddFile(actor, document),
    document.isThing && document.issuedAt ? refusal('conflict', 'documentIsThing') : ALLOWED,
  )
