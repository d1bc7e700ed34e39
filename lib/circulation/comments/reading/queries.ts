import 'server-only'
import { cache } from 'react'
import { circulatedLists } from '@/lib/circulation/circulated-lists'
import { isPosted, postedFrom } from '@/lib/circulation/posting/posted'
import { db } from '@/lib/db/client'
import { type Actor, isSignedIn, membershipIn, takesPart } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import type { TextDocument } from '@/lib/text/document/document'
import { namesWithGroups } from '@/lib/proposals/preliminary-list/item-names'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'
import { readDocument } from '@/lib/text/document/stored'
import { type LoadedCirculation, loadCirculation } from '../load'
import { canDraftHere } from '../policy'
import type { ContentsList } from './views'
import { counting } from '@/lib/circulation/counting'

/** A circulation for its reader. */
export type CirculationView = LoadedCirculation & {
  isOpen: boolean
  isPosted: boolean
  postedFrom: Date | null
  /** The reader's delegation, if addressed. */
  delegation: { id: string; name: string } | null
}

/** An opened circulation of the session, for each participant of the group. Cached per request. */
export const getCirculation = cache(
  async (actor: Actor, session: { id: string }, id: string): Promise<CirculationView> => {
    assertFound(takesPart(actor))
    const circulation = await loadCirculation(db, id)
    assertFound(circulation.sessionId === session.id)
    const now = circulation.readAt
    const place = membershipIn(actor, session.id)
    const isOwn = place !== undefined && canDraftHere(actor, circulation)
    return {
      ...circulation,
      isOpen: circulation.openedAt <= now && now < circulation.openUntil,
      isPosted: isPosted(circulation, now),
      postedFrom: postedFrom(circulation),
      delegation: isOwn ? { id: place.delegationId, name: place.delegationName } : null,
    }
  },
)

const contentsColumns = { id: true, paragraph: true, letter: true, importedNumber: true } as const

/** The circulated lists in order, with the reader's delegation's looks, comments in hand and releases. */
export async function listContents({
  id: circulationId,
  delegation,
}: Pick<CirculationView, 'id' | 'delegation'>): Promise<ContentsList[]> {
  const of = { circulationId, delegationId: delegation?.id ?? '' }
  const onItem = { ...of, itemId: { not: null } }
  const [lists, looks, drafts, comments] = await Promise.all([
    db.circulatedList.findMany(circulatedLists(circulationId, contentsColumns)),
    delegation ? db.circulationLook.findMany({ where: of, select: { itemId: true } }) : [],
    delegation
      ? db.circulationDraft.groupBy({
          by: 'itemId',
          where: { ...onItem, releasedAt: null, discardedAt: null, lateRefusedAt: null },
          _count: true,
        })
      : [],
    delegation
      ? db.circulationComment.groupBy({
          by: 'itemId',
          where: { ...onItem, ...counting },
          _count: true,
        })
      : [],
  ])
  const lookIds = new Set(looks.map(({ itemId }) => itemId))
  const inHand = new Map(drafts.map(({ itemId, _count }) => [itemId, _count]))
  const releaseCounts = new Map(comments.map(({ itemId, _count }) => [itemId, _count]))
  return lists.map(({ list: { id, symbol, session, headings } }) => ({
    id,
    symbol,
    slug: session.slug,
    ordinal: session.ordinal,
    eventWord: session.group.eventWord,
    headings: headings.map((heading) => ({
      ...heading,
      items: heading.items.map(({ importedNumber, ...item }) => ({
        id: item.id,
        number: itemNumber(item),
        importedNumber,
        isLookedAt: lookIds.has(item.id),
        inHand: inHand.get(item.id) ?? 0,
        released: releaseCounts.get(item.id) ?? 0,
      })),
    })),
  }))
}

/** A circulated item on its page. */
export type ItemView = {
  id: string
  listId: string
  heading: string
  /** The session of the item. */
  ordinal: number
  eventWord: string
  symbol: string
  number: string
  importedNumber: string | null
  language: string
  body: TextDocument
  text: string
  /** The States that the list names, and those that took its proposals over since. */
  attribution: string[]
  takenOverBy: string[]
}

/** An item of a circulated list; refused as not found if its list is not circulated. Cached per request. */
export const getItem = cache(async (circulationId: string, id: string): Promise<ItemView> => {
  const { heading, list, proposals, body, paragraph, letter, ...item } = orNotFound(
    await db.item.findFirst({
      where: { id, list: { circulatedIn: { some: { circulationId } } } },
      select: {
        id: true,
        listId: true,
        paragraph: true,
        letter: true,
        importedNumber: true,
        language: true,
        body: true,
        text: true,
        heading: { select: { title: true } },
        list: {
          select: {
            symbol: true,
            session: { select: { ordinal: true, group: { select: { eventWord: true } } } },
          },
        },
        proposals: {
          select: {
            attribution: true,
            proposal: {
              select: {
                delegation: { select: { name: true } },
                attribution: { select: onBehalfFacts },
                takeOvers: {
                  where: { endedAt: null },
                  select: { delegation: { select: { name: true } } },
                },
              },
            },
          },
        },
      },
    }),
  )
  return {
    ...item,
    heading: heading.title,
    ordinal: list.session.ordinal,
    eventWord: list.session.group.eventWord,
    symbol: list.symbol,
    number: itemNumber({ paragraph, letter }),
    body: readDocument(body),
    takenOverBy: proposals.flatMap(({ attribution, proposal }) =>
      proposal.takeOvers
        .map(({ delegation }) => delegation.name)
        .filter((name) => !attribution.includes(name)),
    ),
    attribution: namesWithGroups(
      [...new Set(proposals.flatMap(({ attribution }) => attribution))],
      proposals.map(({ proposal }) => ({
        delegationName: proposal.delegation.name,
        onBehalf: readOnBehalf(proposal.attribution),
      })),
    ),
  }
})

/** Notes that the reader's delegation looked at an item. For after the answer, so that no page waits for it. */
export async function noteItemLook(
  actor: Actor,
  { id: circulationId, delegation }: Pick<CirculationView, 'id' | 'delegation'>,
  itemId: string,
): Promise<void> {
  if (!delegation || !isSignedIn(actor)) return
  await db.circulationLook.createMany({
    data: [{ circulationId, delegationId: delegation.id, itemId }],
    skipDuplicates: true,
  })
}
