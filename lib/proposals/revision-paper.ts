import { printSeatDate } from '@/lib/clock'
import { headOf } from '@/lib/documents/head'
import type { Block, Entry, Language, Paper, Paragraph } from '@/lib/export/paper'
import { placeAndDates, type SessionView, sessionName } from '@/lib/sessions/session-view'
import { originalLanguages } from './preliminary-list/list-document'

/** A revision to be printed by itself. */
type PrintedRevision = {
  session: SessionView
  language: string
  submittedAt: Date
  /** The text, or its numbered paragraphs and their alternatives. */
  text: Paragraph[] | Entry[]
  /** "Proposal 12", "Revision 2, proposed by …", and the notice of a demonstration, if it is one. */
  title: string
  subtitle: string
  notice: string
}

/** A revision as a separate paper: the text alone under the group's masthead, its changes if any. */
export function revisionPaper(revision: PrintedRevision): Paper {
  const { session, language, submittedAt, text, title, subtitle, notice } = revision
  return {
    language: 'en',
    masthead: {
      // A working print is no document of the register: it has the sign of a symbol to come.
      ...headOf(session, null),
      date: printSeatDate(submittedAt),
      original: originalLanguages([{ language }]),
      body: session.groupName,
      session: sessionName(session),
      datesAndPlace: placeAndDates(session),
    },
    title,
    subtitle,
    ...(notice && { notice }),
    created: submittedAt.toISOString(),
    blocks: blocksOf(text, language === 'en' ? {} : { language: language as Language }),
  }
}

function blocksOf(text: Paragraph[] | Entry[], language: Pick<Entry, 'language'>): Block[] {
  const entries = text.filter((piece) => 'text' in piece)
  if (entries.length > 0)
    return entries.map((entry) => ({ kind: 'paragraph', ...entry, ...language }))
  const paragraphs = text.filter((piece) => 'runs' in piece)
  return [{ kind: 'paragraph', unnumbered: true, text: paragraphs, ...language }]
}
