import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { asId, assertFound, orNotFound } from '@/lib/errors'
import { canWriteReport } from '@/lib/report/policy'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import { asLocale, type Locale } from '@/lib/text/locales'

/** A free paragraph with all its wordings, the latest of each language first. */
export type WrittenParagraph = {
  id: string
  section: string
  original: Locale
  revisions: {
    id: string
    language: Locale
    number: number
    /** The number of the original's wording that it translates; null for the original. */
    translates: number | null
    body: TextDocument
    text: string
    writtenAt: Date
    writtenBy: string
  }[]
}

/** A free paragraph for those who write the report; for anybody else not found. */
export async function getParagraph(
  actor: Actor,
  session: { id: string },
  paragraph: string,
): Promise<WrittenParagraph> {
  const row = orNotFound(
    await db.reportParagraph.findFirst({
      where: { id: asId(paragraph), removedAt: null, report: { sessionId: session.id } },
      include: {
        report: { select: { sessionId: true, releasedAt: true, adoptedAt: true } },
        revisions: {
          orderBy: [{ language: 'asc' }, { number: 'desc' }],
          include: {
            writtenBy: { select: { name: true } },
            translates: { select: { number: true } },
          },
        },
      },
    }),
  )
  assertFound(canWriteReport(actor, row.report).allowed)
  return {
    id: row.id,
    section: row.section,
    original: asLocale(row.originalLanguage),
    revisions: row.revisions.map(({ id, number, text, writtenAt, ...revision }) => ({
      id,
      language: asLocale(revision.language),
      number,
      translates: revision.translates?.number ?? null,
      body: readDocument(revision.body),
      text,
      writtenAt,
      writtenBy: revision.writtenBy.name,
    })),
  }
}
