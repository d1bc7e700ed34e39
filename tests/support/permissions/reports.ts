import { adoptedReport, drafted, releasedDraft } from './objects'
import type { Permission } from './permission'
import { z_ } from './policies'

/** The permissions on the report of a session, by the columns of the table of permissions. */
// biome-ignore format: it is read as a table
export const actsOnReports: Permission[] = [
  ['read the report in the making', '·······•••••···', (a) => z_.canReadReport(a, drafted)],
  ['read the released draft', '••••••••••••···', (a) => z_.canReadReport(a, releasedDraft)],
  ['write the report', '·········••····', (a) => z_.canWriteReport(a, drafted)],
  ['leave a paragraph out', '·········••····', (a) => z_.canLeaveOut(a, drafted, { key: 'participants', standing: 'pending' })],
  ['leave the opening out', '···············', (a) => z_.canLeaveOut(a, drafted, { key: 'opening', standing: 'pending' })],
  ['write an adopted one', '···············', (a) => z_.canWriteReport(a, adoptedReport)],
  ['say what the Secretariat completes', '··········•····', (a) => z_.canCompleteReport(a, drafted)],
  ['release the draft report', '··········•····', (a) => z_.canReleaseReport(a, drafted)],
  ['release it twice', '···············', (a) => z_.canReleaseReport(a, releasedDraft)],
  ['rule on its paragraphs', '·······•·······', (a) => z_.canRuleOnReport(a, releasedDraft, null)],
  ['rule before its release', '···············', (a) => z_.canRuleOnReport(a, drafted, null)],
  ['issue an addendum to the draft', '·········••····', (a) => z_.canIssueAddendum(a, releasedDraft)],
  ['issue one before the release', '···············', (a) => z_.canIssueAddendum(a, drafted)],
  ['complete a place of an adopted one', '··········•····', (a) => z_.canFillReport(a, adoptedReport)],
  ['propose a corrigendum of the issued report', '··········•····', (a) => z_.canCorrectReport(a, { ...adoptedReport, isIssued: true })],
  ['propose one before its issue', '···············', (a) => z_.canCorrectReport(a, { ...adoptedReport, isIssued: false })],
  ['complete a place before adoption', '···············', (a) => z_.canFillReport(a, releasedDraft)],
  ['rule on an adopted one', '···············', (a) => z_.canRuleOnReport(a, adoptedReport, null)],
]
