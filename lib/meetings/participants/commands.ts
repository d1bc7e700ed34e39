import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { areUnchanged } from '@/lib/db/unchanged'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { releaseThing } from '@/lib/documents/things'
import { assertFound, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { participantsOf, participantsText, participantsTitle } from './content'
import { canIssueParticipants, canSetAccredited } from './policy'
import { readListed } from './rows'
import type { IssueParticipants, SetAccredited } from './schema'

/**
 * Sets the names of a delegation as its credentials have them, in their order; without any name its members are listed.
 * Idempotent: names that stay the same are not recorded again.
 */
export function setAccredited(
  actor: SignedIn,
  { delegationId, lines }: SetAccredited,
): Promise<{ slug: string }> {
  return transaction(actor, async (tx) => {
    assertFound(await lockRow(tx, 'Delegation', delegationId))
    const { sessionId, name, session, accredited, ...delegation } = orNotFound(
      await tx.delegation.findUnique({
        where: { id: delegationId },
        include: {
          session: { select: { slug: true } },
          accredited: { orderBy: { position: 'asc' } },
        },
      }),
    )
    requireAllowed(canSetAccredited(actor, { ...delegation, sessionId }))
    if (areUnchanged(accredited, lines)) return { slug: session.slug }
    await tx.accreditedPerson.deleteMany({ where: { delegationId } })
    await tx.accreditedPerson.createMany({
      data: lines.map((person, index) => ({ ...person, delegationId, position: index + 1 })),
    })
    await record(tx, actor, 'session.accreditedSet', {
      sessionId,
      subjectId: delegationId,
      data: { name, people: lines.length },
    })
    return { slug: session.slug }
  })
}

/**
 * Issues the list of participants as it stands: with the next symbol of its series, or with that of the earlier list
 * and the next "Rev.". From then on everybody reads it and it never changes. Returns its symbol. Refuses a list that
 * equals the last one.
 */
export function issueParticipants(
  actor: SignedIn,
  { sessionId }: IssueParticipants,
): Promise<{ symbol: string }> {
  return transaction(actor, async (tx) => {
    assertFound(await lockRow(tx, 'Session', sessionId))
    const content = participantsOf(await readListed(tx, sessionId))
    const textHash = sha256(participantsText(content))
    const last = await tx.participantList.findFirst({
      where: { sessionId },
      orderBy: { number: 'desc' },
      select: { number: true, textHash: true },
    })
    const isEmpty = content.groups.length === 0
    const isUnchanged = last?.textHash === textHash
    requireAllowed(canIssueParticipants(actor, { sessionId, isEmpty, isUnchanged }))
    const issuedAt = await clockTime(tx)
    const { id } = await tx.participantList.create({
      data: {
        sessionId,
        number: (last?.number ?? 0) + 1,
        content,
        textHash,
        issuedAt,
        issuedById: actor.personId,
      },
    })
    const title = participantsTitle(content.isProvisional)
    const revises = await earlierDocument(tx, { sessionId, participantListId: id, title })
    const symbol = await releaseThing(
      tx,
      { kind: 'participants', participantListId: id },
      { sessionId, actor, releasedAt: issuedAt, title, ...(revises && { revises }) },
    )
    return { symbol }
  })
}

/**
 * The document that a list replaces: the newest issued one. A symbol that the Secretariat kept for the list becomes
 * that of the list, unless it is restricted: everybody reads the list.
 */
async function earlierDocument(
  tx: Tx,
  {
    sessionId,
    participantListId,
    title,
  }: { [key in 'sessionId' | 'participantListId' | 'title']: string },
) {
  const newest = await tx.document.findFirst({
    where: { sessionId, kind: 'participants', withdrawnAt: null },
    orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  if (!newest) return null
  await lockRow(tx, 'Document', newest.id)
  const document = await tx.document.findUniqueOrThrow({ where: { id: newest.id } })
  if (document.issuedAt) return document
  if (document.distribution === 'restricted')
    throw new Refused('conflict', 'participantsRestricted', { symbol: document.symbol })
  await tx.document.update({ where: { id: document.id }, data: { participantListId, title } })
  return null
}
