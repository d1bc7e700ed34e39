import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, takesPart } from '@/lib/delegations/actor'
import type { Distribution, DocumentKind } from './kinds'

/** The facts for the rules of a document, besides the person. */
export type DocumentState = {
  sessionId: string
  kind: DocumentKind
  /** The report of the session that it is, or is the draft of. */
  reportId: string | null
  distribution: Distribution
  issuedAt: Date | null
  withdrawnAt: Date | null
}

/** The Secretariat keeps the register of a session: it gives symbols, takes files in and issues. */
export const canKeepRegister = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

const isDraftOfReport = ({ kind, reportId }: DocumentState): boolean =>
  kind === 'draftReport' && reportId !== null

/**
 * Everybody reads an issued document; participants read a restricted one and the draft of the report; the Secretariat
 * reads the rest, and withdrawn ones.
 */
export const canReadDocument = (actor: Actor, document: DocumentState): boolean =>
  canKeepRegister(actor, document.sessionId) ||
  (document.issuedAt !== null &&
    document.withdrawnAt === null &&
    ((document.distribution !== 'restricted' && !isDraftOfReport(document)) || takesPart(actor)))

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

/** The Secretariat corrects the title and the date that the register has, also after the issue; the symbol never. */
export const canCorrectDocument = canAddFile

/** A document is issued once, with a file or after a release; the report by its own acts. */
export const canIssueDocument = (
  actor: Actor,
  document: DocumentState & { files: number; isThing: boolean },
): Decision =>
  allOf(
    canPrepareDocument(actor, document),
    document.reportId ? refusal('conflict', 'documentOfReport') : ALLOWED,
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
