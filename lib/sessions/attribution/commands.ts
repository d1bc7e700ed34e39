import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { withoutArticle } from './attribution'
import { tellDissociation, tellMembers } from './letters'
import { type LoadedAttribution, loadAttribution, stateOf } from './load'
import { canActOnBehalf, canAssociateAgain, canDissociate } from './policy'
import { type GroupRow, groupsOn } from './rows'
import type { Dissociate, OneAttribution } from './schema'

/** A delegation's next text, and its group. */
type Attributed = {
  sessionId: string
  delegationId: string
  /** Null: for itself alone. */
  groupOfStatesId: string | null
  receivedAt: Date
}

/**
 * Writes the group for which a delegation submits, with its members on the seat's day at which the request had arrived,
 * and returns the id for the submitted text. Refuses, beside the field, a group for which the delegation may not act on
 * that day. Call `announceAttribution` once the text is written.
 */
export async function attribute(tx: Tx, submitted: Attributed): Promise<string | null> {
  const { groupOfStatesId } = submitted
  if (!groupOfStatesId) return null
  const [id] = await attributeSeveral(tx, { ...submitted, groupOfStatesId }, 1)
  return id!
}

/** The group as it was on the day of the request; refused beside the field if the delegation may not act for it. */
async function loadOwnGroup(
  tx: Tx,
  {
    sessionId,
    delegationId,
    groupOfStatesId,
    receivedAt,
  }: Attributed & { groupOfStatesId: string },
): Promise<GroupRow> {
  const group = orNotFound((await groupsOn(tx, sessionId, receivedAt, { id: groupOfStatesId }))[0])
  const { entityId } = await tx.delegation.findUniqueOrThrow({ where: { id: delegationId } })
  const decision = canActOnBehalf(entityId, group)
  if (!decision.allowed)
    throw new Refused(decision.reason, decision.key, decision.values, 'onBehalfOfId')
  return group
}

/**
 * The same for a statement: the keeper of the list of speakers may enter one for a group itself, of no delegation
 * (`delegationId` null). Unchecked: the caller has decided on the right to the floor.
 */
export async function attributeStatement(
  tx: Tx,
  statement: Omit<Attributed, 'delegationId'> & { delegationId: string | null },
): Promise<string | null> {
  const { sessionId, groupOfStatesId, receivedAt } = statement
  if (!groupOfStatesId) return null
  const [group] = await groupsOn(tx, sessionId, receivedAt, { id: groupOfStatesId })
  const { name, states } = orNotFound(group)
  const [id] = await insert(tx, { ...statement, name }, { states, count: 1 })
  return id!
}

/** Writes this number of equal attributions, each with the group's members, and returns their ids. */
async function insert(
  tx: Tx,
  attribution: Prisma.GroupAttributionCreateManyInput,
  { states, count }: { states: GroupRow['states']; count: number },
): Promise<string[]> {
  const rows = await tx.groupAttribution.createManyAndReturn({
    data: Array.from({ length: count }, () => attribution),
    select: { id: true },
  })
  const ids = rows.map(({ id }) => id)
  await tx.attributedMember.createMany({
    data: ids.flatMap((attributionId) => states.map((state) => ({ attributionId, ...state }))),
  })
  return ids
}

/**
 * The same for the replacement of an earlier text: under the same group it keeps the attribution, so that dissociations
 * stay. Answers whether the attribution is new, and to be announced.
 */
export async function attributeAnew(
  tx: Tx,
  submitted: Attributed,
  earlier: { id: string; groupOfStatesId: string | null } | null,
): Promise<{ attributionId: string | null; isNew: boolean }> {
  if (earlier && earlier.groupOfStatesId === submitted.groupOfStatesId)
    return { attributionId: earlier.id, isNew: false }
  const attributionId = await attribute(tx, submitted)
  return { attributionId, isNew: attributionId !== null }
}

/**
 * The same for several texts that one act submits on behalf of one group, each with its own attribution, as a member
 * may dissociate itself from one of them alone.
 */
export async function attributeSeveral(
  tx: Tx,
  submitted: Attributed & { groupOfStatesId: string },
  count: number,
): Promise<string[]> {
  if (count === 0) return []
  const { sessionId, delegationId, groupOfStatesId, receivedAt } = submitted
  const { name, states } = await loadOwnGroup(tx, submitted)
  const attribution = { sessionId, delegationId, groupOfStatesId, name, receivedAt }
  return insert(tx, attribution, { states, count })
}

/**
 * A draft may name any group of States that its session's group knows: the submission checks whether the delegation may
 * act for it.
 */
export async function requireKnownGroup(tx: Tx, sessionId: string, id = ''): Promise<void> {
  if (!id) return
  const count = await tx.groupOfStates.count({
    where: { id, group: { sessions: { some: { id: sessionId } } } },
  })
  if (count === 0) throw new Refused('invalid', 'choose', {}, 'onBehalfOfId')
}

/** Records the group behind a text, and tells the other members, who may dissociate themselves. */
export async function announceAttribution(
  tx: Tx,
  actor: SignedIn,
  attributionId: string | null,
): Promise<void> {
  if (attributionId) await announceSeveral(tx, actor, [attributionId])
}

/** The same for several texts of one act: a member gets one letter for all that name one group. */
export async function announceSeveral(
  tx: Tx,
  actor: SignedIn,
  ids: readonly string[],
): Promise<void> {
  const attributions: LoadedAttribution[] = []
  for (const id of ids) attributions.push(await loadAttribution(tx, id))
  for (const attribution of attributions)
    await recordAct(tx, actor, 'attribution.made', attribution)
  const groups = new Set(attributions.map(({ name }) => name))
  for (const group of groups) {
    const [first, ...others] = attributions.filter(({ name }) => name === group)
    await tellMembers(tx, first!, others)
  }
}

/** The page of an attribution. */
type AttributionPlace = { slug: string; id: string; group: string }

/**
 * Dissociates the actor's State from a submission on behalf of a group to which it belonged on that day. Refused as
 * `canDissociate` says. Idempotent.
 */
export function dissociate(actor: SignedIn, input: Dissociate): Promise<AttributionPlace> {
  return transaction(actor, async (tx) => {
    const attribution = await lockAttribution(tx, input.attributionId)
    const member = ownMember(actor, attribution)
    if (member?.dissociated) return placeOf(attribution)
    requireAllowed(canDissociate(actor, stateOf(attribution)))
    const { entityId, delegationId, name } = orNotFound(member)
    const { reason } = input
    const { statedAt: at } = await tx.dissociation.create({
      data: {
        attributionId: attribution.id,
        entityId,
        delegationId,
        reason,
        statedById: actor.personId,
      },
    })
    await recordAct(tx, actor, 'attribution.dissociated', attribution)
    const notice = { member: { delegationId, name }, isEnd: false, reason, at }
    await tellDissociation(tx, attribution, notice)
    return placeOf(attribution)
  })
}

/** Ends the dissociation of the actor's State. Refused as `canAssociateAgain` says. Idempotent. */
export function associateAgain(actor: SignedIn, input: OneAttribution): Promise<AttributionPlace> {
  return transaction(actor, async (tx) => {
    const attribution = await lockAttribution(tx, input.attributionId)
    const member = ownMember(actor, attribution)
    if (member && !member.dissociated) return placeOf(attribution)
    requireAllowed(canAssociateAgain(actor, stateOf(attribution)))
    const { dissociated, delegationId, name } = orNotFound(member)
    const at = await clockTime(tx)
    await tx.dissociation.update({
      where: { id: orNotFound(dissociated).id },
      data: { endedAt: at, endedById: actor.personId },
    })
    await recordAct(tx, actor, 'attribution.associatedAgain', attribution)
    const notice = { member: { delegationId, name }, isEnd: true, reason: '', at }
    await tellDissociation(tx, attribution, notice)
    return placeOf(attribution)
  })
}

async function lockAttribution(tx: Tx, id: string): Promise<LoadedAttribution> {
  assertFound(await lockRow(tx, 'GroupAttribution', id))
  return loadAttribution(tx, id)
}

/** The actor's own member, if the actor may submit for it; never the author. */
function ownMember(actor: SignedIn, { sessionId, delegationId, members }: LoadedAttribution) {
  const place = membershipIn(actor, sessionId)
  const member = members.find((member) => member.delegationId === place?.delegationId)
  if (!place?.maySubmit || place.delegationId === delegationId || !member) return null
  return { ...member, delegationId: place.delegationId }
}

const recordAct = (
  tx: Tx,
  actor: SignedIn,
  event: 'attribution.made' | 'attribution.dissociated' | 'attribution.associatedAgain',
  { id, sessionId, name, author, members, subject }: LoadedAttribution,
): Promise<void> =>
  record(tx, actor, event, {
    sessionId,
    subjectId: id,
    data: { ...subject.about, author, group: withoutArticle(name), count: members.length },
  })

const placeOf = ({ id, session, name }: LoadedAttribution): AttributionPlace => ({
  id,
  slug: session.slug,
  group: withoutArticle(name),
})
