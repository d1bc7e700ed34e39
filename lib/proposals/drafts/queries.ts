import 'server-only'
import { db } from '@/lib/db/client'
import { type Actor, placeIn } from '@/lib/delegations/actor'
import { asId, found } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import type { ProposalKind } from '@/lib/proposals/kinds'

type Session = { id: string }

/** One draft of the own delegation, as a line. */
export type DraftSummary = {
  id: string
  /** The proposal that it revises. */
  proposalNumber: number | null
  kind: ProposalKind | null
  body: TextDocument
  language: string
  writtenBy: string
  updatedAt: Date
}

/** What the actor's own delegation is writing in the session, the latest first; nobody else's. */
export async function listDrafts(actor: Actor, { id }: Session): Promise<DraftSummary[]> {
  const place = placeIn(actor, id)
  if (!place) return []
  return db.$queryRaw<DraftSummary[]>`
    SELECT f.id, p.number AS "proposalNumber", f.kind, f.body, f."originalLanguage" AS language,
      w.name AS "writtenBy", f."updatedAt"
    FROM "Draft" f JOIN "Person" w ON w.id = f."updatedById"
    LEFT JOIN "Proposal" p ON p.id = f."proposalId"
    WHERE f."sessionId" = ${id}::uuid AND f."delegationId" = ${place.delegationId}::uuid
      AND f."submittedAt" IS NULL AND f."discardedAt" IS NULL
    ORDER BY f."updatedAt" DESC, f.id`
}

/** A draft as its own delegation writes it. */
export type DraftView = {
  id: string
  version: number
  kind: ProposalKind | null
  agendaItemId: string | null
  agenda: string | null
  body: TextDocument
  explanation: string
  language: string
  reason: string
  writtenBy: string
  updatedAt: Date
  /** The revision that it revises, and how the proposal stands now. */
  revises: {
    proposalId: string
    number: number
    base: number
    current: number
    baseBody: TextDocument
    currentBody: TextDocument
  } | null
  /** What it became when it was submitted. */
  submitted: { number: number; revision: number } | null
}

/** A draft of the actor's own delegation; any other is answered as one that does not exist. */
export async function getDraft(
  actor: Actor,
  session: Session,
  id: string | undefined,
): Promise<DraftView> {
  const place = found(placeIn(actor, session.id))
  const rows = await db.$queryRaw<DraftView[]>`
    SELECT f.id, f.version, f.kind, f."agendaItemId", f.body, f.explanation,
      f."originalLanguage" AS language, f.reason, w.name AS "writtenBy", f."updatedAt",
      a.number || a.letter || '. ' || a.title AS agenda,
      CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('proposalId', p.id,
        'number', p.number, 'base', f."baseNumber", 'current', p."currentNumber",
        'baseBody', b.body, 'currentBody', c.body) END AS revises,
      (SELECT json_build_object('number', o.number, 'revision', r.number)
        FROM "Revision" r JOIN "Proposal" o ON o.id = r."proposalId"
        WHERE r."draftId" = f.id) AS submitted
    FROM "Draft" f JOIN "Person" w ON w.id = f."updatedById"
    LEFT JOIN "AgendaItem" a ON a.id = f."agendaItemId"
    LEFT JOIN "Proposal" p ON p.id = f."proposalId"
    LEFT JOIN "Revision" b ON b."proposalId" = p.id AND b.number = f."baseNumber"
    LEFT JOIN "Revision" c ON c."proposalId" = p.id AND c.number = p."currentNumber"
    WHERE f.id = ${asId(id)}::uuid AND f."sessionId" = ${session.id}::uuid
      AND f."delegationId" = ${place.delegationId}::uuid AND f."discardedAt" IS NULL`
  return found(rows[0])
}

/** The names of those in the actor's delegation who may submit for it. */
export async function listWhoMaySubmit(actor: Actor, session: Session): Promise<string[]> {
  const place = placeIn(actor, session.id)
  if (!place) return []
  const people = await db.representative.findMany({
    where: { delegationId: place.delegationId, maySubmit: true, endedAt: null },
    select: { person: { select: { name: true } } },
    orderBy: { person: { name: 'asc' } },
  })
  return people.map(({ person }) => person.name)
}

/** The agenda items under which a proposal may stand. */
export async function listProposalAgenda(
  session: Session,
): Promise<{ id: string; label: string }[]> {
  const items = await db.agendaItem.findMany({
    where: { sessionId: session.id, kind: { in: ['substantive', 'other'] } },
    orderBy: [{ number: 'asc' }, { letter: 'asc' }],
  })
  return items.map((item) => ({
    id: item.id,
    label: `${item.number}${item.letter}. ${item.title}`,
  }))
}
