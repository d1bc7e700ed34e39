import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { record, sha256 } from '@/lib/record/record'
import type { TextDocument } from '@/lib/text/document/document'
import { keepAct } from '@/lib/consolidation/ledger/undo-log'
import { addLinks } from '@/lib/consolidation/ledger/links'
import type { LockedList } from '@/lib/consolidation/ledger/lock'
import { settle } from '@/lib/consolidation/outcomes/outcomes'
import { requirePart } from '@/lib/consolidation/ledger/excerpt'
import { placeItem } from '@/lib/consolidation/ledger/positions'
import type { MakeItem } from '@/lib/consolidation/schema'
import type { Source } from '@/lib/consolidation/ledger/sources'
import { askAboutStrength } from './confirm-strength'
import { tellStates } from '@/lib/consolidation/ledger/notify-states'
import { writeWording } from '@/lib/consolidation/ledger/wordings'

export type NewItem = Pick<MakeItem, 'id' | 'headingId' | 'kind' | 'reason'> & {
  language: string
  body: TextDocument
}

type Making = NewItem & Pick<MakeItem, 'taken' | 'words' | 'strengthConfirmed'> & { before: string }

/** Makes an item within an act that has locked the list and found what it is made of. Returns its id. */
export async function makeWithin(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  sources: readonly Source[],
  item: Making,
): Promise<string> {
  await askAboutStrength(tx, actor, list, {
    id: item.id,
    texts: sources.map(({ text }) => text),
    confirmed: item.strengthConfirmed ?? false,
  })
  const sourceIds = sources.map(({ id }) => id)
  const { id, reason } = item
  const part = requirePart(item, sources)
  const touched = { kind: 'made' as const, items: [id], sources: sourceIds }
  const textHash = await keepAct(tx, actor, list, touched, async () => {
    const hash = await insertItem(tx, actor, list, item)
    if (item.before) await placeItem(tx, id, item.headingId, item)
    await addLinks(tx, actor, list, { id, itemIds: sourceIds, ...part })
    await record(tx, actor, 'consolidation.itemMade', {
      sessionId: list.sessionId,
      subjectId: id,
      data: { sources: sources.length },
      textHash: hash,
    })
    await settle(tx, actor, list, sourceIds, reason)
    return hash
  })
  const reworded = sources.filter(({ text }) => sha256(text) !== textHash)
  await tellStates(
    tx,
    list,
    reworded.map((source) => source.id),
    { kind: 'reworded', reason },
  )
  return id
}

/** Writes a new item, last under its heading, with its first wording. Returns the hash of that. */
export async function insertItem(tx: Tx, actor: SignedIn, list: LockedList, item: NewItem) {
  const { id, headingId, kind, language } = item
  const last = await tx.consolidatedItem.aggregate({
    where: { headingId, deletedAt: null },
    _max: { position: true },
  })
  const position = (last._max.position ?? 0) + 1
  const createdById = actor.personId
  await tx.consolidatedItem.create({
    data: { id, listId: list.id, headingId, kind, language, position, createdById },
  })
  return writeWording(tx, actor, { itemId: id, number: 1, body: item.body, reason: item.reason })
}
