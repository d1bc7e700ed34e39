import 'server-only'
import { subDays } from 'date-fns/subDays'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { orNotFound, Refused } from '@/lib/errors'
import { announce } from '@/lib/live/announce'
import type { DraftId, NoteOnDraft, RestoreState } from '@/lib/proposals/schema'
import type { DraftPlace } from './commands'
import { readContent } from './content'
import { lockDraft, lockDraftOrDiscarded, requireUnsent } from './lock'
import { draftTopic, writeOver } from './write-over'

/**
 * Puts a draft of the actor's own delegation aside, whatever its version: no content is lost, and it can be restored
 * for a day. Idempotent.
 */
export function discardDraft(actor: SignedIn, { id }: DraftId): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraftOrDiscarded(tx, actor, id)
    requireUnsent(actor, draft)
    if (!draft.discardedAt) await setDiscarded(tx, id, { at: draft.now, byId: actor.personId })
    return { id, slug: draft.slug }
  })
}

/** Puts a discarded draft back, within a day. Idempotent. */
export function putBackDraft(actor: SignedIn, { id }: DraftId): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraftOrDiscarded(tx, actor, id)
    if (draft.discardedAt) {
      if (draft.discardedAt < undoneFrom(draft.now)) throw new Refused('closed', 'discardedForGood')
      await setDiscarded(tx, id, { at: null, byId: null })
    }
    return { id, slug: draft.slug }
  })
}

/** Discarded drafts since this time can be restored. */
export const undoneFrom = (now: Date): Date => subDays(now, 1)

async function setDiscarded(
  tx: Tx,
  id: string,
  { at, byId }: { at: Date | null; byId: string | null },
): Promise<void> {
  await tx.draft.update({ where: { id }, data: { discardedAt: at, discardedById: byId } })
  await announce(tx, draftTopic(id))
}

/** Restores an earlier state; the present content of the draft is kept as a state too. */
export function restoreState(
  actor: SignedIn,
  { id, stateVersion }: RestoreState,
): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    requireUnsent(actor, draft)
    const state = orNotFound(
      await tx.draftState.findUnique({
        where: { draftId_version: { draftId: id, version: stateVersion } },
      }),
    )
    const content = readContent(state.content)
    // The agenda may have changed meanwhile.
    const agendaItem =
      content.agendaItemId &&
      (await tx.agendaItem.findFirst({
        where: { id: content.agendaItemId, sessionId: draft.sessionId },
        select: { id: true },
      }))
    const agendaItemId = agendaItem ? agendaItem.id : null
    await writeOver(tx, actor, draft, { ...content, agendaItemId }, true)
    return { id, slug: draft.slug }
  })
}

/** Leaves a note about a draft for the delegation. `noteId` comes with the form: the request is idempotent. */
export function noteOnDraft(
  actor: SignedIn,
  { id, noteId, note }: NoteOnDraft,
): Promise<DraftPlace> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    requireUnsent(actor, draft)
    await tx.draftNote.createMany({
      data: { id: noteId, draftId: id, text: note, writtenById: actor.personId },
      skipDuplicates: true,
    })
    await announce(tx, draftTopic(id))
    return { id, slug: draft.slug }
  })
}
