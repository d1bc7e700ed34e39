import 'server-only'
import type { Tx } from '@/lib/db/client'
import { announceChange, carryDissociations } from '@/lib/sessions/attribution/changes'
import { attributeSeveral } from '@/lib/sessions/attribution/commands'

/** The attributions of comments that are replaced, by the id of the comment that takes their place. */
export type ReplacedAttributions = ReadonlyMap<
  string,
  readonly { id: string; groupOfStatesId: string | null }[]
>

type Attributable = { id: string; onBehalfOfId: string | null }

/** The attributions of the comments of a release. */
type Attributions = {
  /** By the id of the comment. */
  of: ReadonlyMap<string, string>
  /** New ones, which are announced. */
  made: string[]
  /** Those under which other words stand now. */
  replaced: string[]
  /** Those under which nothing stands any more. */
  left: string[]
}

/**
 * Writes the group for which a delegation releases each draft, with the members of the group on the day of its receipt;
 * a replacement of a comment under the same group keeps its attribution. One comment that takes the place of several
 * under that group gets a new one, and who dissociated itself from any of them stays dissociated. Refuses a group for
 * which the delegation may not act.
 */
export async function attributeComments<Draft extends Attributable>(
  tx: Tx,
  place: { sessionId: string; delegationId: string },
  drafts: readonly Draft[],
  { receivedAt, replaced }: { receivedAt: (draft: Draft) => Date; replaced: ReplacedAttributions },
): Promise<Attributions> {
  const of = new Map<string, string>()
  const made: string[] = []
  const open: Draft[] = []
  const earlierOf = ({ id, onBehalfOfId }: Draft): string[] => [
    ...new Set(
      (replaced.get(id) ?? [])
        .filter(({ groupOfStatesId }) => groupOfStatesId === onBehalfOfId)
        .map((earlier) => earlier.id),
    ),
  ]
  for (const draft of drafts.filter(({ onBehalfOfId }) => onBehalfOfId !== null)) {
    const [earlier, ...others] = earlierOf(draft)
    if (earlier && others.length === 0) of.set(draft.id, earlier)
    else open.push(draft)
  }
  const alike = new Map<string, Draft[]>()
  for (const draft of open) {
    const key = `${draft.onBehalfOfId} ${receivedAt(draft).toISOString()}`
    alike.set(key, [...(alike.get(key) ?? []), draft])
  }
  for (const group of alike.values()) {
    const [first] = group
    if (!first?.onBehalfOfId) continue
    const submitted = {
      ...place,
      groupOfStatesId: first.onBehalfOfId,
      receivedAt: receivedAt(first),
    }
    const ids = await attributeSeveral(tx, submitted, group.length)
    for (const [index, draft] of group.entries()) of.set(draft.id, ids[index]!)
    made.push(...ids)
  }
  const carried = new Set<string>()
  for (const draft of open) {
    const earlier = earlierOf(draft)
    if (earlier.length === 0) continue
    await carryDissociations(tx, earlier, of.get(draft.id)!)
    for (const id of earlier) carried.add(id)
  }
  const now = new Set(of.values())
  const before = [...replaced.values()].flat().map(({ id }) => id)
  return {
    of,
    made,
    replaced: before.filter((id) => now.has(id)),
    left: before.filter((id) => !now.has(id) && !carried.has(id)),
  }
}

/** Tells the members of the groups of a release what became of the comments that it replaced. */
export async function announceReplaced(tx: Tx, { replaced, left }: Attributions): Promise<void> {
  await announceChange(tx, replaced, 'replaced')
  await announceChange(tx, left, 'leftGroup')
}
