import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { asId, assertFound, orNotFound } from '@/lib/errors'
import { canWriteReport } from '@/lib/report/policy'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'

/** A free paragraph with all its wordings, the latest first. */
export type WrittenParagraph = {
  id: string
  section: string
  revisions: {
    number: number
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
  const found = orNotFound(
    await db.reportParagraph.findFirst({
      where: { id: asId(paragraph), removedAt: null, report: { sessionId: session.id } },
      include: {
        report: { select: { sessionId: true, releasedAt: true, adoptedAt: true } },
        revisions: {
          orderBy: { number: 'desc' },
          include: { writtenBy: { select: { name: true } } },
        },
      },
    }),
  )
  assertFound(canWriteReport(actor, found.report).allowed)
  return {
    id: found.id,
    section: found.section,
    revisions: found.revisions.map(({ number, body, text, writtenAt, writtenBy }) => ({
      number,
      body: readDocument(body),
      text,
      writtenAt,
      writtenBy: writtenBy.name,
    })),
  }
}
