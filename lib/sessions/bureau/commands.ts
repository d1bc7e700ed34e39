import 'server-only'
import { databaseTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { transaction } from '@/lib/delegations/transaction'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { canChangeSession } from '@/lib/sessions/policy'
import type { AddBureauMember, EndBureauMember } from './schema'

/**
 * Enters a member of the extended Bureau. A successor takes the place of another in the same capacity, which ends with
 * it; refuses a successor in another capacity, and the successor of an ended place.
 */
export function addBureauMember(actor: SignedIn, input: AddBureauMember): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, wholeGroup, succeedsId, ...member } = input
    authorize(canChangeSession(actor, sessionId), 'secretariatOnly')
    await lockRow(tx, 'Session', sessionId)
    const session = orNotFound(await tx.session.findUnique({ where: { id: sessionId } }))
    const { groupId, slug } = session
    if (succeedsId) {
      const before = orNotFound(
        await tx.bureauMember.findFirst({
          where: { id: succeedsId, groupId, OR: [{ sessionId: null }, { sessionId }] },
        }),
      )
      if (before.capacity !== member.capacity || before.title !== member.title)
        throw new Refused('invalid', 'successorCapacity', { title: before.title }, 'succeedsId')
      await end(tx, actor, before.id)
    }
    const { id } = await tx.bureauMember.create({
      data: {
        ...member,
        groupId,
        succeedsId,
        sessionId: wholeGroup ? null : sessionId,
        position: (await tx.bureauMember.count({ where: { groupId } })) + 1,
        ...(await knownOf(tx, groupId, member)),
      },
    })
    const data = { name: member.name, title: member.title }
    await record(tx, actor, 'session.bureauMemberAdded', { sessionId, subjectId: id, data })
    return slug
  })
}

/** Ends a place: its holder has no say in the extended Bureau from now on. */
export function endBureauMember(actor: SignedIn, input: EndBureauMember): Promise<string> {
  return transaction(actor, async (tx) => {
    const { sessionId, memberId } = input
    authorize(canChangeSession(actor, sessionId), 'secretariatOnly')
    await lockRow(tx, 'Session', sessionId)
    const { groupId, slug } = orNotFound(await tx.session.findUnique({ where: { id: sessionId } }))
    const member = orNotFound(
      await tx.bureauMember.findFirst({
        where: { id: memberId, groupId, OR: [{ sessionId: null }, { sessionId }] },
      }),
    )
    await end(tx, actor, memberId)
    const data = { name: member.name, title: member.title }
    await record(tx, actor, 'session.bureauMemberEnded', { sessionId, subjectId: memberId, data })
    return slug
  })
}

async function end(tx: Tx, actor: SignedIn, id: string): Promise<void> {
  const endedAt = await databaseTime(tx)
  const { count } = await tx.bureauMember.updateMany({
    where: { id, endedAt: null },
    data: { endedAt, endedById: actor.personId },
  })
  if (count === 0) throw new Refused('conflict', 'placeEnded')
}

/** The installation's data on a member: the account by its address, the State by its name, the group of States. */
async function knownOf(
  tx: Tx,
  groupId: string,
  { email, affiliation, title }: { email: string; affiliation: string; title: string },
) {
  const person = email ? await tx.person.findUnique({ where: { email } }) : null
  const entity = affiliation
    ? await tx.entity.findFirst({ where: { sortKey: sortKey(affiliation) }, select: { id: true } })
    : null
  const group = await tx.groupOfStates.findUnique({
    where: { groupId_name: { groupId, name: title } },
  })
  return {
    personId: person?.id ?? null,
    entityId: entity?.id ?? null,
    groupOfStatesId: group?.id ?? null,
  }
}
