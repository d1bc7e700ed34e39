import 'server-only'
import { seatDay } from '@/lib/clock'
import { clockTime, type Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { translations } from '@/lib/messages'
import { record } from '@/lib/record/record'
import { markDocumentIssued } from './issue'
import { type DocumentKind, usualDistribution, usualSeries } from './kinds'
import { registerAfter, registerAs, registerNext } from './symbols/numbering'
import type { DocumentSymbol } from './symbols/symbol'

/** The subject of a document: one thing of the session. */
export type Thing =
  | { kind: 'preliminaryList'; preliminaryListId: string }
  | { kind: 'consolidatedList' | 'concordance' | 'decisions'; consolidatedListId: string }
  | { kind: 'snapshot'; snapshotId: string }
  | { kind: 'circulationLetter' | 'comments'; circulationId: string }
  | { kind: 'draftReport' | 'report'; reportId: string }
  | { kind: 'participants'; participantListId: string }

/** Whether a document is a thing beside its files. */
export const isOfThing = (document: {
  preliminaryListId: string | null
  consolidatedListId: string | null
  snapshotId: string | null
  circulationId: string | null
  reportId: string | null
  participantListId: string | null
}): boolean =>
  [
    document.preliminaryListId,
    document.consolidatedListId,
    document.snapshotId,
    document.circulationId,
    document.reportId,
    document.participantListId,
  ].some(Boolean)

type Released = {
  sessionId: string
  /** The person who released it, for whom it is recorded; null for the operator and the demonstration. */
  actor: SignedIn | null
  releasedAt?: Date
  /** Its printed date, if that is not the day of its release. */
  datedOn?: Date
  originalLanguage?: string
  /** A symbol that it has already, as an imported list does; otherwise it gets the next one of its series. */
  symbol?: string
  /** The title, if it is not that of its kind. */
  title?: string
  /** The document that it replaces, under the same symbol with the next "Rev.". */
  revises?: DocumentSymbol & { id: string }
}

/**
 * Gives the paper of a thing its symbol in the act that releases it, and returns the symbol: the one that the
 * Secretariat kept for it, otherwise the next free one. The document counts as issued. Unchecked: the caller
 * must have authorized the actor.
 */
export async function releaseThing(tx: Tx, thing: Thing, released: Released): Promise<string> {
  const { sessionId, actor } = released
  const releasedAt = released.releasedAt ?? (await clockTime(tx))
  const symbol = await registerThing(tx, thing, { ...released, releasedAt })
  const where = { symbol }
  const { id } = await tx.document.findUniqueOrThrow({ where, select: { id: true } })
  await markDocumentIssued(tx, id, actor?.personId ?? null, releasedAt)
  if (actor)
    await record(tx, actor, 'document.issued', { sessionId, subjectId: id, data: { symbol } })
  return symbol
}

/** The same without the issue, for a paper that is completed before everybody reads it. */
export const registerThing = async (tx: Tx, thing: Thing, released: Released): Promise<string> =>
  (await reservedSymbol(tx, thing)) ??
  register(tx, thing, released.releasedAt ?? (await clockTime(tx)), released)

async function reservedSymbol(tx: Tx, thing: Thing): Promise<string | null> {
  const document = await tx.document.findFirst({
    where: { ...thing, withdrawnAt: null },
    orderBy: { id: 'desc' },
    select: { symbol: true },
  })
  return document?.symbol ?? null
}

async function register(tx: Tx, thing: Thing, releasedAt: Date, released: Released) {
  const { sessionId, actor, symbol, revises, originalLanguage = 'en' } = released
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { startsOn: true, group: { select: { symbolRoot: true } } },
  })
  const series = usualSeries[thing.kind]
  const facts = {
    ...thing,
    sessionId,
    title: released.title ?? titleOf(thing.kind),
    languages: [originalLanguage],
    originalLanguage,
    distribution: usualDistribution(series),
    datedOn: released.datedOn ?? seatDay(releasedAt),
    registeredById: actor?.personId ?? null,
  }
  if (symbol) return registerAs(tx, symbol, facts)
  if (revises)
    return registerAfter(tx, { ...revises, suffix: '' }, 'Rev', { ...facts, followsId: revises.id })
  const year = session.startsOn.getUTCFullYear()
  return registerNext(tx, { root: session.group.symbolRoot, year, series }, facts)
}

const titleOf = (kind: DocumentKind): string => translations('documents')(`kinds.${kind}`)
