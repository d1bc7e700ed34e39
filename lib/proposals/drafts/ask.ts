import 'server-only'
import { submits } from '@/lib/delegations/memberships/submitters'
import { announce, deskTopic } from '@/lib/live/announce'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { authorize } from '@/lib/errors'
import { canAskToRelease } from '@/lib/proposals/policy'
import type { DraftId } from '@/lib/proposals/schema'
import type { DraftPlace } from './commands'
import { lockDraft, requireUnsent } from './lock'

/**
 * Asks those who may submit for the actor's delegation to release a draft: it stands on their desks at
 * once. Neither the record nor a letter tells of it, since others read both.
 */
export function askToRelease(
  actor: SignedIn,
  { id }: DraftId,
): Promise<DraftPlace & { asked: string[] }> {
  return transaction(actor, async (tx) => {
    const draft = await lockDraft(tx, actor, id)
    requireUnsent(actor, draft)
    authorize(canAskToRelease(actor, draft), 'askNotNeeded')
    await tx.draft.update({
      where: { id },
      data: { releaseAskedAt: draft.now, releaseAskedById: actor.personId },
    })
    const { delegationId, slug } = draft
    const submitters = await tx.representative.findMany({
      where: { delegationId, ...submits },
      orderBy: { person: { name: 'asc' } },
      select: { personId: true, person: { select: { name: true } } },
    })
    await announce(tx, ...submitters.map(({ personId }) => deskTopic(personId)))
    return { id, slug, asked: submitters.map(({ person }) => person.name) }
  })
}
