import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import { searchWords } from '@/lib/text/words'
import type { DeskChoices, DeskFilter, DeskSource } from './desk-view'
import { DESK_PAGE } from './page-size'
import { canReadDesk } from './policy'

/** One page of the accumulated items of all issued lists of the group, oldest session first, and how many match. */
export async function listSources(
  actor: SignedIn,
  session: SessionView,
  filter: DeskFilter,
  page = 1,
): Promise<{ sources: DeskSource[]; total: number }> {
  if (!canReadDesk(actor, session.id)) throw new Refused('not-found', 'notFound')
  const sources = await sourceRows(session, { ...filter, page, ids: null })
  return { sources, total: sources[0]?.matching ?? 0 }
}

/** The named preliminary items, in the order of their lists; one that is none is refused. */
export async function getSources(
  actor: SignedIn,
  session: SessionView,
  ids: readonly string[],
): Promise<DeskSource[]> {
  if (!canReadDesk(actor, session.id)) throw new Refused('not-found', 'notFound')
  const sources = await readSources(session, ids)
  if (sources.length !== new Set(ids).size) throw new Refused('not-found', 'notFound')
  return sources
}

/** The same for code that has decided who may ask; what does not exist is left out. */
export const readSources = (session: SessionView, ids: readonly string[]) =>
  sourceRows(session, { ...EVERYTHING, ids: [...ids] })

const EVERYTHING = { session: '', outcome: '' as const, words: '', page: 0, ids: null }

type Wanted = DeskFilter & { page: number; ids: string[] | null }

/** Page 0 means all. Searching is by the beginnings of words, in any language. */
async function sourceRows(session: SessionView, wanted: Wanted) {
  const words = searchWords(wanted.words, 'en')
  return db.$queryRaw<(DeskSource & { matching: number })[]>`
    SELECT i.id, s.slug AS "sessionSlug", s.ordinal AS "sessionOrdinal", h.title AS heading,
      i.paragraph, i.letter, i.kind, i.language, i.text, o.kind AS outcome,
      coalesce(o.reason, '') AS reason, o."decidedAt", coalesce(b.name, '') AS "decidedBy",
      (SELECT count(DISTINCT y."delegationId") FROM "Disagreement" y WHERE y."listId" = l.id
        AND y."itemId" = i.id AND y."withdrawnAt" IS NULL)::int AS disagreements,
      coalesce((SELECT array_agg(DISTINCT name) FROM "ItemProposal" x, unnest(x.attribution) AS name
        WHERE x."itemId" = i.id), '{}') AS attribution,
      coalesce((SELECT bool_and(r."withdrawnAt" IS NOT NULL) FROM "ItemProposal" x
        JOIN "Proposal" r ON r.id = x."proposalId" WHERE x."itemId" = i.id), false) AS withdrawn,
      coalesce((SELECT json_agg(json_build_object('id', k."consolidatedItemId", 'taken', k.taken,
          'words', k.words) ORDER BY k."linkedAt") FROM "Lineage" k
        WHERE k."listId" = l.id AND k."itemId" = i.id AND k."unlinkedAt" IS NULL), '[]') AS uses,
      (count(*) OVER ())::int AS matching
    FROM "Item" i
    JOIN "ListHeading" h ON h.id = i."headingId"
    JOIN "PreliminaryList" p ON p.id = i."listId" AND p."issuedAt" IS NOT NULL
    JOIN "Session" s ON s.id = p."sessionId" AND s."groupId" = ${session.groupId}::uuid
    LEFT JOIN "ConsolidatedList" l ON l."sessionId" = ${session.id}::uuid
    LEFT JOIN "Outcome" o ON o."listId" = l.id AND o."itemId" = i.id AND o."supersededAt" IS NULL
    LEFT JOIN "Person" b ON b.id = o."decidedById"
    WHERE (${wanted.ids}::uuid[] IS NULL OR i.id = ANY (${wanted.ids}::uuid[]))
      AND (${wanted.session} = '' OR s.slug = ${wanted.session})
      AND (${wanted.topic ?? ''} = '' OR h.title = ${wanted.topic ?? ''})
      AND (${wanted.state ?? ''} = '' OR EXISTS (SELECT 1 FROM "ItemProposal" x
        WHERE x."itemId" = i.id AND ${wanted.state ?? ''} = ANY (x.attribution)))
      AND (${wanted.outcome} = '' OR coalesce(o.kind::text, 'none') = ${wanted.outcome})
      AND (SELECT coalesce(bool_and(position(word IN lower(i.text)) > 0), true)
        FROM unnest(${words}::text[]) AS word)
    ORDER BY s.ordinal, h.position, i.position, i.id
    LIMIT ${wanted.page === 0 ? 100_000 : DESK_PAGE} OFFSET ${Math.max(0, wanted.page - 1) * DESK_PAGE}`
}

/** What the accumulated items can be narrowed to, for those who read the desk. */
export async function getDeskChoices(actor: SignedIn, session: SessionView): Promise<DeskChoices> {
  if (!canReadDesk(actor, session.id)) throw new Refused('not-found', 'notFound')
  const [choices] = await db.$queryRaw<DeskChoices[]>`
    WITH list AS (
      SELECT p.id, s.slug, s.ordinal FROM "PreliminaryList" p
      JOIN "Session" s ON s.id = p."sessionId" AND s."groupId" = ${session.groupId}::uuid
      WHERE p."issuedAt" IS NOT NULL)
    SELECT
      coalesce((SELECT json_agg(json_build_object('slug', slug, 'ordinal', ordinal)
        ORDER BY ordinal) FROM list), '[]') AS sessions,
      coalesce((SELECT array_agg(DISTINCT h.title ORDER BY h.title) FROM "ListHeading" h
        JOIN list ON list.id = h."listId"), '{}') AS topics,
      coalesce((SELECT array_agg(DISTINCT name ORDER BY name) FROM list
        JOIN "Item" i ON i."listId" = list.id JOIN "ItemProposal" x ON x."itemId" = i.id,
        unnest(x.attribution) AS name), '{}') AS states`
  return choices!
}
