import 'server-only'
import type { Tx } from '@/lib/db/client'
import { orNotFound } from '@/lib/errors'
import type { AttributionState } from './policy'
import { type Subject, subjectFacts, subjectOf } from './subject'

/** A member of that day with its delegation to the session, if it has one, and its dissociation that has not ended. */
type MemberRow = {
  entityId: string
  name: string
  delegationId: string | null
  dissociated: { id: string; reason: string; at: Date } | null
}

/** An attribution with all that its page, its acts and its letters need. */
export type LoadedAttribution = {
  id: string
  sessionId: string
  delegationId: string | null
  session: { slug: string }
  /** The State or organisation that submitted it; the group itself if there is none. */
  author: string
  name: string
  receivedAt: Date
  /** In English alphabetical order. */
  members: MemberRow[]
  subject: Subject
}

/** Unchecked: the caller must have authorized the actor. Refuses as not found if there is none. */
export async function loadAttribution(tx: Tx, id: string): Promise<LoadedAttribution> {
  const { delegation, members, ...attribution } = orNotFound(
    await tx.groupAttribution.findUnique({
      where: { id },
      select: {
        id: true,
        sessionId: true,
        delegationId: true,
        name: true,
        receivedAt: true,
        delegation: { select: { name: true } },
        members: {
          orderBy: { sortKey: 'asc' },
          select: {
            entityId: true,
            name: true,
            dissociations: {
              where: { endedAt: null },
              select: { id: true, reason: true, statedAt: true },
            },
          },
        },
        ...subjectFacts,
      },
    }),
  )
  const { sessionId } = attribution
  const delegations = await tx.delegation.findMany({
    where: { sessionId, entityId: { in: members.map(({ entityId }) => entityId) } },
    select: { id: true, entityId: true },
  })
  const of = new Map(delegations.map(({ id: delegationId, entityId }) => [entityId, delegationId]))
  return {
    id,
    sessionId,
    delegationId: attribution.delegationId,
    session: attribution.session,
    name: attribution.name,
    receivedAt: attribution.receivedAt,
    author: delegation?.name ?? attribution.name,
    members: members.map(({ entityId, name, dissociations: [dissociation] }) => ({
      entityId,
      name,
      delegationId: of.get(entityId) ?? null,
      dissociated: dissociation
        ? { id: dissociation.id, reason: dissociation.reason, at: dissociation.statedAt }
        : null,
    })),
    subject: subjectOf(attribution),
  }
}

/** An attribution's facts for the policy. */
export const stateOf = ({
  sessionId,
  delegationId,
  members,
}: LoadedAttribution): AttributionState => ({
  sessionId,
  delegationId,
  members: members.flatMap((member) =>
    member.delegationId
      ? [{ delegationId: member.delegationId, dissociated: member.dissociated !== null }]
      : [],
  ),
})
