import 'server-only'
import { addDelegations } from '@/lib/circulation/addressees/commands'
import { type CirculationAddress, lockManaged } from '@/lib/circulation/commands'
import { sendLetters } from '@/lib/circulation/letters'
import { clockTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import {
  announceEntities,
  lockDelegation,
  lockRegister,
  organisationOf,
} from '@/lib/delegations/commands'
import { createPlace } from '@/lib/delegations/memberships/commands'
import { personOf, requireNoPlace, requireNotSecretariat } from '@/lib/delegations/people'
import { isOfSomeSecretariat } from '@/lib/delegations/policy'
import { transaction } from '@/lib/delegations/transaction'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { record } from '@/lib/record/record'
import { admittedLetter, announceColleague, refusedLetter } from './letters'
import { canAdmitRequest, canDecideOnRequest } from './policy'
import type { ApproveRequest, MergeRequest, RefuseRequest } from './schema'

/**
 * Lets a new organisation take part under the name that it gave, with the applicant as contact person, and writes to
 * it. Refuses a name that is known, which is a matter of merging, and one that looks like a known one unless the
 * Secretariat says that another is meant; a request that was decided; and any after the deadline.
 */
export const approveRequest = (
  actor: SignedIn,
  { id, isAnother }: ApproveRequest,
): Promise<CirculationAddress> =>
  admit(actor, { id, decision: 'approved' }, async (tx, { kind, name }) => {
    if (await tx.entity.findUnique({ where: { kind_name: { kind, name } } }))
      throw new Refused('conflict', 'organisationKnown', { name }, 'entityId')
    return organisationOf(tx, { kind, name, isAnother })
  })

/** Lets the applicant take part for a State or organisation that is known already, and writes to them. */
export const mergeRequest = (
  actor: SignedIn,
  { id, entityId }: MergeRequest,
): Promise<CirculationAddress> => admit(actor, { id, decision: 'merged' }, async () => entityId)

/** Refuses a request and tells the applicant why. Refuses one that was decided. */
export function refuseRequest(
  actor: SignedIn,
  { id, reason }: RefuseRequest,
): Promise<CirculationAddress> {
  return transaction(actor, async (tx) => {
    const application = await findApplication(tx, actor, id)
    const { circulationId, sessionId } = application
    const { slug } = await lockManaged(tx, actor, circulationId)
    requireAllowed(canDecideOnRequest(actor, application, await lockRequest(tx, id)))
    await storeDecision(tx, actor, id, { decision: 'refused', reason })
    // All participants read the record: it does not name a refused applicant.
    await record(tx, actor, 'circulation.requestRefused', { sessionId, subjectId: id })
    await enqueueMail(tx, await refusedLetter(tx, application, reason))
    return { slug, id: circulationId }
  })
}

type Application = Awaited<ReturnType<typeof findApplication>>

function admit(
  actor: SignedIn,
  { id, decision }: { id: string; decision: 'approved' | 'merged' },
  entityOf: (tx: Tx, application: Application) => Promise<string>,
): Promise<CirculationAddress> {
  return transaction(actor, async (tx) => {
    const application = await findApplication(tx, actor, id)
    const { circulationId, sessionId, email } = application
    const person = await personOf(tx, { honorific: '', name: application.contactName, email })
    await lockRegister(tx, sessionId)
    // Another may have let it in while this act waited.
    const entityId = await entityOf(tx, await findApplication(tx, actor, id))
    const [delegationId] = await announceEntities(tx, sessionId, [entityId])
    const { name } = await lockDelegation(tx, actor, orNotFound(delegationId))
    const circulation = await lockManaged(tx, actor, circulationId)
    const request = await lockRequest(tx, id)
    requireAllowed(canAdmitRequest(actor, circulation, request, await clockTime(tx)))
    await seat(tx, actor, { ...person, email }, { application, delegationId: delegationId!, name })
    await addDelegations(tx, actor, circulation, [delegationId!])
    await storeDecision(tx, actor, id, { decision, entityId })
    await record(
      tx,
      actor,
      decision === 'approved' ? 'circulation.requestApproved' : 'circulation.requestMerged',
      { sessionId, subjectId: id, data: { name: application.name, delegation: name } },
    )
    await enqueueMail(tx, await admittedLetter(tx, application, name))
    await sendLetters(tx, circulationId, [delegationId!])
    return { slug: circulation.slug, id: circulationId }
  })
}

/** Makes the applicant a contact person of the delegation, and tells its people, unless they have a place in it. */
async function seat(
  tx: Tx,
  actor: SignedIn,
  person: { id: string; name: string; email: string },
  {
    application,
    delegationId,
    name,
  }: { application: Application; delegationId: string; name: string },
): Promise<void> {
  const { sessionId } = application
  const people = { delegationId, endedAt: null }
  if (await tx.representative.findFirst({ where: { ...people, personId: person.id } })) return
  await requireNotSecretariat(tx, person.id, sessionId)
  await requireNoPlace(tx, person.id, sessionId)
  const head = await tx.representative.findFirst({ where: { ...people, role: 'head' } })
  const role = head ? 'alternate' : 'head'
  const place = { delegationId, delegation: name, role, maySubmit: true } as const
  await announceColleague(tx, application, { id: delegationId, name })
  await createPlace(tx, actor, person, place, sessionId)
}

/** The request with its circulation, if the actor decides on it and nobody has. */
async function findApplication(tx: Tx, actor: SignedIn, id: string) {
  authorize(isOfSomeSecretariat(actor), 'secretariatOnly')
  const { circulation, ...request } = orNotFound(
    await tx.participationRequest.findUnique({
      where: { id },
      include: { circulation: { select: { sessionId: true } } },
    }),
  )
  const decision = canDecideOnRequest(actor, circulation, request)
  if (!decision.allowed && decision.reason === 'forbidden')
    throw new Refused('not-found', 'notFound')
  requireAllowed(decision)
  return { ...request, ...circulation }
}

/** The request after all earlier acts. */
async function lockRequest(tx: Tx, id: string) {
  await lockRow(tx, 'ParticipationRequest', id)
  return tx.participationRequest.findUniqueOrThrow({ where: { id } })
}

async function storeDecision(
  tx: Tx,
  { personId: decidedById }: SignedIn,
  id: string,
  as:
    | { decision: 'approved' | 'merged'; entityId: string }
    | { decision: 'refused'; reason: string },
): Promise<void> {
  const { count } = await tx.participationRequest.updateMany({
    where: { id, decision: null },
    data: { ...as, decidedAt: await clockTime(tx), decidedById },
  })
  if (count === 0) throw new Refused('conflict', 'requestDecided')
}
