import 'server-only'
import { submits } from '@/lib/delegations/memberships/submitters'
import { db, type Tx } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import type { EntityKind } from '@/lib/delegations/kinds'
import { authorize } from '@/lib/errors'
import { preparesCirculations } from '@/lib/circulation/policy'
import type { AddresseeFilter } from '@/lib/circulation/schema'
import { type AddresseeState, addresseeState } from './state'
import { counting } from '@/lib/circulation/counting'

/** An addressee, as the Secretariat sees it: whether it has comments in hand, not their text. */
export type AddresseeLine = {
  delegationId: string
  name: string
  kind: EntityKind
  contacts: { name: string; email: string }[]
  state: AddresseeState
  firstOpenedAt: Date | null
  /** The number of its comments that count. */
  answers: number
}

/** The addressees, in the order of the session's delegations; for the Secretariat. */
export async function listAddressees(
  actor: Actor,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<AddresseeLine[]> {
  authorize(preparesCirculations(actor, sessionId), 'secretariatOnly')
  const of = { circulationId: id }
  const inHand = { releasedAt: null, discardedAt: null }
  const rows = await db.circulationAddressee.findMany({
    where: of,
    orderBy: { delegation: { sortKey: 'asc' } },
    select: {
      firstOpenedAt: true,
      delegation: {
        select: {
          id: true,
          name: true,
          entity: { select: { kind: true } },
          representatives: {
            where: submits,
            orderBy: { id: 'asc' },
            select: { person: { select: { name: true, email: true } } },
          },
          circulationLetters: {
            where: { ...of, kind: 'letter' },
            select: { mail: { select: { sentAt: true, attempts: true, lastError: true } } },
          },
          circulationDrafts: { where: { ...of, ...inHand }, take: 1, select: { id: true } },
          _count: { select: { circulationComments: { where: { ...of, ...counting } } } },
        },
      },
    },
  })
  return rows.map(({ firstOpenedAt, delegation }) => {
    const answers = delegation._count.circulationComments
    const state = addresseeState({
      mails: delegation.circulationLetters.flatMap(({ mail }) => (mail ? [mail] : [])),
      firstOpenedAt,
      hasInHand: delegation.circulationDrafts.length > 0,
      answers,
    })
    return {
      delegationId: delegation.id,
      name: delegation.name,
      kind: delegation.entity.kind,
      contacts: delegation.representatives.map(({ person }) => person),
      state,
      firstOpenedAt,
      answers,
    }
  })
}

/** The lines that the filter lets through. */
export const filterAddressees = (
  lines: readonly AddresseeLine[],
  { state, kind }: AddresseeFilter,
): AddresseeLine[] =>
  lines.filter((line) => (!state || line.state === state) && (!kind || line.kind === kind))

/** States and organisations that are not asked yet, to be chosen one by one; for the Secretariat. */
export async function listToAddress(
  actor: Actor,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<{ id: string; name: string; kind: EntityKind }[]> {
  authorize(preparesCirculations(actor, sessionId), 'secretariatOnly')
  return db.entity.findMany({
    where: {
      ...(await knownEntities(db, sessionId)),
      delegations: { none: { circulationAddressees: { some: { circulationId: id } } } },
    },
    orderBy: { sortKey: 'asc' },
    select: { id: true, name: true, kind: true },
  })
}

/**
 * The `where` of the States and organizations that a session can address: all that are known; of a session of invented
 * States invented ones alone, and those that take part in it.
 */
export async function knownEntities(
  tx: Pick<Tx, 'delegation'>,
  sessionId: string,
): Promise<{ OR?: object[] }> {
  const inventedCount = await tx.delegation.count({
    where: { sessionId, entity: { invented: true } },
  })
  return inventedCount > 0
    ? { OR: [{ invented: true }, { delegations: { some: { sessionId } } }] }
    : {}
}
