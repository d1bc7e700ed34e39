import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { requireAllowed } from '@/lib/decision'
import { issuedToAll, newestDocument } from '@/lib/documents/head'
import { type DocumentView, listDocuments } from '@/lib/documents/queries'
import { orNotFound } from '@/lib/errors'
import { sha256 } from '@/lib/record/record'
import {
  type ListedDelegation,
  type ParticipantContent,
  participantsOf,
  participantsText,
  readParticipants,
} from './content'
import type { PrintedParticipants } from './paper'
import { canPrepareParticipants } from './policy'
import { readListed } from './rows'

/** The documents that are lists of participants and that this actor reads, the latest first; also those that were issued by hand. */
export async function listParticipants(
  actor: Actor,
  session: { id: string },
): Promise<DocumentView[]> {
  const documents = await listDocuments(actor, session)
  return documents
    .filter(
      ({ kind, issuedAt, withdrawnAt }) => kind === 'participants' && issuedAt && !withdrawnAt,
    )
    .toSorted((a, b) => b.issuedAt!.getTime() - a.issuedAt!.getTime())
}

const issuedDocuments = {
  ...newestDocument,
  where: issuedToAll,
  select: { ...newestDocument.select, title: true },
}

/** An issued list for everybody, by its number; null if there is none. */
export async function findParticipants(
  session: { id: string },
  number: number,
): Promise<(PrintedParticipants & { number: number }) | null> {
  const row = await db.participantList.findFirst({
    where: { sessionId: session.id, number },
    select: { number: true, content: true, issuedAt: true, documents: issuedDocuments },
  })
  const [document] = row?.documents ?? []
  return row && document
    ? { number, content: readParticipants(row.content), issuedAt: row.issuedAt, document }
    : null
}

/** The list as it would be issued now, for the Secretariat. */
export type ParticipantsInMaking = {
  sessionId: string
  content: ParticipantContent
  delegations: (ListedDelegation & { id: string })[]
  isEmpty: boolean
  /** Whether it equals the last issued one. */
  isUnchanged: boolean
}

/** Refuses everybody but the Secretariat. */
export async function getParticipantsInMaking(
  actor: Actor,
  session: { id: string },
): Promise<ParticipantsInMaking> {
  requireAllowed(canPrepareParticipants(actor, session.id))
  const listed = await readListed(db, session.id)
  const content = participantsOf(listed)
  const last = await db.participantList.findFirst({
    where: { sessionId: session.id },
    orderBy: { number: 'desc' },
    select: { textHash: true },
  })
  return {
    sessionId: session.id,
    content,
    delegations: listed.delegations,
    isEmpty: content.groups.length === 0,
    isUnchanged: last?.textHash === sha256(participantsText(content)),
  }
}

/** One delegation of the session with names that the Secretariat enters. */
export async function getListedDelegation(
  actor: Actor,
  session: { id: string },
  id: string,
): Promise<ListedDelegation & { id: string }> {
  const { delegations } = await getParticipantsInMaking(actor, session)
  return orNotFound(delegations.find((delegation) => delegation.id === id))
}
