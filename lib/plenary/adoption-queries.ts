import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { listStateNames } from '@/lib/delegations/names/names-of-states'
import { statesNamed } from '@/lib/delegations/names/states-named'
import { orNotFound } from '@/lib/errors'
import { unprintable } from '@/lib/export/pdf/coverage'
import { type MeetingOfSession, meetingsOf } from '@/lib/sessions/meetings'
import type { SessionView } from '@/lib/sessions/session-view'
import { type Answers, getAnswers } from '@/lib/consolidation/coverage/answers'
import { listListsToCover } from '@/lib/consolidation/coverage/queries'
import { readSources } from '@/lib/consolidation/desk/queries/source-queries'
import { findConsolidatedList } from '@/lib/consolidation/desk/queries/list-queries'
import { activeDisagreements } from '@/lib/consolidation/desk/queries/disagreements'
import { getCoverage } from '@/lib/consolidation/desk/queries/item-queries'
import { type StatusKind, statusKinds } from '@/lib/consolidation/kinds'
import { findWithdrawnItems } from '@/lib/consolidation/outcomes/queries'
import type { Coverage } from '@/lib/consolidation/outcomes/outcome-rule'
import { hinderingItems } from '@/lib/consolidation/status/status-rule'
import type {
  ConsolidatedListView,
  DeskItem,
  DeskSource,
  ListToCover,
  StatedDisagreement,
} from '@/lib/consolidation/views'

/** A preliminary item off the list, and the delegations that disagree with its outcome. */
export type DisagreedAside = { source: DeskSource; by: StatedDisagreement[] }

/** The presiding officer's facts before the list is declared adopted. */
export type AdoptionView = {
  list: ConsolidatedListView
  items: number
  /** The number of items by status; nothing was declared of pending ones. */
  statuses: Record<StatusKind, number>
  coverage: Coverage
  /** The comments on circulated lists and their responses. */
  answers: Answers
  lists: ListToCover[]
  meetings: MeetingOfSession[]
  /** The items for which the list cannot be adopted yet. */
  hindering: DeskItem[]
  /** The ids of those that come from withdrawn proposals alone. */
  withdrawn: string[]
  odd: {
    /** Items that take nothing of any source. */
    withoutSource: DeskItem[]
    /** Items with words that somebody was still typing on the screen. */
    typed: DeskItem[]
    /** Items agreed *ad referendum*, which somebody was to confirm. */
    adReferendum: DeskItem[]
    /** Items with square brackets in their words: what is not agreed would be adopted. */
    bracketed: DeskItem[]
    /** Items that a delegation disagrees with. */
    disagreedWith: DeskItem[]
    /** Preliminary items with a disagreement that stands against no item of the list: with an outcome set aside. */
    disagreedAside: DisagreedAside[]
    /** Items with a State's name in their text: the adopted list prints no attribution. */
    naming: { item: DeskItem; states: string[] }[]
    /** Items with letters that a PDF cannot print. */
    unprintable: { item: DeskItem; letters: string[] }[]
  }
}

/** The whole list as it would be adopted now, for those who take part in the session. */
export async function getAdoption(actor: SignedIn, session: SessionView): Promise<AdoptionView> {
  const [list, coverage, answers, lists, entered, states, withdrawn] = await Promise.all([
    findConsolidatedList(actor, session),
    getCoverage(actor, session),
    getAnswers(actor, session),
    listListsToCover(actor, session),
    db.meeting.findMany({
      where: { sessionId: session.id },
      orderBy: { number: 'asc' },
      select: { number: true, date: true },
    }),
    listStateNames(),
    findWithdrawnItems(actor, session),
  ])
  const whole = orNotFound(list)
  const items = whole.headings.flatMap((heading) => heading.items)
  const typed = await db.screenText.findMany({
    where: { itemId: { in: items.map(({ id }) => id) } },
    select: { itemId: true },
  })
  const disagreedAside = await listDisagreedAside(session, whole)
  const beingTyped = new Set(typed.map(({ itemId }) => itemId))
  return {
    list: whole,
    items: items.length,
    statuses: Object.fromEntries(
      statusKinds.map((kind) => [kind, items.filter((item) => item.status === kind).length]),
    ) as Record<StatusKind, number>,
    coverage,
    answers,
    lists: lists.filter(({ covered }) => covered),
    meetings: meetingsOf(session, entered),
    hindering: hinderingItems(items, withdrawn),
    withdrawn,
    odd: {
      withoutSource: items.filter(({ sources }) => sources === 0),
      typed: items.filter(({ id }) => beingTyped.has(id)),
      adReferendum: items.filter(({ status }) => status === 'agreedAdReferendum'),
      bracketed: items.filter(({ text }) => /[[\]]/.test(text)),
      disagreedWith: items.filter(({ disagreements }) => disagreements > 0),
      disagreedAside,
      naming: items
        .map((item) => ({ item, states: statesNamed(item.text, states) }))
        .filter((item) => item.states.length > 0),
      unprintable: items
        .map((item) => ({ item, letters: unprintable(item.text) }))
        .filter(({ letters }) => letters.length > 0),
    },
  }
}

/** In the order of the lists. A disagreement with an item that left the list counts here too. */
async function listDisagreedAside(
  session: SessionView,
  list: ConsolidatedListView,
): Promise<DisagreedAside[]> {
  const onList = new Set(list.headings.flatMap(({ items }) => items.map(({ id }) => id)))
  const aside = (await activeDisagreements(list.id)).filter(
    ({ consolidatedItemId }) => !consolidatedItemId || !onList.has(consolidatedItemId),
  )
  const sources = await readSources(
    session,
    aside.map(({ itemId }) => itemId),
  )
  return sources.map((source) => ({
    source,
    by: aside.filter(({ itemId }) => itemId === source.id),
  }))
}
