import type { Tx } from '@/lib/db/client'
import { releaseThing } from '@/lib/documents/things'
import { snapshotItems, snapshotOf, snapshotText } from '@/lib/plenary/snapshots/snapshot'
import { sha256 } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'
import type { CastDelegationKey } from '@/lib/demonstration/cast'
import type { MadeItem, StockTaking } from './room'

type Someone = { id: string; name: string }

/**
 * The plenary so far: States spoke for items, the Chair declared the status of each, one State objected and gave other
 * words, the agreed text was posted, and the item with the objection is before the room.
 */
export async function playPlenary(
  tx: Tx,
  room: StockTaking,
  items: readonly MadeItem[],
  rapporteur: Someone,
): Promise<void> {
  const { listId, session, cast, diary, next } = room
  await speak(tx, room, items)
  await declare(tx, room, items)
  const content = snapshotOf(
    items.map(({ id, kind, headingId, title, wordings, about }) => {
      const { number, body, text, textHash } = wordings.at(-1)!
      const status = about.declared?.at(-1)?.status ?? 'pending'
      const item = { id, kind, language: 'en', headingId, title, status }
      return { ...item, wording: number, body, text, textHash }
    }),
  )
  const textHash = sha256(snapshotText(content))
  const { secretariat } = cast.officers
  const takenAt = next()
  const snapshot = await tx.snapshot.create({
    data: { listId, number: 1, content, textHash, takenAt, takenById: secretariat.id },
  })
  await releaseThing(
    tx,
    { kind: 'snapshot', snapshotId: snapshot.id },
    { sessionId: session.id, actor: null, releasedAt: takenAt },
  )
  diary.push({
    at: takenAt,
    event: 'plenary.snapshotTaken',
    sessionId: session.id,
    person: secretariat,
    actingFor: 'secretariat',
    subjectId: snapshot.id,
    data: { number: 1, items: snapshotItems(content).length, onBehalfOf: '' },
    textHash,
  })
  const before = items.find(({ about }) => about.objection)!
  await tx.consolidatedList.update({ where: { id: listId }, data: { onScreenItemId: before.id } })
  diary.push({
    at: next(),
    event: 'plenary.putOnScreen',
    sessionId: session.id,
    person: rapporteur,
    actingFor: 'rapporteur',
    subjectId: before.id,
  })
}

/** The speaker of a State in the room. */
function speaker({ session, cast }: StockTaking, by: CastDelegationKey) {
  const { head, name } = cast.delegations[by]
  return { head, delegationId: session.delegations[by], name }
}

/** Statements of support, and the objection with its words. */
async function speak(tx: Tx, room: StockTaking, items: readonly MadeItem[]): Promise<void> {
  const { session, diary, next } = room
  const say = (by: CastDelegationKey, subjectId: string, wording: number) => {
    const { head, delegationId, name } = speaker(room, by)
    const at = next()
    const act = {
      at,
      sessionId: session.id,
      person: head,
      delegationId,
      actingFor: name,
      subjectId,
    }
    return { act: { ...act, data: { wording } }, at, personId: head.id, delegationId }
  }
  await tx.support.createMany({
    data: items.flatMap(({ id, wordings, about }) =>
      (about.supporters ?? []).map((by) => {
        const wording = wordings.length
        const { act, at, personId, delegationId } = say(by, id, wording)
        diary.push({ ...act, event: 'plenary.supported' })
        return { itemId: id, wording, delegationId, statedAt: at, statedById: personId }
      }),
    ),
  })
  for (const { id, about } of items) {
    if (!about.objection) continue
    const { by, wording, reason, words } = about.objection
    const { act, at, personId, delegationId } = say(by, id, wording)
    diary.push({ ...act, event: 'plenary.objected', textHash: sha256(words) })
    await tx.objection.create({
      data: {
        itemId: id,
        wording,
        delegationId,
        reason,
        body: documentFromText(words),
        text: words,
        raisedAt: at,
        raisedById: personId,
      },
    })
  }
}

/** The Chair's declarations, the later status last. */
async function declare(tx: Tx, room: StockTaking, items: readonly MadeItem[]): Promise<void> {
  const { listId, session, cast, diary, next } = room
  const { chair } = cast.officers
  const statuses = items.flatMap(({ id: itemId, about }) => {
    const declared = (about.declared ?? []).map((declaration) => ({ ...declaration, at: next() }))
    return declared.map(({ status, wording, reason = '', at }, index) => {
      diary.push({
        at,
        event: 'plenary.declared',
        sessionId: session.id,
        person: chair,
        actingFor: 'chair',
        subjectId: itemId,
        data: { standing: status, wording, onBehalfOf: '', ...(reason && { reason }) },
      })
      const supersededAt = declared[index + 1]?.at ?? null
      return { listId, itemId, kind: status, wording, reason, at, byId: chair.id, supersededAt }
    })
  })
  await tx.itemStatus.createMany({ data: statuses })
}
