import 'server-only'
import type { Tx } from '@/lib/db/client'
import { tellChange } from './letters'
import { type LoadedAttribution, loadAttribution } from './load'

/** The later fate of a text on behalf of a group: other words under the same group, no text, or one without the group. */
type TextChange = 'replaced' | 'withdrawn' | 'leftGroup'

/**
 * Tells the other members of the group that texts to which they are bound were changed by one act: their words are others
 * now, or they stand for the members no more. One letter for each group; null and an empty list tell nobody.
 */
export async function announceChange(
  tx: Tx,
  ids: readonly (string | null)[],
  change: TextChange,
): Promise<void> {
  const byGroup = new Map<string, [LoadedAttribution, ...LoadedAttribution[]]>()
  for (const id of new Set(ids)) {
    if (!id) continue
    const attribution = await loadAttribution(tx, id)
    const same = byGroup.get(attribution.name)
    if (same) same.push(attribution)
    else byGroup.set(attribution.name, [attribution])
  }
  for (const attributions of byGroup.values()) await tellChange(tx, attributions, change)
}

/**
 * Keeps States that dissociated themselves from an earlier text dissociated from the one that takes the place of several:
 * their own acts, with their reason and time, hold for the new attribution too.
 */
export async function carryDissociations(
  tx: Tx,
  earlierIds: readonly string[],
  attributionId: string,
): Promise<void> {
  const members = await tx.attributedMember.findMany({
    where: { attributionId },
    select: { entityId: true },
  })
  const acts = await tx.dissociation.findMany({
    where: {
      attributionId: { in: [...earlierIds] },
      endedAt: null,
      entityId: { in: members.map(({ entityId }) => entityId) },
    },
    orderBy: { statedAt: 'asc' },
    distinct: ['entityId'],
    select: {
      entityId: true,
      delegationId: true,
      reason: true,
      statedAt: true,
      statedById: true,
    },
  })
  await tx.dissociation.createMany({ data: acts.map((act) => ({ ...act, attributionId })) })
}
