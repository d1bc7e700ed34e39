import 'server-only'
import { cache } from 'react'
import { otherLanguages, twinHeadings } from './odd-items'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { authorize, orNotFound } from '@/lib/errors'
import type { Encoding } from '@/lib/text/files/encoding'
import { canCreateSession } from '@/lib/sessions/policy'
import { ImportedSession } from './format'
import {
  groupOfNewSession,
  type StoredItem,
  StoredItems,
  StoredProblems,
  StoredSession as StoredSessionSchema,
  type StoredSession,
} from './schema'
import { printedNames } from './printed-names'
import { knownStates } from './states'
import type { ImportProblem } from './format'

/** A draft in the list of imports, the latest first. */
export type ImportRow = {
  id: string
  fileName: string
  createdAt: Date
  createdBy: string
  items: number
  faults: number
  issuedAt: Date | null
  discardedAt: Date | null
  sessionSlug: string | null
  sessionOrdinal: number | null
}

export async function listImports(actor: SignedIn): Promise<ImportRow[]> {
  authorize(canCreateSession(actor), 'secretariatOnly')
  const rows = await db.importDraft.findMany({
    orderBy: { createdAt: 'desc' },
    take: 100,
    include: {
      target: { select: { slug: true, ordinal: true } },
      createdBy: { select: { name: true } },
    },
  })
  return rows.map(({ target, createdBy, items, problems, ...row }) => ({
    id: row.id,
    fileName: row.fileName,
    createdAt: row.createdAt,
    issuedAt: row.issuedAt,
    discardedAt: row.discardedAt,
    createdBy: createdBy?.name ?? '',
    items: (items as unknown[]).length,
    faults: (problems as unknown[]).length,
    sessionSlug: target?.slug ?? null,
    sessionOrdinal: target?.ordinal ?? null,
  }))
}

/** Everything that the Secretariat looks at before a draft is issued. */
export type ImportView = {
  id: string
  version: number
  fileName: string
  /** The encoding of the file; null if not stored. */
  encoding: Encoding | null
  createdAt: Date
  createdBy: string
  issuedAt: Date | null
  discardedAt: Date | null
  problems: ImportProblem[]
  items: StoredItem[]
  sessionId: string | null
  session: StoredSession
  agendaNumber: number | null
  agendaTitle: string
  printedOn: string
  symbol: string
  /** The address of the session that got the list. */
  issuedInto: string | null
  /** Sessions that have no list yet, into which it can go. */
  sessions: {
    id: string
    slug: string
    ordinal: number
    startsOn: Date
    endsOn: Date
    group: string
  }[]
  /** The groups of the installation, of which the new session has one. */
  groups: { id: string; name: string }[]
  /** Whether the session is chosen or told completely. */
  complete: boolean
  odd: Oddities
}

/** Oddities to review before the list is issued. */
type Oddities = {
  /** The same contents are the list of this session already. */
  issuedBefore: { slug: string; ordinal: number }[]
  /** The number of the new session is taken. */
  ordinalTaken: boolean
  /** Lines that name no State. */
  unattributed: number[]
  /** Pairs of lines with the same text. */
  sameText: { line: number; first: number }[]
  /** Lines whose text does not look like their language. */
  otherLanguages: { line: number; language: string }[]
  /** Headings that differ from an earlier one in capital letters alone. */
  twinHeadings: { heading: string; first: string }[]
  /** States under another name than the present official one, or printed otherwise than written. */
  otherNames: { written: string; printed: string; name: string }[]
  /** States that get a delegation at a session that exists. */
  newDelegations: string[]
}

/** An uploaded list as it would be issued, for the Secretariat. Cached per request. */
export const getImport = cache(async (actor: SignedIn, id: string): Promise<ImportView> => {
  authorize(canCreateSession(actor), 'secretariatOnly')
  const draft = orNotFound(
    await db.importDraft.findUnique({
      where: { id },
      include: { target: { select: { slug: true } }, createdBy: { select: { name: true } } },
    }),
  )
  const items = StoredItems.parse(draft.items)
  const session = StoredSessionSchema.parse(draft.session)
  const sessions = await db.session.findMany({
    where: { OR: [{ preliminaryList: null }, { preliminaryList: { items: { none: {} } } }] },
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      slug: true,
      ordinal: true,
      startsOn: true,
      endsOn: true,
      group: { select: { shortName: true } },
    },
  })
  const groups = await db.expertGroup.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  const groupId = groupOfNewSession(session, groups)
  return {
    id: draft.id,
    version: draft.version,
    fileName: draft.fileName,
    encoding: draft.encoding as Encoding | null,
    createdAt: draft.createdAt,
    createdBy: draft.createdBy?.name ?? '',
    issuedAt: draft.issuedAt,
    discardedAt: draft.discardedAt,
    problems: StoredProblems.parse(draft.problems),
    items,
    sessionId: draft.sessionId,
    session,
    agendaNumber: draft.agendaNumber,
    agendaTitle: draft.agendaTitle,
    printedOn: draft.printedOn?.toISOString().slice(0, 10) ?? '',
    symbol: draft.symbol,
    issuedInto: draft.issuedAt ? (draft.target?.slug ?? null) : null,
    sessions: sessions.map(({ group, ...row }) => ({ ...row, group: group.shortName })),
    groups,
    complete:
      draft.sessionId !== null || (groupId !== null && ImportedSession.safeParse(session).success),
    odd: await oddities({ ...draft, session, groupId }, items),
  }
})

async function oddities(
  draft: {
    id: string
    contentHash: string
    sessionId: string | null
    session: StoredSession
    groupId: string | null
  },
  items: readonly StoredItem[],
): Promise<Oddities> {
  const states = await knownStates()
  const spellings = [...new Set(items.flatMap(({ by }) => by))]
  const [issuedBefore, sameOrdinal, present] = await Promise.all([
    db.session.findMany({
      where: {
        imports: {
          some: {
            contentHash: draft.contentHash,
            issuedAt: { not: null },
            id: { not: draft.id },
          },
        },
      },
      select: { slug: true, ordinal: true },
    }),
    draft.sessionId || !draft.session.ordinal || !draft.groupId
      ? 0
      : db.session.count({
          where: { groupId: draft.groupId, ordinal: Number(draft.session.ordinal) },
        }),
    draft.sessionId
      ? db.delegation.findMany({
          where: { sessionId: draft.sessionId },
          select: { entityId: true, name: true },
        })
      : null,
  ])
  const first = new Map<string, number>()
  const sameText: Oddities['sameText'] = []
  for (const { text, line } of items) {
    const earlier = first.get(text)
    if (earlier === undefined) first.set(text, line)
    else sameText.push({ line, first: earlier })
  }
  const presentIds = present && new Set(present.map(({ entityId }) => entityId))
  const presentNames = new Map((present ?? []).map(({ entityId, name }) => [entityId, name]))
  const printed = printedNames(spellings, states, presentNames)
  return {
    issuedBefore,
    ordinalTaken: sameOrdinal > 0,
    unattributed: items.filter(({ by }) => by.length === 0).map(({ line }) => line),
    sameText,
    otherLanguages: otherLanguages(items),
    twinHeadings: twinHeadings(items),
    otherNames: spellings.flatMap((name) => {
      const state = states.get(sortKey(name))
      const printedAs = state && printed.get(state.id)
      if (!printedAs || (printedAs === name && state.name === name)) return []
      return [{ written: name, printed: printedAs, name: state.name }]
    }),
    newDelegations: presentIds
      ? spellings.filter((name) => {
          const state = states.get(sortKey(name))
          return state && !presentIds.has(state.id)
        })
      : [],
  }
}
