import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import { type HandedPowers, presides } from '@/lib/delegations/powers/powers'
import type { StatementKind } from '@/lib/meetings/kinds'
import type { RequestStatus } from './order'
import { comesAfterClosing, fitsSpeaker } from './statement-kinds'

/** A list of speakers as policies judge it. */
type ListSetting = { sessionId: string; opensAt: Date; closedAt: Date | null }

/** The Secretariat sets the list and closes it. */
export const canSetSpeakersList = (actor: Actor, sessionId: string): Decision =>
  allowedIf(holds(actor, sessionId, 'secretariat'), 'secretariatOnly')

/**
 * Each delegation asks for its own floor and in its own capacity, the Secretariat for those without access; from the
 * opening on, by the arrival time of the request. A closed list takes rights of reply and points of order alone.
 */
export const canAskFloor = (
  actor: Actor,
  list: ListSetting,
  {
    delegationId,
    arrivedAt,
    kind,
  }: { delegationId: string | null; arrivedAt: Date; kind: StatementKind },
): Decision => {
  const place = membershipIn(actor, list.sessionId)
  const isOwn =
    place !== undefined && (delegationId === null || delegationId === place.delegationId)
  return allOf(
    allowedIf(isOwn || holds(actor, list.sessionId, 'secretariat'), 'floorOfOwn'),
    isOwn && !fitsSpeaker(kind, place.entityKind) ? refusal('invalid', 'floorKind') : ALLOWED,
    list.opensAt > arrivedAt ? refusal('closed', 'speakersNotOpen') : ALLOWED,
    list.closedAt && list.closedAt <= arrivedAt && !comesAfterClosing(kind)
      ? refusal('closed', 'speakersClosed')
      : ALLOWED,
  )
}

/** A delegation withdraws its own request that waits, the Secretariat any. */
export const canWithdrawFloor = (
  actor: Actor,
  statement: { sessionId: string; delegationId: string | null; status: RequestStatus },
): Decision =>
  allOf(
    allowedIf(
      holds(actor, statement.sessionId, 'secretariat') ||
        (statement.delegationId !== null &&
          membershipIn(actor, statement.sessionId)?.delegationId === statement.delegationId),
      'floorOfOwn',
    ),
    statement.status === 'called' ? refusal('conflict', 'floorGiven') : ALLOWED,
    statement.status === 'requested' ? ALLOWED : refusal('conflict', 'floorEnded'),
  )

/** The presiding officer orders the speakers and gives the floor; the Secretariat may do it for them. */
export const canGiveFloor = (actor: Actor, sessionId: string, powers: HandedPowers): Decision =>
  allowedIf(
    holds(actor, sessionId, 'secretariat') || presides(actor, sessionId, powers),
    'presidingOrSecretariat',
  )
