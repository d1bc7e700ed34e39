import 'server-only'
import { db, read } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { NUMBER_COLUMNS } from '@/lib/consolidation/ledger/numbers'
import { assertFound, orNotFound } from '@/lib/errors'
import type { SessionView } from '@/lib/sessions/session-view'
import type { ConsolidatedItemView } from '@/lib/consolidation/views'
import { type Counted, type Coverage, coverage } from '@/lib/consolidation/outcomes/outcome-rule'
import { activeDisagreements } from './disagreements'
import { canReadConsolidated } from '@/lib/consolidation/policy'
import { accumulated, BY_LIST, readSources } from './source-queries'
import { readDocument } from '@/lib/text/document/stored'

/** The number of items by outcome in the lists that this stock-taking covers. */
export async function getCoverage(actor: SignedIn, session: SessionView): Promise<Coverage> {
  assertFound(canReadConsolidated(actor, session.id))
  const counts = await read<Counted & { open: string[] | null }>`
    SELECT o.kind AS outcome, count(*)::int AS count,
      array_agg(i.id ORDER BY ${BY_LIST})
        FILTER (WHERE o.kind IS NULL) AS open
    ${accumulated(session)}
    GROUP BY o.kind`
  return coverage(
    counts,
    counts.flatMap(({ open }) => open ?? []),
  )
}

/** A consolidated item with its sources and every wording it had, for those who take part in the session. */
export async function getConsolidatedItem(
  actor: SignedIn,
  session: SessionView,
  id: string,
): Promise<ConsolidatedItemView> {
  assertFound(canReadConsolidated(actor, session.id))
  const item = orNotFound(
    await db.consolidatedItem.findFirst({
      where: { id, deletedAt: null, list: { sessionId: session.id } },
      include: {
        heading: true,
        texts: {
          orderBy: { number: 'desc' },
          include: { comment: { select: { delegation: { select: { name: true } } } } },
        },
        statuses: { where: { supersededAt: null } },
        corrigenda: { orderBy: { number: 'asc' } },
        _count: {
          select: {
            objections: { where: { withdrawnAt: null } },
            disagreements: { where: { withdrawnAt: null } },
          },
        },
      },
    }),
  )
  const links = await db.lineage.findMany({
    where: { consolidatedItemId: id, unlinkedAt: null },
    orderBy: { linkedAt: 'asc' },
  })
  const [sources, disagreed, people] = await Promise.all([
    readSources(
      session,
      links.map((link) => link.itemId),
    ),
    activeDisagreements(item.listId),
    db.person.findMany({
      where: { id: { in: item.texts.flatMap((text) => text.createdById ?? []) } },
      select: { id: true, name: true },
    }),
  ])
  const nameOf = new Map(people.map((person) => [person.id, person.name]))
  const current = orNotFound(item.texts[0])
  return {
    ...item,
    ...(await numberOf(item)),
    heading: item.heading.title,
    text: current.text,
    body: readDocument(current.body),
    wording: current.number,
    sources: links.length,
    status: item.statuses[0]?.kind ?? 'pending',
    statusReason: item.statuses[0]?.reason ?? '',
    objections: item._count.objections,
    disagreements: item._count.disagreements,
    corrected: item.corrigenda.at(-1)?.number ?? 0,
    corrigenda: item.corrigenda.map((corrigendum) => ({
      ...corrigendum,
      body: readDocument(corrigendum.body),
    })),
    wordings: item.texts.map(({ comment, ...text }) => ({
      ...text,
      proposedBy: comment?.delegation.name ?? null,
      body: readDocument(text.body),
      createdBy: nameOf.get(text.createdById ?? '') ?? '',
    })),
    disagreed: disagreed.filter(({ consolidatedItemId }) => consolidatedItemId === id),
    from: sources.map((source) => {
      const link = orNotFound(links.find(({ itemId }) => itemId === source.id))
      return { ...source, taken: link.taken, words: link.words }
    }),
  }
}

/** The paragraph and letter of an item among those of its list. */
async function numberOf(item: { id: string; listId: string }) {
  const [number] = await read<{ paragraph: number; letter: string }>`
    SELECT paragraph, letter FROM (SELECT i.id, ${NUMBER_COLUMNS}
      FROM "ConsolidatedItem" i JOIN "ConsolidatedHeading" h ON h.id = i."headingId"
      WHERE i."listId" = ${item.listId}::uuid AND i."deletedAt" IS NULL) listed
    WHERE id = ${item.id}::uuid`
  return orNotFound(number)
}
