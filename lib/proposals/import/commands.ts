import 'server-only'
import { seatDay } from '@/lib/clock'
import { z } from 'zod'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { lockRow } from '@/lib/db/row-locks'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { releaseThing } from '@/lib/documents/things'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import type { RecordedEvent } from '@/lib/record/events'
import { record, recordByOperator, sha256 } from '@/lib/record/record'
import { canCreateSession } from '@/lib/sessions/policy'
import { readItems, type ReadItems } from './format'
import {
  type ChangeImport,
  type OneImport,
  StoredItems,
  StoredProblems,
  StoredSession,
} from './schema'
import { knownStates } from './states'
import { intoSession } from './target'
import { markIssued } from '@/lib/proposals/preliminary-list/issue'
import { writeItems } from './write-items'

/** A member of the Secretariat, or the operator of the server's command line. */
export type Importer = SignedIn | 'operator'

/** A file, and fields of its session that the file does not give: a CSV gives none. */
type Upload = { fileName: string; bytes: Uint8Array; session?: Partial<StoredSession> }

/** Reads a file against the States that this installation knows; writes nothing. */
export async function previewImport(bytes: Uint8Array): Promise<ReadItems> {
  const states = await knownStates()
  return readItems(bytes, (name) => states.has(sortKey(name)))
}

/**
 * Keeps the content of a file as a draft, with its faults if there are any. Idempotent: the same content gives the
 * existing draft. Only the page of the draft shows it.
 */
export async function keepImport(
  importer: Importer,
  { fileName, bytes, session: given }: Upload,
): Promise<OneImport> {
  mustBeSecretariat(importer)
  const reading = await previewImport(bytes)
  const contentHash = sha256(
    reading.problems.length > 0
      ? Buffer.from(bytes).toString('base64')
      : JSON.stringify(reading.items.map((item) => ({ ...item, line: 0 }))),
  )
  const session = StoredSession.parse({ ...given, ...Fields.parse(reading.session) })
  return transaction(importer, async (tx) => {
    const draft = await tx.importDraft.findFirst({
      where: { contentHash, issuedAt: null, discardedAt: null },
      select: { id: true, version: true },
    })
    if (draft && given) return tellSession(tx, draft.id, session)
    if (draft) return draft
    const { id, version } = await tx.importDraft.create({
      data: {
        fileName: fileName.slice(-200),
        contentHash,
        encoding: reading.encoding,
        items: reading.items,
        problems: reading.problems,
        session,
        createdById: personOf(importer),
      },
      select: { id: true, version: true },
    })
    await write(tx, importer, 'import.kept', null, id, { items: reading.items.length })
    return { id, version }
  })
}

/** The session as a file gives it; its fields are read by `StoredSession`. */
const Fields = z.record(z.string(), z.unknown()).catch({})

const tellSession = (tx: Tx, id: string, session: StoredSession): Promise<OneImport> =>
  tx.importDraft.update({
    where: { id },
    data: { session, version: { increment: 1 } },
    select: { id: true, version: true },
  })

/** Sets the target of a draft and its printed form. Refused if somebody changed it since it was read. */
export function changeImport(actor: SignedIn, input: ChangeImport): Promise<void> {
  return transaction(actor, async (tx) => {
    const draft = await takeDraft(tx, actor, input)
    const { groupId, ordinal, title, place, startsOn, endsOn, sessionId } = input
    const printedOn = input.printedOn ? new Date(`${input.printedOn}T00:00:00Z`) : null
    if (printedOn && printedOn > seatDay(await databaseTime(tx)))
      throw new Refused('invalid', 'importDateAhead', {}, 'printedOn')
    if (sessionId) orNotFound(await tx.session.findUnique({ where: { id: sessionId } }))
    if (groupId) orNotFound(await tx.expertGroup.findUnique({ where: { id: groupId } }))
    await tx.importDraft.update({
      where: { id: draft.id },
      data: {
        version: { increment: 1 },
        sessionId: sessionId || null,
        session: { groupId, ordinal, title, place, startsOn, endsOn },
        agendaNumber: input.agendaNumber ? Number(input.agendaNumber) : null,
        agendaTitle: input.agendaTitle,
        printedOn,
        symbol: input.symbol,
      },
    })
    await write(tx, actor, 'import.changed', sessionId || null, draft.id, {})
  })
}

/**
 * Issues a draft: its session is made unless it exists, and its list is that of the file, public and frozen. Atomic.
 * Refuses a draft with faults or with missing facts, a session that has a list or a taken number, and contents that
 * were issued into that session before.
 */
export function issueImport(
  importer: Importer,
  input: OneImport,
): Promise<{ slug: string; items: number }> {
  return transaction(
    importer,
    async (tx) => {
      const draft = await takeDraft(tx, importer, input)
      if (StoredProblems.parse(draft.problems).length > 0)
        throw new Refused('invalid', 'importFaulty')
      const items = StoredItems.parse(draft.items)
      const personId = personOf(importer)
      const target = await intoSession(tx, draft, personId, (session, dates) =>
        write(tx, importer, 'session.created', session.id, session.id, {
          ordinal: session.ordinal,
          dates,
        }),
      )
      const { proposals, textHash } = await writeItems(tx, items, target)
      await tx.session.update({
        where: { id: target.sessionId },
        data: { lastProposalNumber: { increment: proposals } },
      })
      const issued = { issuedAt: await databaseTime(tx), issuedById: personId }
      const { symbol, printedOn } = draft
      if (symbol)
        await releaseThing(
          tx,
          { kind: 'preliminaryList', preliminaryListId: target.listId },
          {
            sessionId: target.sessionId,
            actor: importer === 'operator' ? null : importer,
            releasedAt: issued.issuedAt,
            symbol,
            ...(printedOn && { datedOn: printedOn }),
          },
        )
      await markIssued(tx, target.listId, { ...issued, textHash, symbol, printedOn })
      await tx.importDraft.update({
        where: { id: draft.id },
        data: { ...issued, sessionId: target.sessionId },
      })
      const data = { items: items.length, file: draft.fileName }
      await write(tx, importer, 'list.imported', target.sessionId, target.listId, data, textHash)
      return { slug: target.slug, items: items.length }
    },
    { timeout: 120_000 },
  )
}

/** Discards a draft; it stays in the record. Idempotent. */
export function discardImport(actor: SignedIn, input: OneImport): Promise<void> {
  return transaction(actor, async (tx) => {
    mustBeSecretariat(actor)
    const draft = orNotFound(await tx.importDraft.findUnique({ where: { id: input.id } }))
    if (draft.discardedAt) return
    await takeDraft(tx, actor, input)
    await tx.importDraft.update({
      where: { id: draft.id },
      data: { discardedAt: await databaseTime(tx), discardedById: actor.personId },
    })
    await write(tx, actor, 'import.discarded', null, draft.id, {})
  })
}

/** A draft that is neither issued nor discarded, locked, at the version that was read. */
async function takeDraft(tx: Tx, importer: Importer, { id, version }: OneImport) {
  mustBeSecretariat(importer)
  await lockRow(tx, 'ImportDraft', id)
  const draft = orNotFound(await tx.importDraft.findUnique({ where: { id } }))
  if (draft.issuedAt) throw new Refused('closed', 'importIssued')
  if (draft.discardedAt) throw new Refused('closed', 'importDiscarded')
  if (draft.version !== version) throw new Refused('conflict', 'importChanged')
  return draft
}

const mustBeSecretariat = (importer: Importer): void =>
  authorize(importer === 'operator' || canCreateSession(importer), 'secretariatOnly')

const personOf = (importer: Importer) => (importer === 'operator' ? null : importer.personId)

const write = (
  tx: Tx,
  importer: Importer,
  event: RecordedEvent,
  sessionId: string | null,
  subjectId: string,
  data: Record<string, string | number>,
  textHash?: string,
) => {
  const act = { sessionId, subjectId, data }
  return importer === 'operator'
    ? recordByOperator(tx, event, act)
    : record(tx, importer, event, { ...act, ...(textHash && { textHash }) })
}
