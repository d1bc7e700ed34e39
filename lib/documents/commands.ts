import 'server-only'
import { requireAllowed } from '@/lib/decision'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { clockTime, type Tx } from '@/lib/db/client'
import { isUnchanged } from '@/lib/db/unchanged'
import { markDocumentIssued } from './issue'
import { usualSeries } from './kinds'
import { lockDocument } from './lock'
import { type DocumentFacts, registerAfter, registerAs, registerNext } from './symbols/numbering'
import { parseSymbol } from './symbols/symbol'
import {
  canCorrectDocument,
  canIssueDocument,
  canKeepRegister,
  canReadDocument,
  canPrepareDocument,
  canWithdrawDocument,
} from './policy'
import type {
  CorrectDocument,
  NoteStep,
  OneDocument,
  RegisterDocument,
  WithdrawDocument,
} from './schema'

/** The page of a document after an act. */
type DocumentPlace = { slug: string; symbol: string }

/**
 * Registers a document and gives it its symbol, once: the typed one, or the next free one of its series or
 * after the document that it follows. Refuses a symbol that was given before, also to a document that was
 * withdrawn, one under the root of another group, and an agenda item or an earlier document of elsewhere.
 */
export async function registerDocument(
  actor: SignedIn,
  input: RegisterDocument,
): Promise<DocumentPlace & { id: string }> {
  const { sessionId } = input
  authorize(canKeepRegister(actor, sessionId), 'secretariatOnly')
  return transaction(actor, async (tx) => {
    const session = orNotFound(
      await tx.session.findUnique({ where: { id: sessionId }, include: { group: true } }),
    )
    await requireItem(tx, input)
    const { kind, title, agendaItemId, languages, originalLanguage, distribution, datedOn } = input
    const facts = {
      sessionId,
      kind,
      title,
      agendaItemId,
      languages: [...new Set([originalLanguage, ...languages])],
      originalLanguage,
      distribution,
      datedOn,
      followsId: input.followsId,
      registeredById: actor.personId,
    }
    const symbol = await giveSymbol(tx, input, facts, session)
    const { id } = await tx.document.findUniqueOrThrow({ where: { symbol }, select: { id: true } })
    await record(tx, actor, 'document.registered', { sessionId, subjectId: id, data: { symbol } })
    return { id, slug: session.slug, symbol }
  })
}

async function giveSymbol(
  tx: Tx,
  { symbol, followsId, following, series, kind }: RegisterDocument,
  facts: DocumentFacts,
  session: { groupId: string; startsOn: Date; group: { symbolRoot: string } },
): Promise<string> {
  const earlier = followsId
    ? await tx.document.findFirst({
        where: { id: followsId, session: { groupId: session.groupId } },
      })
    : null
  if (followsId && !earlier) throw new Refused('not-found', 'notFound')
  if (symbol) {
    await requireOwnRoot(tx, symbol, session.groupId)
    return registerAs(tx, symbol, facts)
  }
  if (earlier && following) return registerAfter(tx, earlier, following, facts)
  const place = { root: session.group.symbolRoot, year: session.startsOn.getUTCFullYear() }
  return registerNext(tx, { ...place, series: series || usualSeries[kind] }, facts)
}

/** Refuses a symbol under the root of another group: it would take that group's number for ever. */
async function requireOwnRoot(tx: Tx, symbol: string, groupId: string) {
  const root = parseSymbol(symbol)?.root
  const groups = await tx.expertGroup.findMany({
    where: { symbolRoot: root ?? '' },
    select: { id: true, name: true },
  })
  const [other] = groups
  if (other && !groups.some(({ id }) => id === groupId))
    throw new Refused('conflict', 'symbolOfGroup', { group: other.name }, 'symbol')
}

async function requireItem(tx: Tx, { agendaItemId: id, sessionId }: RegisterDocument) {
  if (id) assertFound(await tx.agendaItem.findFirst({ where: { id, sessionId } }))
}

/** Notes on which day a document was submitted, edited or translated; noted again with another day, the later note counts. */
export function noteStep(actor: SignedIn, { id, kind, takenOn }: NoteStep): Promise<DocumentPlace> {
  return act(actor, id, async (tx, document) => {
    requireAllowed(canPrepareDocument(actor, document))
    const where = { documentId_kind: { documentId: id, kind } }
    if (isUnchanged(await tx.documentStep.findUnique({ where }), { takenOn })) return
    const note = { takenOn, notedAt: await clockTime(tx), notedById: actor.personId }
    await tx.documentStep.upsert({
      where,
      create: { documentId: id, kind, ...note },
      update: note,
    })
    await record(tx, actor, 'document.stepNoted', {
      sessionId: document.sessionId,
      subjectId: id,
      data: { symbol: document.symbol, step: kind, date: dayOf(takenOn) },
    })
  })
}

/**
 * Corrects the title and the date of a document in the register. The record keeps the earlier ones; of a document that
 * is not issued it keeps no title, as everybody reads the record.
 */
export function correctDocument(
  actor: SignedIn,
  { id, title, datedOn }: CorrectDocument,
): Promise<DocumentPlace> {
  return act(actor, id, async (tx, document) => {
    requireAllowed(canCorrectDocument(actor, document))
    const before = { title: document.title, datedOn: document.datedOn }
    if (before.title === title && before.datedOn.getTime() === datedOn.getTime()) return
    await tx.document.update({ where: { id }, data: { title, datedOn } })
    const { sessionId, symbol } = document
    const isRead = canReadDocument(visitor, document)
    await record(tx, actor, 'document.corrected', {
      sessionId,
      subjectId: id,
      data: {
        symbol,
        titled: before.title === title ? 'no' : isRead ? 'yes' : 'untold',
        titleBefore: isRead ? before.title : '',
        title: isRead ? title : '',
        dateBefore: dayOf(before.datedOn),
        date: dayOf(datedOn),
      },
    })
  })
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** Issues a document: from now on everybody reads it, and it never changes. Refuses one without a file. */
export function issueDocument(actor: SignedIn, { id }: OneDocument): Promise<DocumentPlace> {
  return act(actor, id, async (tx, document) => {
    requireAllowed(canIssueDocument(actor, document))
    await markDocumentIssued(tx, id, actor.personId)
    const { sessionId, symbol } = document
    await record(tx, actor, 'document.issued', { sessionId, subjectId: id, data: { symbol } })
  })
}

/** Withdraws a document with a reason. It stays in the register, and its symbol is not given again. */
export function withdrawDocument(
  actor: SignedIn,
  { id, reason }: WithdrawDocument,
): Promise<DocumentPlace> {
  return act(actor, id, async (tx, document) => {
    requireAllowed(canWithdrawDocument(actor, document))
    const withdrawnAt = await clockTime(tx)
    await tx.document.update({
      where: { id },
      data: { withdrawnAt, withdrawnById: actor.personId, withdrawalReason: reason },
    })
    const { sessionId, symbol } = document
    await record(tx, actor, 'document.withdrawn', {
      sessionId,
      subjectId: id,
      data: { symbol, reason },
    })
  })
}

type Locked = Awaited<ReturnType<typeof lockDocument>>

/** An act on a locked document; returns the page of the document. */
function act(
  actor: SignedIn,
  id: string,
  perform: (tx: Tx, document: Locked) => Promise<void>,
): Promise<DocumentPlace> {
  return transaction(actor, async (tx) => {
    const document = await lockDocument(tx, actor, id)
    await perform(tx, document)
    const { slug } = await tx.session.findUniqueOrThrow({
      where: { id: document.sessionId },
      select: { slug: true },
    })
    return { slug, symbol: document.symbol }
  })
}
