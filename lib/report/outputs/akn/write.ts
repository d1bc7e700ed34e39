import { seatDay } from '@/lib/clock'
import { html } from '@/lib/html/safe-html'
import type { ReportDocument } from '@/lib/report/outputs/paper'
import type { ReportView } from '@/lib/report/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { mainBody } from './body'
import { coverPage } from './cover'
import { identification } from './identity'
import { type AknStep, references, workflow } from './workflow'

type AknInput = {
  report: ReportView
  session: SessionView
  document: ReportDocument
  /** The symbol under which the draft was released. */
  draftSymbol: string | null
  steps: readonly AknStep[]
  title: string
}

/** The report as a debateReport of Akoma Ntoso 3.0 by the rules of AKN4UN. The same report gives the same bytes. */
export function akomaNtoso({
  report,
  session,
  document,
  draftSymbol,
  steps,
  title,
}: AknInput): string {
  const { symbol, sections } = report
  const { symbolRoot, groupName } = session
  const dated = document?.datedOn ?? session.startsOn
  const date = day(dated)
  const madeAt = report.adoptedAt ?? report.releasedAt
  const version = day(madeAt ? seatDay(madeAt) : dated)
  const identity = { symbol, date, version, symbolRoot, draftSymbol }
  return html`<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<debateReport name="meetingReport" contains="originalVersion">
<meta>
${identification(identity)}
<publication date="${date}" name="report" showAs="${symbol}" number="${symbol}"/>
${workflow(steps)}${references(steps, { group: groupName, symbolRoot })}
</meta>
${coverPage({ symbol, dated, session, document })}
<preface>
<p><docTitle>${title}</docTitle></p>
</preface>
<mainBody>
${mainBody(sections)}
</mainBody>
</debateReport>
</akomaNtoso>
`.text
}

const day = (date: Date): string => date.toISOString().slice(0, 10)
