import { getCirculation, listContents } from '@/lib/circulation/comments/reading/queries'
import { listReceipts } from '@/lib/circulation/comments/reading/receipts'
import { countCommentsOn } from '@/lib/circulation/compilation/queries/beside'
import { readFilter } from '@/lib/circulation/compilation/filter'
import {
  getCompiledCirculation,
  getOverview,
  listComments,
} from '@/lib/circulation/compilation/queries/overview'
import { getPaperRoom } from '@/lib/circulation/papers/queries'
import { type Actor, isSignedIn, type SignedIn } from '@/lib/delegations/actor'
import { listInbox } from '@/lib/desk/queries'
import type { Secrets } from './secrets'

type Sent = { id: string }

/** The numbers that a person reads about a circulation; null where the page refuses. */
export async function figuresIn({ cast: { session } }: Secrets, actor: Actor, { id }: Sent) {
  const circulation = await orNull(getCirculation(actor, session, id))
  const compiled = await orNull(getCompiledCirculation(actor, session, id))
  const room = await orNull(getPaperRoom(actor, session.id, id))
  const items = circulation
    ? (await listContents(circulation)).flatMap((list) =>
        list.headings.flatMap((heading) => heading.items),
      )
    : null
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const overview = compiled && (await getOverview(compiled)).all
  const beside =
    items &&
    (await countCommentsOn(
      actor,
      session,
      items.map((item) => item.id),
    ))
  return {
    inHand: items && sum(items.map((item) => item.inHand)),
    released: items && sum(items.map((item) => item.released)),
    receipts: circulation && (await listReceipts(circulation)).length,
    papers: room && room.papers.map(({ open }) => open),
    comments: overview && overview.total,
    answered: overview && overview.answered,
    listed: compiled && (await listComments(actor as SignedIn, compiled, readFilter({}), 1)).total,
    beside:
      beside &&
      sum(beside.filter(({ circulationId }) => circulationId === id).map(({ count }) => count)),
  }
}

/** The rows of a person's desk about the session, with their numbers. */
export async function deskOf({ cast: { session } }: Secrets, actor: Actor): Promise<string[]> {
  if (!isSignedIn(actor)) return []
  return (await listInbox(actor))
    .filter((row) => row.session?.slug === session.slug)
    .map(({ kind, values }) => ('count' in values ? `${kind} ${values.count}` : kind))
    .toSorted()
}

const orNull = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null)
