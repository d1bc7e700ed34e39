import 'server-only'
import { randomBytes } from 'node:crypto'
import { addHours } from 'date-fns/addHours'
import { countAttempt } from '@/lib/auth/throttle/attempts'
import { requireOpenAtArrival } from '@/lib/circulation/comments/load'
import { clockTime, isUniqueViolation, systemTransaction, type Tx } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { sha256 } from '@/lib/record/record'
import { askingKinds } from './kinds'
import { proofLetter, announceRequest } from './letters'
import type { AskToTakePart, ProveAddress } from './schema'

/** The lifetime of a link, and the maximum of links to an address in that time. */
const HOURS = 24
const LINKS = 3

/**
 * Keeps a stakeholder's request, and sends a link to its address; nobody hears of the request before the use of the
 * link. Refuses a circulation that is not open, a kind of participant that the group does not admit, and too many
 * requests of a network. An address with too many links gets no more, and the answer does not tell.
 */
export async function askToTakePart(
  actor: Pick<Actor, 'request'>,
  { circulationId, ...application }: AskToTakePart,
  network: string,
): Promise<void> {
  await countAttempt('takePart', network)
  const token = randomBytes(32).toString('base64url')
  await systemTransaction(async (tx) => {
    const { sessionId, ...circulation } = await loadOpened(tx, circulationId)
    const now = await clockTime(tx)
    requireOpenAtArrival(actor, { ...circulation, readAt: now }, 'takePartClosed')
    if (!askingKinds(circulation).includes(application.kind))
      throw new Refused('invalid', 'kindNotAdmitted', {}, 'kind')
    const unprovedRequests = { email: application.email, provedAt: null }
    await tx.participationRequest.deleteMany({ where: { provedAt: null, expiresAt: { lt: now } } })
    if ((await tx.participationRequest.count({ where: unprovedRequests })) >= LINKS) return
    await tx.participationRequest.create({
      data: {
        circulationId,
        ...application,
        tokenHash: sha256(token),
        expiresAt: addHours(now, HOURS),
      },
    })
    await enqueueMail(
      tx,
      await proofLetter(tx, { ...application, circulationId, sessionId }, token),
    )
  })
}

/**
 * Proves the address by the secret of its link, once: from here on the Secretariat sees the request. Refuses a secret
 * that is unknown or too old, a circulation after its deadline, and a second request of an address that waits.
 * Idempotent.
 */
export async function proveAddress(
  actor: Pick<Actor, 'request'>,
  { token }: ProveAddress,
): Promise<void> {
  try {
    await systemTransaction((tx) => prove(tx, actor, sha256(token)))
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('conflict', 'requestWaits')
    throw error
  }
}

async function prove(tx: Tx, actor: Pick<Actor, 'request'>, tokenHash: string): Promise<void> {
  const request = await tx.participationRequest.findUnique({ where: { tokenHash } })
  if (request?.provedAt) return
  const now = await clockTime(tx)
  if (!request || request.expiresAt <= now) throw new Refused('invalid', 'proofDead')
  const circulation = await loadOpened(tx, request.circulationId)
  requireOpenAtArrival(actor, { ...circulation, readAt: now }, 'takePartClosed')
  const { count } = await tx.participationRequest.updateMany({
    where: { id: request.id, provedAt: null },
    data: { provedAt: now },
  })
  if (count > 0) await announceRequest(tx, { ...request, sessionId: circulation.sessionId })
}

/** An opened circulation with the facts on which a request depends; any other is not found. */
async function loadOpened(tx: Tx, id: string) {
  const { session, openedAt, ...circulation } = orNotFound(
    await tx.circulation.findUnique({
      where: { id },
      select: {
        sessionId: true,
        openedAt: true,
        openUntil: true,
        session: { select: { group: { select: { stakeholdersMayComment: true } } } },
      },
    }),
  )
  return { ...circulation, ...session.group, openedAt: orNotFound(openedAt) }
}
