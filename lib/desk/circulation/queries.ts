import 'server-only'
import { differenceInHours } from 'date-fns/differenceInHours'
import { subDays } from 'date-fns/subDays'
import { sessionColumns } from '@/lib/circulation/comments/load'
import { canDraftHere, canEnterForOthers } from '@/lib/circulation/comments/policy'
import { countWaitingRequests } from '@/lib/circulation/requests/queries'
import { db } from '@/lib/db/client'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import type { DeskCirculation } from '../desk-view'

/** The number of days after a deadline for which unreleased comments still stand on the desk. */
const DAYS_AFTER = 14

/** The circulations in which the actor's delegation is asked, or with late comments for the actor's decision. */
export async function listDeskCirculations(actor: SignedIn, now: Date): Promise<DeskCirculation[]> {
  const delegationIds = actor.memberships.map(({ delegationId }) => delegationId)
  const circulations = await db.circulation.findMany({
    where: { openedAt: { lte: now }, openUntil: { gt: subDays(now, DAYS_AFTER) } },
    select: {
      id: true,
      title: true,
      sessionId: true,
      openedAt: true,
      openUntil: true,
      session: sessionColumns,
      addressees: {
        where: { delegationId: { in: delegationIds } },
        select: { delegationId: true },
      },
      lists: { select: { list: { select: { _count: { select: { items: true } } } } } },
    },
  })
  const ids = circulations.map(({ id }) => id)
  const [looks, inHand, late, papers] =
    ids.length === 0 ? [[], [], [], []] : await countsOf(ids, delegationIds)
  const requests = await countWaitingRequests(actor, circulations)
  return circulations.flatMap(({ session, addressees, lists, openedAt, ...circulation }) => {
    const { id, sessionId, openUntil } = circulation
    const place = membershipIn(actor, sessionId)
    const addresseeIds = addressees.map(({ delegationId }) => delegationId)
    const isAsked = canDraftHere(actor, { sessionId, addresseeIds, ...session.group })
    const decides = canEnterForOthers(actor, sessionId)
    if (!isAsked && !decides) return []
    const isOpen = openUntil > now
    // After the deadline the Secretariat releases what it entered from a paper in time.
    const own = inHand.filter(
      (group) => group.circulationId === id && (isOpen || !group.enteredBySecretariat),
    )
    const ownAt = own.flatMap(({ _max }) => _max.updatedAt ?? [])
    const paperGroup = papers.find((group) => group.circulationId === id)
    const lateGroup = late.find((group) => group.circulationId === id)
    return [
      {
        ...circulation,
        slug: session.slug,
        ordinal: session.ordinal,
        eventWord: session.group.eventWord,
        openedAt: openedAt ?? now,
        period: isOpen ? { until: openUntil, hoursLeft: differenceInHours(openUntil, now) } : null,
        delegation: isAsked && place ? place.delegationName : null,
        maySubmit: place?.maySubmit ?? false,
        items: lists.reduce((sum, { list }) => sum + list._count.items, 0),
        looked: looks.find((look) => look.circulationId === id)?._count ?? 0,
        inHand: isAsked ? own.reduce((sum, { _count }) => sum + _count, 0) : 0,
        inHandAt: ownAt.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null,
        late: decides ? (lateGroup?._count ?? 0) : 0,
        lateAt: lateGroup?._max.handedAt ?? null,
        papers: decides ? (paperGroup?._count ?? 0) : 0,
        papersAt: paperGroup?._max.enteredAt ?? null,
        requests: requests.get(id) ?? null,
      },
    ]
  })
}

const countsOf = (ids: readonly string[], delegationIds: readonly string[]) => {
  const of = { circulationId: { in: [...ids] }, delegationId: { in: [...delegationIds] } }
  const undecided = { releasedAt: null, discardedAt: null, lateRefusedAt: null }
  return Promise.all([
    db.circulationLook.groupBy({ by: 'circulationId', where: of, _count: true }),
    db.circulationDraft.groupBy({
      by: ['circulationId', 'enteredBySecretariat'],
      where: { ...of, ...undecided, handedAt: null },
      _count: true,
      _max: { updatedAt: true },
    }),
    // Numbers alone: the Secretariat reads the handed-over comments on their page.
    db.circulationDraft.groupBy({
      by: 'circulationId',
      where: { circulationId: { in: [...ids] }, ...undecided, handedAt: { not: null } },
      _count: true,
      _max: { handedAt: true },
    }),
    db.paper.groupBy({
      by: 'circulationId',
      where: {
        circulationId: { in: [...ids] },
        enteredBySecretariat: true,
        discardedAt: null,
        OR: [
          { confirmedAt: null },
          { drafts: { some: { ...undecided, handedAt: null, enteredBySecretariat: true } } },
        ],
      },
      _count: true,
      _max: { enteredAt: true },
    }),
  ])
}
