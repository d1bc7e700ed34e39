import 'server-only'
import { isPosted } from '@/lib/circulation/posting/posted'
import { seatDay } from '@/lib/clock'
import { clockTime, db } from '@/lib/db/client'
import { issuedToAll } from '@/lib/documents/head'
import type { SessionKind } from '@/lib/sessions/kinds'

/** A session with its public facts and released lists. */
export type FrontSession = {
  slug: string
  ordinal: number
  eventWord: string
  groupName: string
  title: string
  kind: SessionKind
  startsOn: Date
  endsOn: Date
  place: string
  /** Items of the issued list; null while nothing is released. */
  items: number | null
  /** The day of its issue; the printed one, if it was imported. */
  issuedOn: Date | null
  /** The adoption time of the consolidated list, and the number of its items; null before. */
  adoptedAt: Date | null
  adoptedItems: number | null
  /** Snapshots of agreed paragraphs that were posted, undone ones too. */
  snapshots: number
  /** Documents that were issued to everybody. */
  documents: number
  /** The symbol of the report that was adopted and issued here; null before. */
  report: string | null
  /** The circulations with public comments. */
  posted: { id: string; title: string }[]
}

/** Every session, the latest first, with the counts of its released lists and of nothing else. */
export async function listFront(): Promise<FrontSession[]> {
  const now = await clockTime(db)
  const sessions = await db.session.findMany({
    orderBy: [{ startsOn: 'desc' }, { ordinal: 'desc' }],
    select: {
      slug: true,
      ordinal: true,
      title: true,
      kind: true,
      startsOn: true,
      endsOn: true,
      place: true,
      group: { select: { eventWord: true, name: true } },
      _count: { select: { documents: { where: issuedToAll } } },
      documents: {
        where: { ...issuedToAll, kind: 'report', reportId: { not: null } },
        select: { symbol: true },
        take: 1,
      },
      circulations: {
        where: { openedAt: { not: null } },
        orderBy: { openedAt: 'asc' },
        select: {
          id: true,
          title: true,
          postingRule: true,
          openedAt: true,
          openUntil: true,
          postAt: true,
        },
      },
      preliminaryList: {
        select: { issuedAt: true, printedOn: true, _count: { select: { items: true } } },
      },
      consolidatedList: {
        select: {
          adoptedAt: true,
          _count: { select: { items: { where: { deletedAt: null } }, snapshots: true } },
        },
      },
    },
  })
  return sessions.map(
    ({ group, _count, preliminaryList, consolidatedList, circulations, documents, ...session }) => {
      const issuedAt = preliminaryList?.issuedAt ?? null
      const adoptedAt = consolidatedList?.adoptedAt ?? null
      return {
        ...session,
        eventWord: group.eventWord,
        groupName: group.name,
        issuedOn: issuedAt && (preliminaryList?.printedOn ?? seatDay(issuedAt)),
        items: issuedAt && preliminaryList ? preliminaryList._count.items : null,
        adoptedAt,
        adoptedItems: adoptedAt && consolidatedList ? consolidatedList._count.items : null,
        snapshots: consolidatedList?._count.snapshots ?? 0,
        documents: _count.documents,
        report: documents[0]?.symbol ?? null,
        posted: circulations
          .filter((circulation) => isPosted(circulation, now))
          .map(({ id, title }) => ({ id, title })),
      }
    },
  )
}

/** The name of the only expert group; null if there are several, or none with a name. */
export async function findOnlyGroupName(): Promise<string | null> {
  const groups = await db.expertGroup.findMany({ select: { name: true }, take: 2 })
  return (groups.length === 1 && groups[0]?.name) || null
}
