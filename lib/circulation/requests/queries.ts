import 'server-only'
import { knownEntities } from '@/lib/circulation/addressees/queries'
import { preparesCirculations } from '@/lib/circulation/policy'
import { openAt } from '@/lib/circulation/queries'
import { clockTime, db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/delegations/actor'
import { letterSession } from '@/lib/delegations/letters/memberships'
import type { EntityKind } from '@/lib/delegations/kinds'
import { listNameBearers } from '@/lib/delegations/commands'
import { outline } from '@/lib/delegations/names/look-alike'
import { clashOf, isTaken } from '@/lib/delegations/names/name-clash'
import { asId, authorize, orNotFound } from '@/lib/errors'
import { sha256 } from '@/lib/record/record'
import { askingKinds } from './kinds'

/** An opened circulation for the public: its lists and its deadline, without the comments. */
type PublicCall = {
  id: string
  slug: string
  title: string
  event: string
  openUntil: Date
  isOpen: boolean
  kinds: EntityKind[]
  lists: { slug: string; ordinal: number; eventWord: string; symbol: string }[]
}

/** The opened circulation with this address; else not found. */
export async function getPublicCall(slug: string, id: string): Promise<PublicCall> {
  const { session, lists, sessionId, ...circulation } = orNotFound(
    await db.circulation.findFirst({
      where: { id: asId(id), openedAt: { not: null }, session: { slug } },
      select: {
        id: true,
        title: true,
        openUntil: true,
        sessionId: true,
        session: { select: { slug: true, group: { select: { stakeholdersMayComment: true } } } },
        lists: {
          orderBy: { position: 'asc' },
          select: {
            list: {
              select: {
                symbol: true,
                session: {
                  select: { slug: true, ordinal: true, group: { select: { eventWord: true } } },
                },
              },
            },
          },
        },
      },
    }),
  )
  const { event } = await letterSession(db, sessionId)
  return {
    ...circulation,
    slug: session.slug,
    event,
    isOpen: circulation.openUntil > (await clockTime(db)),
    kinds: askingKinds(session.group),
    lists: lists.map(
      ({
        list: {
          symbol,
          session: { group, ...of },
        },
      }) => ({
        ...of,
        ...group,
        symbol,
      }),
    ),
  }
}

/** A circulation that is open to requests. */
export type PublicCallLine = { id: string; slug: string; title: string; openUntil: Date }

/** The circulations that are open to requests, the nearest deadline first. */
export async function listPublicCalls(): Promise<PublicCallLine[]> {
  const open = await db.circulation.findMany({
    where: openAt(await clockTime(db)),
    orderBy: [{ openUntil: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, openUntil: true, session: { select: { slug: true } } },
  })
  return open.map(({ session, ...call }) => ({ ...call, ...session }))
}

/** The request of a link, and whether the link was used; null for an unknown or expired secret. */
export async function findProof(
  circulationId: string,
  token: string,
): Promise<{ name: string; email: string; isProved: boolean } | null> {
  const request = await db.participationRequest.findFirst({
    where: { tokenHash: sha256(token), circulationId: asId(circulationId) },
    select: { name: true, email: true, provedAt: true, expiresAt: true },
  })
  if (!request || (!request.provedAt && request.expiresAt <= (await clockTime(db)))) return null
  const { name, email, provedAt } = request
  return { name, email, isProved: provedAt !== null }
}

/** A State or organisation that a request could mean. */
export type KnownEntity = { id: string; name: string; kind: EntityKind }

type RequestLine = {
  id: string
  name: string
  kind: EntityKind
  contactName: string
  email: string
  askedAt: Date
  provedAt: Date
}
/** A waiting request, with entities of a similar name and the delegation of its address. */
export type WaitingRequest = RequestLine & {
  alike: KnownEntity[]
  /** The delegation in which the person of the address has a seat. */
  actsFor: KnownEntity | null
  /**
   * Whether it can be approved as a new organization. No other State or organization bears the name, and the person
   * speaks for no delegation yet; else the request is merged or refused.
   */
  mayBeApproved: boolean
}
export type DecidedRequest = RequestLine & {
  decision: 'approved' | 'refused' | 'merged'
  reason: string
  decidedAt: Date
  decidedBy: string
  entity: string
}

const line = {
  id: true,
  name: true,
  kind: true,
  contactName: true,
  email: true,
  askedAt: true,
  provedAt: true,
} satisfies Prisma.ParticipationRequestSelect

/** The requests with a proved address, waiting and decided. For the Secretariat. */
export async function listRequests(
  actor: Actor,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<{ waiting: WaitingRequest[]; decided: DecidedRequest[]; entities: KnownEntity[] }> {
  authorize(preparesCirculations(actor, sessionId), 'secretariatOnly')
  const of = { circulationId: id, provedAt: { not: null } }
  const [waiting, decided, entities, bearers] = await Promise.all([
    db.participationRequest.findMany({
      where: { ...of, decision: null },
      orderBy: { provedAt: 'asc' },
      select: line,
    }),
    db.participationRequest.findMany({
      where: { ...of, decision: { not: null } },
      orderBy: { decidedAt: 'desc' },
      select: {
        ...line,
        decision: true,
        reason: true,
        decidedAt: true,
        decidedBy: { select: { name: true } },
        entity: { select: { name: true } },
      },
    }),
    listKnownEntities(sessionId),
    listNameBearers(db),
  ])
  const seats = await db.representative.findMany({
    where: {
      endedAt: null,
      person: { email: { in: waiting.map(({ email }) => email) } },
      delegation: { sessionId, state: { not: 'withdrawn' } },
    },
    select: {
      person: { select: { email: true } },
      delegation: { select: { entity: { select: { id: true, name: true, kind: true } } } },
    },
  })
  return {
    waiting: waiting.map((request) => {
      const seat = seats.find(({ person }) => person.email === request.email)
      return {
        ...request,
        provedAt: request.provedAt!,
        mayBeApproved: !seat && !isTaken(clashOf(request.name, bearers)),
        alike: entities.filter(({ name }) => outline(name) === outline(request.name)),
        actsFor: seat?.delegation.entity ?? null,
      }
    }),
    decided: decided.map(({ decidedBy, entity, ...request }) => ({
      ...request,
      provedAt: request.provedAt!,
      decision: request.decision!,
      decidedAt: request.decidedAt!,
      decidedBy: decidedBy?.name ?? '',
      entity: entity?.name ?? '',
    })),
    entities,
  }
}

const listKnownEntities = async (sessionId: string): Promise<KnownEntity[]> =>
  db.entity.findMany({
    where: await knownEntities(db, sessionId),
    orderBy: { sortKey: 'asc' },
    select: { id: true, name: true, kind: true },
  })

/** The number of requests that wait for the Secretariat, by circulation; none for others. */
export async function countWaitingRequests(
  actor: Actor,
  circulations: readonly { id: string; sessionId: string }[],
): Promise<ReadonlyMap<string, { count: number; latest: Date }>> {
  const ownCirculations = circulations.filter(({ sessionId }) =>
    preparesCirculations(actor, sessionId),
  )
  if (ownCirculations.length === 0) return new Map()
  const rows = await db.participationRequest.groupBy({
    by: ['circulationId'],
    where: {
      circulationId: { in: ownCirculations.map(({ id }) => id) },
      provedAt: { not: null },
      decision: null,
    },
    _count: true,
    _max: { provedAt: true },
  })
  return new Map(
    rows.map(({ circulationId, _count: count, _max }) => [
      circulationId,
      { count, latest: _max.provedAt! },
    ]),
  )
}
