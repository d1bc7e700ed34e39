import 'server-only'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Distribution, DocumentKind, DocumentSeries, DocumentStep } from './kinds'
import { canKeepRegister, canReadDocument } from './policy'
import { lastNumber } from './symbols/numbering'
import { printSymbol } from './symbols/symbol'
import { isOfThing } from './things'

/** A file of a document as a page names it. */
type FileView = {
  id: string
  language: string
  form: string
  name: string
  size: number
  hash: string
}

/** A document as the register shows it. */
export type DocumentView = {
  id: string
  sessionId: string
  symbol: string
  kind: DocumentKind
  title: string
  agenda: string | null
  languages: string[]
  originalLanguage: string
  distribution: Distribution
  datedOn: Date
  issuedAt: Date | null
  withdrawnAt: Date | null
  withdrawalReason: string
  /** The document that it follows, and those that follow it, as far as the reader may read them. */
  follows: string | null
  followedBy: string[]
  /** The number of the snapshot that it is. */
  snapshotNumber: number | null
  /** When that snapshot was undone: its paragraphs are no longer the status. */
  snapshotUndoneAt: Date | null
  /** The number of the list of participants that it is. */
  participantListNumber: number | null
  isThing: boolean
  /** The report of the session that it is, or is the draft of. */
  reportId: string | null
  steps: { kind: DocumentStep; takenOn: Date }[]
  files: FileView[]
}

const related = {
  symbol: true,
  sessionId: true,
  kind: true,
  reportId: true,
  distribution: true,
  issuedAt: true,
  withdrawnAt: true,
} satisfies Prisma.DocumentSelect

const columns = {
  agendaItem: { select: { number: true, letter: true } },
  follows: { select: related },
  followedBy: { select: related, where: { withdrawnAt: null, issuedAt: { not: null } } },
  snapshot: { select: { number: true, undoneAt: true } },
  participantList: { select: { number: true } },
  steps: { select: { kind: true, takenOn: true }, orderBy: { takenOn: 'asc' } },
  files: {
    select: { id: true, language: true, form: true, name: true, size: true, hash: true },
    orderBy: [{ language: 'asc' }, { form: 'asc' }],
  },
} satisfies Prisma.DocumentInclude

type Row = Prisma.DocumentGetPayload<{ include: typeof columns }>

const inOrder = [
  { series: 'asc' },
  { root: 'asc' },
  { year: 'asc' },
  { number: 'asc' },
  { suffix: 'asc' },
] satisfies Prisma.DocumentOrderByWithRelationInput[]

/** The documents of a session that the actor may read, by series and number. */
export async function listDocuments(
  actor: Actor,
  session: { id: string },
): Promise<DocumentView[]> {
  const rows = await db.document.findMany({
    where: { sessionId: session.id },
    include: columns,
    orderBy: inOrder,
  })
  return rows.filter((row) => canReadDocument(actor, row)).map((row) => viewOf(actor, row))
}

/** One of them by its symbol; a document hidden from the actor is not found. */
export async function getDocument(
  actor: Actor,
  session: { id: string },
  symbol: string | null,
): Promise<DocumentView> {
  const row = await db.document.findFirst({
    where: { sessionId: session.id, symbol: symbol ?? '' },
    include: columns,
  })
  assertFound(row && canReadDocument(actor, row))
  return viewOf(actor, row)
}

/** A file of a document that the actor may read, with its bytes. */
export async function getFile(
  actor: Actor,
  session: { id: string },
  { symbol, language, form }: { symbol: string | null; language: string; form: string },
): Promise<{ name: string; form: string; hash: string; bytes: Uint8Array<ArrayBuffer> }> {
  const file = orNotFound(
    await db.documentFile.findFirst({
      where: { language, form, document: { sessionId: session.id, symbol: symbol ?? '' } },
      include: { document: true },
    }),
  )
  assertFound(canReadDocument(actor, file.document))
  return { name: file.name, form: file.form, hash: file.hash, bytes: file.bytes }
}

/** The next free symbol of each series of a session, for the form of the register. */
export async function nextSymbols(
  actor: Actor,
  session: { id: string; symbolRoot: string; startsOn: Date },
  series: readonly DocumentSeries[],
): Promise<Record<string, string>> {
  assertFound(canKeepRegister(actor, session.id))
  const place = { root: session.symbolRoot, year: session.startsOn.getUTCFullYear() }
  const entries = await Promise.all(
    series.map(async (name) => {
      const number = (await lastNumber(db, { ...place, series: name })) + 1
      return [name, printSymbol({ ...place, series: name, number, suffix: '' })] as const
    }),
  )
  return Object.fromEntries(entries)
}

function viewOf(actor: Actor, row: Row): DocumentView {
  const { agendaItem, follows, followedBy, snapshot, participantList, ...document } = row
  return {
    ...document,
    agenda: agendaItem && `${agendaItem.number}${agendaItem.letter && ` (${agendaItem.letter})`}`,
    follows: follows && canReadDocument(actor, follows) ? follows.symbol : null,
    followedBy: followedBy
      .filter((later) => canReadDocument(actor, later))
      .map(({ symbol }) => symbol),
    snapshotNumber: snapshot?.number ?? null,
    snapshotUndoneAt: snapshot?.undoneAt ?? null,
    participantListNumber: participantList?.number ?? null,
    isThing: isOfThing(row),
  }
}
