import 'server-only'
import type { Tx } from '@/lib/db/client'
import { attributeSeveral } from '@/lib/sessions/attribution/commands'

/** The attributions of comments that are replaced, by the id of the comment that takes their place. */
export type ReplacedAttributions = ReadonlyMap<
  string,
  { id: string; groupOfStatesId: string | null }
>

type Attributable = { id: string; onBehalfOfId: string | null }

/**
 * Writes the group for which a delegation releases each draft, with the members of the group on the day of its receipt;
 * a replacement of a comment under the same group keeps its attribution. Returns the attribution of each comment, and
 * the new attributions to announce. Refuses a group for which the delegation may not act.
 */
export async function attributeComments<Draft extends Attributable>(
  tx: Tx,
  place: { sessionId: string; delegationId: string },
  drafts: readonly Draft[],
  { receivedAt, replaced }: { receivedAt: (draft: Draft) => Date; replaced: ReplacedAttributions },
): Promise<{ of: ReadonlyMap<string, string>; isNew: string[] }> {
  const of = new Map<string, string>()
  const isNew: string[] = []
  const open: Draft[] = []
  for (const draft of drafts.filter(({ onBehalfOfId }) => onBehalfOfId !== null)) {
    const earlier = replaced.get(draft.id)
    if (earlier?.groupOfStatesId === draft.onBehalfOfId) of.set(draft.id, earlier.id)
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
    isNew.push(...ids)
  }
  return { of, isNew }
}
