import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import { readDocument } from '@/lib/text/document/stored'
import { fillSections } from './adopted/fillings'
import { readKept } from './adoption/kept'
import { type LoadedReport, loadReport } from './load'
import { composeReport, numbered } from './outline'
import { withoutOmitted } from './omissions/rule'
import { type OmissionView, viewOmissions } from './omissions/view'
import { type PartView, viewParts } from './parts/parts'
import { canReadReport } from './policy'
import { corrigendumOf, type ReportCorrigendumView } from './corrigenda/corrigendum'
import { hindrancesOf, type Hindrances, type SectionView, viewSections } from './view'

/**
 * The present report of a session: composed out of the facts, or the adopted text with the Secretariat's later
 * completions. The hash is that of the adopted text.
 */
export type ReportView = {
  sessionId: string
  symbol: string
  version: number
  listInReport: boolean
  releasedAt: Date | null
  adoptedAt: Date | null
  textHash: string | null
  /** Whether everybody reads the adopted report. */
  isIssued: boolean
  /** In which document each main section of the draft stands, in the order of the sections. */
  parts: PartView[]
  /** The released corrigenda by their numbers. */
  corrigenda: ReportCorrigendumView[]
  sections: SectionView[]
  /** The paragraphs that it does without, until it is adopted. */
  leftOut: OmissionView[]
  /** The keys of the placeholders that the Secretariat completes. */
  completions: string[]
  hindrances: Hindrances
}

/** The report for its readers; for others not found. */
export async function getReport(actor: Actor, session: { id: string }): Promise<ReportView> {
  const state = await db.report.findUnique({
    where: { sessionId: session.id },
    select: { releasedAt: true, adoptedAt: true },
  })
  const sessionId = session.id
  assertFound(canReadReport(actor, { releasedAt: null, adoptedAt: null, ...state, sessionId }))
  return readReport(sessionId)
}

/** The same, unchecked: the caller must have authorized the actor. */
export const readReport = async (sessionId: string): Promise<ReportView> =>
  reportView(sessionId, await loadReport(sessionId))

/** The loaded rows as a view. Pure but for the reading of stored texts. */
export function reportView(sessionId: string, { facts, row, symbol }: LoadedReport): ReportView {
  const omissions = row?.omissions ?? []
  const omittedKeys = omissions.map(({ key }) => key)
  const composed = row?.adoptedAt ? [] : composeReport(facts)
  const sections = row?.adoptedAt
    ? fillSections(readKept(row.content), row.fillings)
    : viewSections(
        numbered(withoutOmitted(composed, omittedKeys)),
        row ? row.rulings.map(rulingOf) : [],
      )
  const completions = row?.completions ?? []
  return {
    sessionId,
    symbol,
    version: row?.version ?? 0,
    listInReport: row?.listInReport ?? false,
    releasedAt: row?.releasedAt ?? null,
    adoptedAt: row?.adoptedAt ?? null,
    textHash: row?.textHash ?? null,
    isIssued: row?.isIssued ?? false,
    parts: row?.releasedAt ? viewParts(sections, row.parts, symbol) : [],
    corrigenda: (row?.corrigenda ?? []).map((corrigendum) => corrigendumOf(corrigendum, sections)),
    sections,
    leftOut: row?.adoptedAt ? [] : viewOmissions(composed, omissions),
    completions,
    hindrances: hindrancesOf(sections, completions),
  }
}

const rulingOf = ({
  key,
  kind,
  text,
  amended,
}: NonNullable<LoadedReport['row']>['rulings'][number]) => ({
  key,
  kind,
  text,
  amended: amended === null ? null : readDocument(amended),
})
