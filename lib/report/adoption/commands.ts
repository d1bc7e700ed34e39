import 'server-only'
import { ordinalFigure } from '@/lib/clock'
import { clockTime, type Tx } from '@/lib/db/client'
import { handedPowers } from '@/lib/delegations/powers/commands'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { documentsOf, standsInDocument } from '@/lib/report/parts/parts'
import { publishReport } from '@/lib/report/adopted/publish'
import { loadReport } from '@/lib/report/load'
import { type LockedReport, lockReport, raiseReport } from '@/lib/report/lock'
import type { Placeholder } from '@/lib/report/placeholder'
import { canRuleOnReport } from '@/lib/report/policy'
import { reportView, type ReportView } from '@/lib/report/queries'
import type { AdoptReport, RuleOnParagraph } from '@/lib/report/schema'
import { type ParagraphView, paragraphsIn } from '@/lib/report/view'
import { languageOf } from '@/lib/report/writing/versions'
import { writtenPlaceholders } from '@/lib/report/writing/places'
import { writeDecision } from '@/lib/sessions/decisions/commands'
import { findSession } from '@/lib/sessions/queries'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { readWording } from '@/lib/text/document/wording'
import { wholeText } from './kept'

/**
 * The presiding officer rules on a paragraph as it was read out: adopted, adopted as orally amended, or left pending.
 * Refused for the Chair's summary, if the text changed since it was read, if a placeholder of an adopted text is open
 * and the Secretariat does not complete it, and for a second adoption of the same text.
 */
export function ruleOnParagraph(actor: SignedIn, input: RuleOnParagraph): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await lockPresiding(tx, actor, input.slug)
    const view = reportView(report.sessionId, await loadReport(report.sessionId, tx))
    const paragraph = orNotFound(paragraphsIn(view.sections).find(({ key }) => key === input.key))
    requireRuling(paragraph, view, input)
    if (!standsInDocument(view, paragraph)) throw new Refused('conflict', 'reportNotInDocument')
    const amended = input.kind === 'adoptedAsAmended' ? amendedText(paragraph, input) : null
    if (amended)
      requireClosed(writtenPlaceholders({ ...input, written: amended }, paragraph.open), view)
    await tx.reportRuling.updateMany({
      where: { reportId: report.id, key: input.key, supersededAt: null },
      data: { supersededAt: await clockTime(tx) },
    })
    await tx.reportRuling.create({
      data: {
        reportId: report.id,
        key: input.key,
        kind: input.kind,
        text: paragraph.composed,
        textHash: sha256(paragraph.composed),
        ...(amended && { amended }),
        ruledById: actor.personId,
      },
    })
    await raiseReport(tx, report)
    await record(tx, actor, `report.${input.kind}`, {
      sessionId: report.sessionId,
      subjectId: report.id,
      data: { paragraph: paragraph.number },
      textHash: sha256(amended ? plainText(amended) : paragraph.composed),
    })
  })
}

/**
 * The presiding officer declares the whole report adopted at a meeting. Refused if it changed since it was read, while
 * a paragraph is pending or a placeholder is open that the Secretariat does not complete. The text is kept with its
 * hash, the decision is entered, and the report gets its symbol; it never changes again. It is issued at once, or, if
 * the Secretariat completes places of it, with the last of these.
 */
export async function adoptReport(actor: SignedIn, input: AdoptReport): Promise<void> {
  const session = orNotFound(await findSession(input.slug))
  return transaction(actor, async (tx) => {
    const report = await lockPresiding(tx, actor, input.slug, 'update')
    if (report.version !== input.version) throw new Refused('conflict', 'reportMoved')
    const { sessionId } = report
    const draft = reportView(sessionId, await loadReport(sessionId, tx))
    requireReady(draft)
    const meeting = await tx.meeting.findUnique({
      where: { sessionId_number: { sessionId, number: input.meeting } },
    })
    if (!meeting) throw new Refused('invalid', 'meetingChoose', {}, 'meeting')
    await decideAdoption(tx, actor, sessionId, meeting)
    // The decision is a fact of the report: its last paragraph names the meeting.
    const { sections } = reportView(sessionId, await loadReport(sessionId, tx))
    const textHash = sha256(wholeText(sections))
    await tx.report.update({
      where: { id: report.id },
      data: {
        version: report.version + 1,
        adoptedAt: await clockTime(tx),
        adoptedById: actor.personId,
        adoptedMeetingId: meeting.id,
        content: JSON.parse(JSON.stringify(sections)),
        textHash,
      },
    })
    const { symbol } = await publishReport(tx, { actor, session, reportId: report.id })
    await record(tx, actor, 'report.adoptedWhole', {
      sessionId,
      subjectId: report.id,
      data: { symbol, paragraphs: paragraphsIn(sections).length, meeting: meeting.number },
      textHash,
    })
    await record(tx, actor, 'report.draftsAdopted', {
      sessionId,
      subjectId: report.id,
      data: { documents: documentsOf(draft.parts).join(', ') },
    })
  })
}

async function lockPresiding(
  tx: Tx,
  actor: SignedIn,
  slug: string,
  mode: 'share' | 'update' = 'share',
): Promise<LockedReport> {
  const report = await lockReport(tx, slug, mode)
  const powers = await handedPowers(tx, report.sessionId)
  requireAllowed(canRuleOnReport(actor, report, powers))
  return report
}

function requireRuling(
  paragraph: ParagraphView,
  view: ReportView,
  { kind, readHash }: RuleOnParagraph,
): void {
  if (paragraph.standing === 'notAsked') throw new Refused('conflict', 'reportNotAsked')
  if (sha256(paragraph.text) !== readHash) throw new Refused('conflict', 'reportTextMoved')
  if (kind === 'adopted' && paragraph.standing === 'adopted')
    throw new Refused('conflict', 'reportParagraphAdopted')
  if (kind === 'adopted') requireClosed(paragraph.open, view)
}

function requireClosed(places: readonly Placeholder[], { completions }: ReportView): void {
  const open = places.filter(({ key }) => !completions.includes(key))
  if (open.length > 0) throw new Refused('conflict', 'reportParagraphOpen', { open: open.length })
}

function amendedText(paragraph: ParagraphView, { body, text }: RuleOnParagraph) {
  const over = paragraph.written ?? documentFromText(paragraph.text)
  const amended = readWording({ body, text }, languageOf(paragraph), { over })
  if (plainText(amended) === paragraph.composed)
    throw new Refused('invalid', 'reportSameText', {}, 'body')
  return amended
}

function requireReady({ hindrances: { pending, open }, parts }: ReportView): void {
  const missing = parts.filter(({ symbol }) => symbol === null)
  if (missing.length > 0)
    throw new Refused('conflict', 'reportPartsMissing', { sections: missing.length })
  if (pending.length > 0)
    throw new Refused('conflict', 'reportPending', { paragraphs: pending.length })
  if (open.length > 0) throw new Refused('conflict', 'reportOpen', { open: open.length })
}

/** The decision on the session, unless the Secretariat entered it before. Refuses another meeting than that entry names. */
async function decideAdoption(
  tx: Tx,
  actor: SignedIn,
  sessionId: string,
  meeting: { id: string; date: Date },
): Promise<void> {
  const decision = await tx.sessionDecision.findFirst({
    where: { sessionId, step: 'reportAdopted', annulledAt: null },
    include: { meeting: { select: { id: true, number: true } } },
  })
  const entered = decision?.meeting
  if (entered && entered.id !== meeting.id)
    throw new Refused(
      'conflict',
      'reportAdoptedElsewhere',
      { meeting: ordinalFigure(entered.number) },
      'meeting',
    )
  if (decision) return
  await writeDecision(tx, actor, sessionId, {
    step: 'reportAdopted',
    decidedBy: 'group',
    how: 'meeting',
    decidedOn: meeting.date,
    meetingId: meeting.id,
    memberId: null,
    remotely: false,
    circulatedOn: null,
    startsOn: null,
    endsOn: null,
    format: null,
    formatWords: '',
    reason: '',
    documentSymbol: '',
  })
}
