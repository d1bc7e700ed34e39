import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { holds, membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { officeKinds } from '@/lib/delegations/kinds'
import type { Tx } from '@/lib/db/client'
import { announce, deskTopic } from '@/lib/live/announce'

/**
 * The events of the record, in the past tense. Their sentences are in `messages/<locale>.json` under
 * `record.events`; a test keeps the two lists equal.
 */
export const events = [
  'session.created',
  'session.changed',
  'session.postponed',
  'session.decided',
  'session.decisionAnnulled',
  'session.decisionShown',
  'session.decisionTakenOff',
  'session.imported',
  'session.meetingsSet',
  'session.itemsConsidered',
  'session.meetingSuspended',
  'session.meetingResumed',
  'session.panellistsSet',
  'session.bureauMemberAdded',
  'session.bureauMemberEnded',
  'session.attendanceSet',
  'session.attendanceNoted',
  'session.signedIn',
  'session.attendanceClosed',
  'session.attendanceReopened',
  'session.accreditedSet',
  'session.speakersListOpened',
  'session.speakersListClosed',
  'session.floorAsked',
  'session.floorWithdrawn',
  'session.speakersOrdered',
  'session.speakerCalled',
  'session.floorTakenBack',
  'session.statementMade',
  'group.made',
  'group.changed',
  'group.workplanSet',
  'group.statesSet',
  'agenda.changed',
  'agenda.itemOpened',
  'agenda.itemConcluded',
  'agenda.itemReopened',
  'period.opened',
  'period.extended',
  'period.closed',
  'document.registered',
  'document.fileAdded',
  'document.fileRemoved',
  'document.stepNoted',
  'document.corrected',
  'document.issued',
  'document.withdrawn',
  'silence.prepared',
  'silence.changed',
  'silence.discarded',
  'silence.opened',
  'silence.broken',
  'silence.brokenLate',
  'silence.breakWithdrawn',
  'silence.remarked',
  'silence.extended',
  'silence.resumed',
  'silence.declared',
  'silence.decided',
  'silence.noted',
  'report.paragraphWritten',
  'report.paragraphRevised',
  'report.paragraphRemoved',
  'report.paragraphLeftOut',
  'report.paragraphPutBack',
  'report.gapLeft',
  'report.gapTaken',
  'report.listIncluded',
  'report.listLeftOut',
  'report.released',
  'report.addendumIssued',
  'report.adopted',
  'report.adoptedAsAmended',
  'report.leftPending',
  'report.adoptedWhole',
  'report.draftsAdopted',
  'report.placeFilled',
  'report.corrigendumProposed',
  'report.corrigendumDiscarded',
  'report.corrected',
  'delegation.registered',
  'delegation.withdrawn',
  'representative.appointed',
  'representative.changed',
  'representative.ended',
  'officer.appointed',
  'officer.ended',
  'proposal.submitted',
  'proposal.revised',
  'proposal.withdrawn',
  'proposal.takenOver',
  'proposal.coSponsored',
  'proposal.coSponsorshipLeft',
  'attribution.made',
  'attribution.dissociated',
  'attribution.associatedAgain',
  'amendment.released',
  'amendment.withdrawn',
  'amendment.coSponsored',
  'amendment.coSponsorshipLeft',
  'amendment.answered',
  'amendment.joined',
  'amendment.versionReleased',
  'amendment.textKept',
  'amendment.declined',
  'amendment.declinedAlone',
  'comment.released',
  'comment.replaced',
  'comment.withdrawn',
  'response.released',
  'response.replied',
  'circulation.prepared',
  'circulation.changed',
  'circulation.addressed',
  'circulation.addresseeRemoved',
  'circulation.opened',
  'circulation.extended',
  'circulation.requestApproved',
  'circulation.requestMerged',
  'circulation.requestRefused',
  'circulation.commentsReleased',
  'circulation.paperEntered',
  'circulation.paperConfirmed',
  'circulation.pieceGiven',
  'circulation.commentWithdrawn',
  'circulation.lateAsked',
  'circulation.lateAccepted',
  'circulation.lateRefused',
  'circulation.commentRetracted',
  'list.headingAdded',
  'list.headingChanged',
  'list.headingRemoved',
  'list.headingMoved',
  'list.itemPlaced',
  'list.itemMoved',
  'list.itemUpdated',
  'list.itemRemoved',
  'list.issued',
  'list.imported',
  'import.kept',
  'import.changed',
  'import.discarded',
  'consolidation.opened',
  'consolidation.listCovered',
  'consolidation.listLeftOut',
  'consolidation.headingAdded',
  'consolidation.headingChanged',
  'consolidation.headingRemoved',
  'consolidation.itemMade',
  'consolidation.strengthsJoined',
  'consolidation.withdrawnTaken',
  'consolidation.saidNotSimilar',
  'consolidation.setLeft',
  'consolidation.itemReworded',
  'consolidation.wordingTaken',
  'consolidation.itemMoved',
  'consolidation.itemDeleted',
  'consolidation.itemsMerged',
  'consolidation.itemSplit',
  'consolidation.undone',
  'consolidation.sourceLinked',
  'consolidation.sourceUnlinked',
  'consolidation.outcomeGiven',
  'consolidation.outcomeTakenBack',
  'consolidation.adopted',
  'consolidation.disagreed',
  'consolidation.disagreementWithdrawn',
  'consolidation.corrigendumProposed',
  'consolidation.corrigendumDiscarded',
  'consolidation.corrected',
  'plenary.declared',
  'plenary.objected',
  'plenary.objectionWithdrawn',
  'plenary.supported',
  'plenary.supportWithdrawn',
  'plenary.putOnScreen',
  'plenary.snapshotTaken',
  'plenary.snapshotUndone',
  'powers.handedOver',
  'powers.takenBack',
  'powers.returned',
  'account.closed',
  'account.reopened',
  'account.signInsEnded',
  'account.addressChanged',
  'account.nameCorrected',
  'account.limitsLifted',
  'account.linkMade',
  'account.factorReset',
  'mail.sentAgain',
] as const
export type RecordedEvent = (typeof events)[number]

/** SHA-256 of a text in UTF-8, hexadecimal. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')

/** SHA-256 of the bytes of a file, hexadecimal. */
export const sha256OfBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** The facts of an entry beside person and time: ids, numbers and hashes, never the text of a draft. */
export type RecordedAct = {
  sessionId: string | null
  subjectId?: string
  data?: Record<string, string | number>
  /** SHA-256 of the text that the act made public, hexadecimal. */
  textHash?: string
}

const RecordedData = z.record(z.string(), z.union([z.string(), z.number()]))

/** The data of an entry, from its JSON column. Throws a defect if the column has another shape. */
export const readRecordedData = (stored: unknown): Record<string, string | number> =>
  RecordedData.parse(stored)

/** The capacity in which the actor acts in a session: the delegation, otherwise the first office held there. */
export function capacity(actor: SignedIn, sessionId: string | null) {
  const place = sessionId ? membershipIn(actor, sessionId) : undefined
  if (place) return { delegationId: place.delegationId, actingFor: place.delegationName }
  const office = officeKinds.find((kind) => holds(actor, sessionId ?? '', kind))
  return { delegationId: null, actingFor: office ?? '' }
}

/** Adds an entry to the record, in the transaction of the act; the actor's own desk is refreshed. */
export async function record(
  tx: Tx,
  actor: SignedIn,
  event: RecordedEvent,
  act: RecordedAct,
): Promise<void> {
  await tx.recordEntry.create({ data: entryOf(actor, { event, ...act }), select: { id: true } })
  await announce(tx, deskTopic(actor.personId))
}

/** The same for several entries in their order, by one statement. */
export async function recordAll(tx: Tx, actor: SignedIn, entries: readonly Entry[]): Promise<void> {
  await tx.recordEntry.createMany({ data: entries.map((entry) => entryOf(actor, entry)) })
  await announce(tx, deskTopic(actor.personId))
}

type Entry = RecordedAct & { event: RecordedEvent }

const entryOf = (actor: SignedIn, { event, sessionId, subjectId, data, textHash }: Entry) => ({
  event,
  sessionId,
  personId: actor.personId,
  personName: actor.name,
  ...capacity(actor, sessionId),
  ...(subjectId && { subjectId }),
  ...(textHash && { textHash }),
  data: data ?? {},
})

/** Like `record`, for acts of the operator on the command line: the entry has no person. */
export async function recordByOperator(
  tx: Tx,
  event: RecordedEvent,
  { sessionId, subjectId, data }: Omit<RecordedAct, 'textHash'>,
): Promise<void> {
  await tx.recordEntry.create({
    data: { event, sessionId, ...(subjectId && { subjectId }), data: data ?? {} },
  })
}
