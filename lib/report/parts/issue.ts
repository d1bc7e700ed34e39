import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { sha256 } from '@/lib/record/record'
import { storePaper } from '@/lib/report/adopted/store'
import { issuedParagraphs, wholeText } from '@/lib/report/adoption/kept'
import { loadReport } from '@/lib/report/load'
import { partPaper } from '@/lib/report/outputs/paper'
import { reportView } from '@/lib/report/queries'
import type { SectionView } from '@/lib/report/view'
import type { SessionView } from '@/lib/sessions/session-view'
import { mainSections } from './parts'

type Issuing = {
  report: { id: string; sessionId: string }
  session: SessionView
  /** The document that holds them. */
  symbol: string
  /** The main sections; null: all that stand in no document yet. */
  keys: readonly string[] | null
}

/**
 * Fixes main sections of the draft in a registered document, with their text, its hash and the files. Refuses a section
 * that the report does not have or that stands in a document already. Unchecked: the caller must have authorized the actor.
 */
export async function issueParts(
  tx: Tx,
  actor: SignedIn,
  { report, session, symbol, keys }: Issuing,
): Promise<void> {
  const view = reportView(report.sessionId, await loadReport(report.sessionId, tx))
  const rows = await tx.reportPart.findMany({
    where: { reportId: report.id },
    select: { section: true },
  })
  const isKnown = (key: string) => rows.some(({ section }) => section === key)
  const mains = mainSections(view.sections)
  const selection = keys
    ? keys.map((key) => orNotFound(mains.find(([main]) => main!.key === key)))
    : mains.filter(([main]) => !isKnown(main!.key))
  if (selection.length === 0 || selection.some(([main]) => isKnown(main!.key)))
    throw new Refused('conflict', 'reportPartTwice')
  const document = await tx.document.findUniqueOrThrow({ where: { symbol } })
  await tx.reportPart.createMany({
    data: selection.map((sections) => ({
      reportId: report.id,
      section: sections[0]!.key,
      documentId: document.id,
      content: JSON.parse(JSON.stringify(sections)),
      paragraphs: issuedParagraphs(sections),
      textHash: sha256(wholeText(sections)),
      issuedById: actor.personId,
    })),
  })
  const inOrder: SectionView[] = mains.filter((main) => selection.includes(main)).flat()
  const paper = partPaper(view, inOrder, session, document)
  await storePaper(tx, { document, paper, personId: actor.personId })
}
