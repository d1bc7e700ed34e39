import { ALLOWED, allOf, type Decision, allowedIf, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import { type HandedPowers, presides } from '@/lib/delegations/powers/powers'
import { isOptional } from './omissions/rule'
import type { ParagraphStanding } from './view'

/** The facts of a report for a policy; all null and false without a row. */
export type ReportState = {
  sessionId: string
  releasedAt: Date | null
  adoptedAt: Date | null
}

const drafts = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat', 'rapporteur')

/** Offices read the report in the making; delegations from its release on. */
export const canReadReport = (actor: Actor, { sessionId, releasedAt }: ReportState): boolean =>
  holds(actor, sessionId, 'secretariat', 'rapporteur', 'chair', 'viceChair', 'bureau') ||
  (releasedAt !== null && membershipIn(actor, sessionId) !== undefined)

const notAdopted = ({ adoptedAt }: ReportState): Decision =>
  adoptedAt ? refusal('conflict', 'reportAdopted') : ALLOWED

/** The Rapporteur and the Secretariat write the free paragraphs until the report is adopted. */
export const canWriteReport = (actor: Actor, report: ReportState): Decision =>
  allOf(allowedIf(drafts(actor, report.sessionId), 'reportByRapporteur'), notAdopted(report))

/** The same leave a computed paragraph out that the report can do without, unless the group has adopted it. */
export const canLeaveOut = (
  actor: Actor,
  report: ReportState,
  paragraph: { key: string; standing: ParagraphStanding },
): Decision =>
  allOf(
    canWriteReport(actor, report),
    isOptional(paragraph) ? ALLOWED : refusal('conflict', 'reportParagraphNeeded'),
    paragraph.standing === 'adopted' || paragraph.standing === 'adoptedAsAmended'
      ? refusal('conflict', 'reportLeavesAdopted')
      : ALLOWED,
  )

/** The Secretariat marks its own gaps, and releases the draft. */
export const canCompleteReport = (actor: Actor, report: ReportState): Decision =>
  allOf(
    allowedIf(holds(actor, report.sessionId, 'secretariat'), 'secretariatOnly'),
    notAdopted(report),
  )

/** After adoption the Secretariat completes the places that were left to it. */
export const canFillReport = (actor: Actor, report: ReportState): Decision =>
  allOf(
    allowedIf(holds(actor, report.sessionId, 'secretariat'), 'secretariatOnly'),
    report.adoptedAt ? ALLOWED : refusal('conflict', 'reportNotAdopted'),
  )

/** The Secretariat proposes corrigenda of the issued report; the rule of every corrigendum says who releases them. */
export const canCorrectReport = (
  actor: Actor,
  report: ReportState & { isIssued: boolean },
): Decision =>
  allOf(
    canFillReport(actor, report),
    report.isIssued ? ALLOWED : refusal('conflict', 'reportNotIssued'),
  )

/** The draft is released once. */
export const canReleaseReport = (actor: Actor, report: ReportState): Decision =>
  allOf(
    canCompleteReport(actor, report),
    report.releasedAt ? refusal('conflict', 'reportReleased') : ALLOWED,
  )

/** The Rapporteur and the Secretariat issue addenda to a released draft until the report is adopted. */
export const canIssueAddendum = (actor: Actor, report: ReportState): Decision =>
  allOf(
    canWriteReport(actor, report),
    report.releasedAt ? ALLOWED : refusal('conflict', 'reportNotReleased'),
  )

/** The presiding officer rules on a released draft's paragraphs, and declares the whole adopted. */
export const canRuleOnReport = (
  actor: Actor,
  report: ReportState,
  powers: HandedPowers,
): Decision =>
  allOf(
    allowedIf(presides(actor, report.sessionId, powers), 'presidingOnly'),
    report.releasedAt ? ALLOWED : refusal('conflict', 'reportNotReleased'),
    notAdopted(report),
  )
