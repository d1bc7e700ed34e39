import 'server-only'
import { clockTime, db } from '@/lib/db/client'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { readNumber } from '@/lib/proposals/number'
import type { TextDocument } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import { undoneFrom } from './care-commands'
import { type DraftContent, readContent } from './content'

type Session = { id: string }

/** A draft that can still be restored. */
type DiscardedDraft = {
  id: string
  body: TextDocument
  language: string
  discardedBy: string
  discardedAt: Date
}

/** Drafts that the actor's own delegation discarded within a day, the latest first. */
export async function listDiscardedDrafts(
  actor: Actor,
  session: Session,
): Promise<DiscardedDraft[]> {
  const place = membershipIn(actor, session.id)
  if (!place) return []
  const drafts = await db.draft.findMany({
    where: {
      sessionId: session.id,
      delegationId: place.delegationId,
      submittedAt: null,
      discardedAt: { gte: undoneFrom(await clockTime(db)) },
    },
    orderBy: { discardedAt: 'desc' },
    include: { discardedBy: { select: { name: true } } },
  })
  return drafts.map(({ id, body, originalLanguage, discardedBy, discardedAt }) => ({
    id,
    body: readDocument(body),
    language: originalLanguage,
    discardedBy: discardedBy?.name ?? '',
    discardedAt: discardedAt!,
  }))
}

/** An earlier state of a draft, as a line. */
type DraftStateSummary = { version: number; writtenBy: string; writtenAt: Date }

/** The `where` of a draft of the actor's own delegation that is not discarded. */
function ownDraft(actor: Actor, session: Session, id: string) {
  const { delegationId } = orNotFound(membershipIn(actor, session.id))
  return { id, sessionId: session.id, delegationId, discardedAt: null }
}

/** The earlier states of a draft of the actor's own delegation, the latest first. */
export async function listDraftStates(
  actor: Actor,
  session: Session,
  draftId: string,
): Promise<DraftStateSummary[]> {
  const states = await db.draftState.findMany({
    where: { draft: ownDraft(actor, session, draftId) },
    orderBy: { version: 'desc' },
    select: { version: true, writtenAt: true, writtenBy: { select: { name: true } } },
  })
  return states.map(({ version, writtenAt, writtenBy }) => ({
    version,
    writtenAt,
    writtenBy: writtenBy.name,
  }))
}

/** One earlier state, whole. */
export async function getDraftState(
  actor: Actor,
  session: Session,
  draftId: string,
  version: string | undefined,
): Promise<DraftStateSummary & { content: DraftContent }> {
  const state = orNotFound(
    await db.draftState.findFirst({
      where: { draft: ownDraft(actor, session, draftId), version: readNumber(version) },
      include: { writtenBy: { select: { name: true } } },
    }),
  )
  return {
    version: state.version,
    writtenAt: state.writtenAt,
    writtenBy: state.writtenBy.name,
    content: readContent(state.content),
  }
}

/** A colleague's note to the delegation about a draft. */
export type DraftNoteView = { id: string; text: string; writtenBy: string; writtenAt: Date }

/** The notes about a draft of the actor's own delegation, the earliest first. */
export async function listDraftNotes(
  actor: Actor,
  session: Session,
  draftId: string,
): Promise<DraftNoteView[]> {
  const notes = await db.draftNote.findMany({
    where: { draft: ownDraft(actor, session, draftId) },
    orderBy: { writtenAt: 'asc' },
    include: { writtenBy: { select: { name: true } } },
  })
  return notes.map(({ id, text, writtenAt, writtenBy }) => ({
    id,
    text,
    writtenAt,
    writtenBy: writtenBy.name,
  }))
}
