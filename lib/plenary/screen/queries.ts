import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { diff } from '@/lib/text/diff/diff'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { NUMBER_COLUMNS } from '@/lib/consolidation/ledger/numbers'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import { isAgreed } from '@/lib/consolidation/status/status-rule'
import type { ScreenView } from './view'
import type { TypingView } from './concurrent-typing'
import { readDocument } from '@/lib/text/document/stored'

/** Refuses a person who does not take part in the session. */
export function requireScreen(actor: SignedIn, session: { id: string }): void {
  assertFound(canReadConsolidated(actor, session.id))
}

type Row = Omit<ScreenView, 'paragraphs'> & { body: TextDocument; typed: TextDocument | null }

/**
 * The room's screen; null while nothing is on it. Unchecked, since one reading serves all viewers of a process: the
 * caller has asked `requireScreen`.
 */
export async function loadScreen(sessionId: string): Promise<ScreenView | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id, h.title AS heading, placed.paragraph, placed.letter, placed.place, placed.of, i.kind, i.language, t.body,
      typed.body AS typed, coalesce(s.kind, 'pending') AS status,
      l."adoptedAt" IS NOT NULL AS adopted
    FROM "ConsolidatedList" l
    JOIN LATERAL (
      SELECT i.id, ${NUMBER_COLUMNS}, (count(*) OVER ())::int AS of
      FROM "ConsolidatedItem" i JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
      WHERE i."listId" = l.id AND i."deletedAt" IS NULL) placed ON placed.id = l."onScreenItemId"
    JOIN "ConsolidatedItem" i ON i.id = placed.id
    JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
    JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = i."currentNumber"
    LEFT JOIN "ScreenText" typed ON typed."itemId" = i.id
    LEFT JOIN "ItemStatus" s ON s."itemId" = i.id AND s."supersededAt" IS NULL
    WHERE l."sessionId" = ${sessionId}::uuid`
  const [row] = rows
  if (!row) return null
  const { body, typed, ...view } = row
  const base = toMarked(readDocument(body))
  // The screens show an agreed item in the words that were agreed.
  const changes =
    typed && !row.adopted && !isAgreed(row.status)
      ? diff(base, toMarked(readDocument(typed)), row.language)
      : []
  return { ...view, paragraphs: comparedParagraphs(base, changes) }
}

type TypingRow = Omit<TypingView, 'paragraphs'> & { base: TextDocument; language: string }

/** The text before the room for the consoles; null while none is. Unchecked: the caller has asked who runs the screen. */
export async function loadTyping(sessionId: string): Promise<TypingView | null> {
  const rows = await db.$queryRaw<TypingRow[]>`
    SELECT i.id AS "itemId", i."currentNumber" AS wording, i.language, t.body AS base,
      coalesce(typed.body, t.body) AS body, coalesce(typed.version, 0) AS version,
      coalesce(typed."baseNumber", i."currentNumber") AS "typedOver",
      coalesce(p.name, '') AS by, l.version AS at
    FROM "ConsolidatedList" l
    JOIN "ConsolidatedItem" i ON i.id = l."onScreenItemId" AND i."deletedAt" IS NULL
    JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = i."currentNumber"
    LEFT JOIN "ScreenText" typed ON typed."itemId" = i.id
    LEFT JOIN "Person" p ON p.id = typed."updatedById"
    WHERE l."sessionId" = ${sessionId}::uuid`
  const [row] = rows
  if (!row) return null
  const { base, language, ...view } = row
  const baseText = toMarked(readDocument(base))
  const body = readDocument(view.body)
  const changes = diff(baseText, toMarked(body), language)
  return { ...view, body, paragraphs: comparedParagraphs(baseText, changes) }
}

/**
 * The versions of the session and its consolidated list together, as text: every act on either raises the sum.
 * Unchecked: the caller must have authorized the actor.
 */
export async function loadScreenVersion(sessionId: string): Promise<string> {
  const session = await db.session.findUnique({
    where: { id: sessionId },
    select: { version: true, consolidatedList: { select: { version: true } } },
  })
  return String(session ? roomVersion(session, session.consolidatedList) : 0)
}

/** The version of a desk or a console: it rises with every act on the session or its list. */
export const roomVersion = (
  session: { version: number },
  list: { version: number } | null | undefined,
): number => session.version + (list?.version ?? 0)
