import { randomUUID } from 'node:crypto'
import { subDays } from 'date-fns/subDays'
import { KeepDraft } from '@/lib/circulation/comments/schema'
import type { PostingRule } from '@/lib/circulation/posting/posted'
import { db } from '@/lib/db/client'
import { inThePast } from './in-the-past'
import { issuedList } from './issued-list'
import type { Scenario } from './scenario'

const DAY = 24 * 3_600_000

const TEXTS = [
  'Member States should share electronic evidence.',
  'Member States should adopt laws on cybercrime.',
  'Member States should train police officers.',
]

let ordinal = 10
/** Ordinals of earlier sessions: one group can circulate twice. */
const nextOrdinal = (): number => ++ordinal

/**
 * A circulation of two issued lists, by plain inserts: opened ten days ago, open for ten more days, posted at the
 * deadline unless told otherwise; all delegations of the scenario but those that are named are asked.
 */
export async function circulated(
  cast: Scenario,
  {
    postingRule = 'atDeadline',
    postAt = null,
    texts = TEXTS,
    without = [],
    openFor = 10 * DAY,
  }: {
    postingRule?: PostingRule
    postAt?: Date | null
    texts?: readonly string[]
    without?: readonly string[]
    /** Milliseconds until the deadline. */
    openFor?: number
  } = {},
) {
  const now = new Date()
  const by = [cast.arvenia, cast.belmara]
  const first = await issuedList(
    cast.session.groupId,
    nextOrdinal(),
    texts,
    by,
    new Date('2019-04-01'),
  )
  const second = await issuedList(
    cast.session.groupId,
    nextOrdinal(),
    ['Experts noted the trend.'],
    by,
  )
  const notCirculated = await issuedList(cast.session.groupId, nextOrdinal(), ['Not sent out.'], by)
  const delegations = await db.delegation.findMany({ where: { sessionId: cast.session.id } })
  const { id } = await db.circulation.create({
    data: {
      sessionId: cast.session.id,
      title: 'Preliminary conclusions and recommendations',
      postingRule,
      postAt,
      openUntil: new Date(now.getTime() + openFor),
      lists: {
        create: [
          { listId: first.listId, position: 1 },
          { listId: second.listId, position: 2 },
        ],
      },
    },
  })
  await db.circulation.update({
    where: { id },
    data: { openedAt: subDays(now, 10), openedById: cast.secretariat.personId },
  })
  await db.circulationAddressee.createMany({
    data: delegations
      .filter(({ id: delegationId }) => !without.includes(delegationId))
      .map(({ id: delegationId }) => ({
        circulationId: id,
        sessionId: cast.session.id,
        delegationId,
      })),
  })
  const [a, b, c] = first.items as [string, string, string]
  return {
    id,
    listId: first.listId,
    headingId: first.headingId,
    items: first.items,
    a,
    b,
    c,
    other: second.items[0]!,
    notCirculated: notCirculated.items[0]!,
    /** The input of a comment on an item; complete unless a test changes it. */
    draft: (about: Partial<KeepDraft> = {}): KeepDraft =>
      KeepDraft.parse({
        id: randomUUID(),
        circulationId: id,
        target: 'item',
        itemId: about.target && about.target !== 'item' ? '' : a,
        position: 'supports',
        text: 'We can support this.',
        ...about,
      }),
    /** Moves the deadline so many milliseconds into the past. */
    closes: (ago = 1_000) =>
      inThePast((tx) =>
        tx.circulation.update({ where: { id }, data: { openUntil: new Date(Date.now() - ago) } }),
      ),
  }
}
