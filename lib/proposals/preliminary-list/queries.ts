import 'server-only'
import { db, read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { newestDocument, type Registered } from '@/lib/documents/head'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { assertFound } from '@/lib/errors'
import { letter } from '@/lib/export/paper'
import type { TextDocument } from '@/lib/text/document/document'
import type { ProposalKind } from '@/lib/proposals/kinds'
import { withdrawnSql } from '@/lib/proposals/withdrawal/withdrawal'
import { canReadListInTheMaking } from '@/lib/sessions/policy'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { attributionOf, onBehalfSql } from '@/lib/sessions/attribution/view'
import { namesWithGroups } from './item-names'
import { readDocument } from '@/lib/text/document/stored'

/** A proposal that an item stands for. */
type ListedProposal = {
  number: number
  delegationName: string
  /** The group for which it was submitted; once the list is issued, as of the issue. */
  onBehalf: OnBehalf | null
  /** The revision that is printed, and the proposal's present one. */
  revision: number
  current: number
  withdrawn: boolean
  /** The names to print; once the list is issued, the printed names. */
  attribution: string[]
  /** Co-sponsors that agreed to an earlier revision alone: they are not printed with this one. */
  unconfirmed: { name: string; revision: number }[]
}
export type ListItem = {
  id: string
  letter: string
  importedNumber: string | null
  kind: ProposalKind
  language: string
  body: TextDocument
  text: string
  textHash: string
  /** The names of all its proposals, each once, in English alphabetical order. */
  attribution: string[]
  /** The same as they print: "Belmara (on behalf of …)". */
  printedNames: string[]
  proposals: ListedProposal[]
}
export type ListHeading = { id: string; title: string; paragraph: number; items: ListItem[] }

/** A preliminary list as it prints. */
export type ListView = {
  id: string | null
  /** The fields of an act of issuing. */
  version: number
  createdAt: Date | null
  issuedAt: Date | null
  symbol: string
  /** Its paper in the register. */
  document: Registered | null
  /** The printed date of an imported list; null for a list made here. */
  printedOn: Date | null
  textHash: string | null
  headings: ListHeading[]
}

/** A proposal that stands nowhere on the list. */
export type Unplaced = {
  id: string
  number: number
  kind: ProposalKind
  delegationName: string
  /** The State that took it over from its author. */
  takenOverBy: string | null
  agenda: string | null
  language: string
  text: string
}

/**
 * The session's list: before the issue for those who make it or preside, with the proposals not placed yet; once
 * issued, for all participants. Refused as not found otherwise.
 */
export async function getList(
  actor: Actor,
  session: { id: string },
): Promise<ListView & { unplaced: Unplaced[] }> {
  const makes = canReadListInTheMaking(actor, session.id)
  const list = await readPreliminary(session.id)
  const isSeen = takesPart(actor) && (list.issuedAt !== null || makes)
  assertFound(isSeen)
  return { ...list, unplaced: makes && !list.issuedAt ? await listUnplaced(session.id) : [] }
}

/** An issued list as everybody may read it, by the slug of its session; null if none was issued. */
export async function findIssuedList(
  slug: string,
): Promise<(ListView & { sessionId: string; issuedAt: Date }) | null> {
  const issued = await db.preliminaryList.findFirst({
    where: { session: { slug }, issuedAt: { not: null } },
    select: { sessionId: true, issuedAt: true },
  })
  if (!issued?.issuedAt) return null
  return { ...(await readPreliminary(issued.sessionId)), ...issued, issuedAt: issued.issuedAt }
}

/**
 * The symbol of an issued list, '' while it has none; null if none was issued. One statement, since every request of
 * the public list asks it; the document is the one of `newestDocument`.
 */
export async function findListSymbol(slug: string): Promise<string | null> {
  const rows = await read<{ symbol: string }>`
    SELECT coalesce(
      (SELECT d.symbol FROM "Document" d
        WHERE d."preliminaryListId" = l.id AND d."withdrawnAt" IS NULL
        ORDER BY d."registeredAt" DESC, d.id DESC LIMIT 1),
      l.symbol) AS symbol
    FROM "PreliminaryList" l JOIN "Session" s ON s.id = l."sessionId"
    WHERE s.slug = ${slug} AND l."issuedAt" IS NOT NULL`
  return rows[0]?.symbol ?? null
}

type ItemRow = Omit<ListItem, 'attribution' | 'printedNames' | 'letter'> & {
  headingId: string
  letter: string | null
}

/** A session's list for code that has checked the permission; an empty list if none was begun. */
export async function readPreliminary(sessionId: string): Promise<ListView> {
  const list = await db.preliminaryList.findUnique({
    where: { sessionId },
    include: {
      headings: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      documents: newestDocument,
    },
  })
  if (!list) {
    const nothing = {
      id: null,
      createdAt: null,
      issuedAt: null,
      textHash: null,
      symbol: '',
      document: null,
      printedOn: null,
    }
    return { ...nothing, version: 1, headings: [] }
  }
  const items = await db.$queryRaw<ItemRow[]>`
    SELECT i.id, i."headingId", i.letter, i."importedNumber", i.kind, i.language, i.body, i.text,
      i."textHash",
      coalesce((SELECT json_agg(json_build_object('number', p.number, 'delegationName', d.name,
          'onBehalf', ${onBehalfSql(attributionOf('p'), Prisma.sql`${list.issuedAt}::timestamptz`)},
          'revision', ip."revisionNumber", 'current', p."currentNumber",
          'withdrawn', ${withdrawnSql},
          'unconfirmed', (SELECT coalesce(json_agg(json_build_object('name', e.name,
              'revision', c."revisionNumber") ORDER BY e."sortKey"), '[]')
            FROM "CoSponsorship" c JOIN "Delegation" e ON e.id = c."delegationId"
            WHERE c."proposalId" = p.id AND c."leftAt" IS NULL AND ${list.issuedAt === null}
              AND c."revisionNumber" < ip."revisionNumber"),
          'attribution', CASE WHEN ${list.issuedAt !== null} THEN ip.attribution ELSE ARRAY(
            SELECT e.name FROM "Delegation" e WHERE e.id = p."delegationId" OR e.id IN (
              SELECT c."delegationId" FROM "CoSponsorship" c WHERE c."proposalId" = p.id
                AND c."leftAt" IS NULL AND c."revisionNumber" = ip."revisionNumber")
              OR e.id IN (SELECT t."delegationId" FROM "TakeOver" t
            WHERE t."proposalId" = p.id AND t."endedAt" IS NULL)
            ORDER BY e."sortKey") END) ORDER BY p.number)
        FROM "ItemProposal" ip JOIN "Proposal" p ON p.id = ip."proposalId"
        JOIN "Delegation" d ON d.id = p."delegationId" WHERE ip."itemId" = i.id), '[]') AS proposals
    FROM "Item" i WHERE i."listId" = ${list.id}::uuid
    ORDER BY i.position, i.id`
  const { id, version, createdAt, issuedAt, printedOn, textHash } = list
  const document = list.documents[0] ?? null
  const symbol = document?.symbol ?? list.symbol
  return {
    id,
    version,
    createdAt,
    issuedAt,
    symbol,
    document: document ?? (symbol ? { symbol, distribution: 'general' } : null),
    printedOn,
    textHash,
    headings: list.headings.map((heading, index) => ({
      id: heading.id,
      title: heading.title,
      paragraph: index + 1,
      items: items
        .filter((item) => item.headingId === heading.id)
        .map((item, place) => ({
          ...item,
          body: readDocument(item.body),
          letter: item.letter ?? letter(place + 1),
          attribution: names(item.proposals),
          printedNames: namesWithGroups(names(item.proposals), item.proposals),
        })),
    })),
  }
}

const collator = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true })
const names = (proposals: readonly ListedProposal[]): string[] =>
  [...new Set(proposals.flatMap(({ attribution }) => attribution))].toSorted(collator.compare)

const listUnplaced = (sessionId: string): Promise<Unplaced[]> =>
  db.$queryRaw<Unplaced[]>`
    SELECT p.id, p.number, p.kind, d.name AS "delegationName",
      (SELECT e.name FROM "TakeOver" t JOIN "Delegation" e ON e.id = t."delegationId"
        WHERE t."proposalId" = p.id AND t."endedAt" IS NULL) AS "takenOverBy", a.number || a.letter AS agenda,
      p."originalLanguage" AS language, r.text
    FROM "Proposal" p
    JOIN "Delegation" d ON d.id = p."delegationId"
    JOIN "Revision" r ON r."proposalId" = p.id AND r.number = p."currentNumber"
    LEFT JOIN "AgendaItem" a ON a.id = p."agendaItemId"
    WHERE p."sessionId" = ${sessionId}::uuid AND NOT ${withdrawnSql}
      AND NOT EXISTS (SELECT 1 FROM "ItemProposal" ip JOIN "Item" i ON i.id = ip."itemId"
        JOIN "PreliminaryList" l ON l.id = i."listId"
        WHERE ip."proposalId" = p.id AND l."sessionId" = p."sessionId")
    ORDER BY a.number NULLS LAST, a.letter, p.number`
