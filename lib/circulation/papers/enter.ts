import 'server-only'
import { canEnterForOthers } from '@/lib/circulation/comments/policy'
import { lockCirculation } from '@/lib/circulation/comments/load'
import { type KeptAnswer, lineKey, loadForm } from '@/lib/circulation/forms/load'
import { readSeatInput } from '@/lib/clock'
import { clockTime, db, type Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import { type SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { Refused } from '@/lib/errors'
import { record, sha256OfBytes } from '@/lib/record/record'
import { writePieces } from './pieces'
import { canHandlePapers, sideOf } from './policy'
import { type NewPiece, type ReadPaper, readPaper } from './reading'
import type { EnterPaper } from './schema'
import { receivedBy } from '@/lib/delegations/arrival'

/** The place of a paper; `isTwice` if the same file came before. */
type EnteredPaper = { id: string; slug: string; circulationId: string; isTwice: boolean }

/**
 * Keeps a paper as it came, with the pieces that the program makes of it; no comment is written before a person
 * confirms them. The same file again is the paper that is there already. By the delegation itself, or by the
 * Secretariat on its behalf, which says when it received the paper. Refuses an unreadable file, and a form of another
 * delegation.
 */
export async function enterPaper(actor: SignedIn, input: EnterPaper): Promise<EnteredPaper> {
  const { circulationId, delegationId, bytes } = input
  const side = sideOf(actor, delegationId)
  const form = await loadForm(db, circulationId, delegationId, side)
  requireAllowed(canHandlePapers(actor, form.circulation, delegationId))
  const hash = sha256OfBytes(bytes)
  const others = side === 'office' ? await othersAsked(form.circulation, delegationId) : []
  const reading = await readPaper(bytes, input.fileName, { ...form, others })
  return transaction(actor, async (tx) => {
    const circulation = await lockCirculation(tx, circulationId, delegationId)
    requireAllowed(canHandlePapers(actor, circulation, delegationId))
    const { slug, sessionId, openedAt } = circulation
    const same = await tx.paper.findFirst({
      where: { circulationId, delegationId, hash, discardedAt: null },
      select: { id: true },
    })
    if (same) return { ...same, slug, circulationId, isTwice: true }
    const now = await clockTime(tx)
    const byOffice = side === 'office' && canEnterForOthers(actor, sessionId)
    const paper = await tx.paper.create({
      data: {
        circulationId,
        sessionId,
        delegationId,
        kind: reading.kind,
        fileName: nameOf(input.fileName),
        contentType: reading.contentType,
        size: bytes.length,
        hash,
        bytes: new Uint8Array(bytes),
        receivedAt: byOffice
          ? receivedBefore(input.receivedAt, { now, openedAt })
          : receivedBy(actor, now),
        enteredAt: now,
        enteredById: actor.personId,
        enteredBySecretariat: byOffice,
      },
      select: { id: true },
    })
    await writePieces(tx, paper.id, withGroups(reading, form.answers, circulationId), now)
    // A delegation's own paper is its own matter until the release.
    if (byOffice) await recordEntry(tx, actor, { sessionId, subjectId: paper.id, textHash: hash })
    return { ...paper, slug, circulationId, isTwice: false }
  })
}

/** A changed answer of a returned form speaks for the group for which the delegation gave its earlier answer. */
const withGroups = (
  { kind, pieces }: ReadPaper,
  answers: ReadonlyMap<string, KeptAnswer>,
  circulationId: string,
): NewPiece[] =>
  kind === 'free'
    ? pieces
    : pieces.map((piece) => {
        const { target } = piece
        if (!target) return piece
        const id = target.target === 'circulation' ? circulationId : target.id
        return { ...piece, onBehalfOfId: answers.get(lineKey(target.target, id))?.onBehalfOfId }
      })

/** The names of the other addressed delegations: the Secretariat receives papers of several. */
async function othersAsked(
  { addresseeIds }: { addresseeIds: readonly string[] },
  delegationId: string,
): Promise<string[]> {
  const delegations = await db.delegation.findMany({
    where: { id: { in: addresseeIds.filter((id) => id !== delegationId) } },
    select: { name: true },
  })
  return delegations.map(({ name }) => name)
}

const recordEntry = (
  tx: Tx,
  actor: SignedIn,
  act: { sessionId: string; subjectId: string; textHash: string },
) => record(tx, actor, 'circulation.paperEntered', act)

/** The name of a file without folders and signs that no file name needs. */
const nameOf = (fileName: string): string =>
  fileName
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{C}"<>|:*?]/gu, '')
    .slice(-200) || '–'

/** The time at which the Secretariat received the paper: between the opening and now. */
function receivedBefore(typed: string, { now, openedAt }: { now: Date; openedAt: Date }): Date {
  if (typed === '') return now
  const time = readSeatInput(typed)
  const instant =
    time.kind === 'instant' ? time.instant : time.kind === 'twice' ? time.summer : null
  if (!instant) throw new Refused('invalid', 'paperReceivedInvalid', {}, 'receivedAt')
  if (instant > now || instant < openedAt)
    throw new Refused('invalid', 'paperReceivedOutside', {}, 'receivedAt')
  return instant
}
