import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { type JudgedForm, judgeForm } from '@/lib/circulation/forms/reading/judge'
import { loadForm } from '@/lib/circulation/forms/load'
import { ownLines } from '@/lib/circulation/forms/print'
import { readReturnedForm } from '@/lib/circulation/forms/reading/returned'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { translations } from '@/lib/messages'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { acceptPieces, confirmPaper } from './commands'
import { enterPaper } from './enter'
import { placeWords } from './places'
import { refuseOther } from './reading'

/** The delegation of this name that a circulation asks. Unchecked: for the operator of the command line. */
export async function findAddressee(circulationId: string, name: string) {
  const addressee = await db.circulationAddressee.findFirst({
    where: { circulationId, delegation: { name: { equals: name, mode: 'insensitive' } } },
    select: { delegationId: true, sessionId: true },
  })
  return orNotFound(addressee, 'addresseeNotFound')
}

/** A form as the command line prints it: each row in the words of the report. */
export function reportOf({ rows, remainder, isEarlierVersion }: JudgedForm) {
  const why = translations('papers.why')
  return {
    ...(isEarlierVersion && { version: why('earlierVersion') }),
    rows: rows.map((row) => ({
      item: row.label,
      id: row.id,
      state: why(`state.${row.state}`),
      category: row.category,
      position: row.position,
      text: row.text,
      wording: row.wording,
      why: [...row.doubts, ...row.why].map(({ key, values }) => why(key, values)).join(' '),
    })),
    remainder: remainder.map(({ place, text }) => ({ place: placeWords(place), text })),
  }
}

/** A returned form, row by row; writes nothing. Refuses a form of another. */
export async function readFormOf(
  circulationId: string,
  delegationId: string,
  bytes: Uint8Array,
  fileName = '',
) {
  const { paper } = await loadForm(db, circulationId, delegationId, 'office')
  const judgedForm = judgeForm(await readReturnedForm(bytes, ownLines(paper), fileName), paper)
  refuseOther(judgedForm)
  return reportOf(judgedForm)
}

/**
 * Enters a returned form for the Secretariat and releases, as received now, the unambiguous rows; the other rows and
 * the remainder wait on the page of the paper for a person. Acts in the name of the person with this address, else of
 * the first of the Secretariat; returns that name and the released comments.
 */
export async function confirmFormOf(
  circulationId: string,
  delegationId: string,
  file: { fileName: string; bytes: Uint8Array },
  email: string | undefined,
) {
  const { sessionId } = orNotFound(
    await db.circulation.findUnique({ where: { id: circulationId }, select: { sessionId: true } }),
  )
  const actor = await secretariatOf(sessionId, email)
  const { id } = await enterPaper(actor, { circulationId, delegationId, receivedAt: '', ...file })
  const at = async () => ({
    id,
    ...(await db.paper.findUniqueOrThrow({ where: { id }, select: { version: true } })),
  })
  const { confirmedAt } = await db.paper.findUniqueOrThrow({
    where: { id },
    select: { confirmedAt: true },
  })
  if (confirmedAt) return { by: actor.name, paper: id, released: 0, open: 0 }
  await acceptPieces(actor, { ...(await at()), which: 'clear' })
  const { draftIds, open } = await confirmPaper(actor, await at())
  if (draftIds.length > 0) await releaseComments(actor, { circulationId, ids: draftIds })
  return { by: actor.name, paper: id, released: draftIds.length, open }
}

async function secretariatOf(sessionId: string, email: string | undefined): Promise<SignedIn> {
  const office = await db.office.findFirst({
    where: {
      kind: 'secretariat',
      endedAt: null,
      ...heldIn(sessionId),
      person: { disabledAt: null, ...(email && { email: email.toLowerCase() }) },
    },
    orderBy: [{ appointedAt: 'asc' }, { id: 'asc' }],
    select: { kind: true, sessionId: true, person: { select: { id: true, name: true } } },
  })
  if (!office) throw new Refused('not-found', 'noSecretariat')
  return {
    personId: office.person.id,
    name: office.person.name,
    memberships: [],
    offices: [{ kind: office.kind, sessionId: office.sessionId }],
  }
}
