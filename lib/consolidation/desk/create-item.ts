import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { record, sha256 } from '@/lib/record/record'
import { requirePart } from '@/lib/consolidation/ledger/wordings/excerpt'
import { insertItem, type NewItem } from '@/lib/consolidation/ledger/items'
import { addLinks } from '@/lib/consolidation/ledger/links'
import type { LockedList } from '@/lib/consolidation/ledger/lock'
import { tellStates } from '@/lib/consolidation/ledger/notify-states'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import type { Source } from '@/lib/consolidation/ledger/sources'
import { recordUndoableAct } from '@/lib/consolidation/ledger/undo-log'
import { recalculateOutcomes } from '@/lib/consolidation/outcomes/outcomes'
import type { MakeItem } from '@/lib/consolidation/schema'
import { confirmStrength } from './confirm-strength'
import { confirmWithdrawn } from './confirm-withdrawn'

type ItemOfSources = NewItem &
  Pick<MakeItem, 'taken' | 'words' | 'strengthConfirmed' | 'withdrawnConfirmed'> & {
    /** The item before which it stands; '' for last under its heading. */
    before: string
  }

/** Creates an item within an act that has locked the list and loaded the sources. Returns its id. */
export async function createItemIn(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  sources: readonly Source[],
  item: ItemOfSources,
): Promise<string> {
  const { id, reason, strengthConfirmed = false, withdrawnConfirmed = false } = item
  await confirmWithdrawn(tx, actor, list, { id, sources, confirmed: withdrawnConfirmed })
  const texts = sources.map(({ text }) => text)
  await confirmStrength(tx, actor, list, { id, texts, confirmed: strengthConfirmed })
  const sourceIds = sources.map((source) => source.id)
  const part = requirePart(item, sources)
  const touched = { kind: 'made' as const, items: [id], sources: sourceIds }
  const textHash = await recordUndoableAct(tx, actor, list, touched, async () => {
    const hash = await insertItem(tx, actor, list, item)
    if (item.before) await placeItem(tx, id, item.headingId, item)
    const links = sourceIds.map((itemId) => ({ itemId, ...part }))
    await addLinks(tx, actor, list, id, links)
    await record(tx, actor, 'consolidation.itemMade', {
      sessionId: list.sessionId,
      subjectId: id,
      data: { sources: sources.length },
      textHash: hash,
    })
    await recalculateOutcomes(tx, actor, list, sourceIds, reason)
    return hash
  })
  const reworded = sources.filter(({ text }) => sha256(text) !== textHash)
  const rewordedIds = reworded.map((source) => source.id)
  await tellStates(tx, list, rewordedIds, { kind: 'reworded', reason })
  return id
}
