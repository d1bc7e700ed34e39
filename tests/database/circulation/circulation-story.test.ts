import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { expect, it } from 'vitest'
import { addAddressees } from '@/lib/circulation/addressees/commands'
import { listAddressees } from '@/lib/circulation/addressees/queries'
import { createCirculation, openCirculation } from '@/lib/circulation/commands'
import { releaseResponse } from '@/lib/circulation/responses/commands'
import { approveRequest } from '@/lib/circulation/requests/decide'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { type RightsRow, rightsWhere } from '@/lib/delegations/rights'
import { adoptList } from '@/lib/plenary/adoption'
import {
  comesLate,
  comments,
  consolidates,
  deadlinePasses,
  twoLists,
} from '@/tests/support/circulated-story'
import { says } from '@/tests/support/circulation-acts'
import { asksAndProves } from '@/tests/support/requesting'

it('lists are circulated, commented on by page, form and paper, answered; adoption waits for the last response', async () => {
  const { cast, slug, ...items } = await twoLists()
  const lists = await db.preliminaryList.findMany({
    where: { items: { some: { id: { in: Object.values(items) } } } },
    orderBy: { session: { ordinal: 'asc' } },
  })
  const id = randomUUID()
  const { secretariat } = cast
  await createCirculation(secretariat, {
    id,
    slug,
    title: 'Comments on the lists',
    letter: 'Dear {contact}, {name} is asked to comment until {deadline}: {address}',
    languages: ['en'],
    lists: lists.map((list) => list.id),
    postingRule: 'atDeadline',
    postAt: null,
    openUntil: addDays(new Date(), 30),
    remindDays: [3],
  })
  await addAddressees(secretariat, { id, kinds: ['memberState', 'observerState'], entities: [] })
  await openCirculation(secretariat, { id, version: 1 })
  const request = await asksAndProves(id)
  await approveRequest(secretariat, { id: request.id, isAnother: false })
  const unanswered = await says(await actorOf(request.email), id, {
    text: 'Streets need safe networks.',
  })
  await comments(cast, id, items)
  const states = (await listAddressees(secretariat, { id, sessionId: cast.session.id })).map(
    ({ name, answers, state }) => ({ name, answers, state }),
  )
  for (const name of ['Arvenia', 'Belmara', 'Corvina', 'Lumeria', request.name])
    expect(states).toContainEqual({ name, answers: 1, state: 'answered' })
  expect(states).toContainEqual({ name: 'Doranta', answers: 0, state: 'written' })

  await deadlinePasses(id)
  await comesLate(cast, id, items.noted)
  await consolidates(cast, id, items)
  const adopt = () => adoptList(cast.chair, { slug, meeting: 6 })
  await expect(adopt()).rejects.toMatchObject({ key: 'commentsUnanswered', values: { open: 1 } })
  await releaseResponse(cast.rapporteur, {
    commentId: unanswered,
    text: 'The group notes this.',
    outcome: 'noted',
    version: 0,
    also: [],
  })
  await adopt()
  const taken = await db.consolidatedText.findFirstOrThrow({
    where: { item: { list: { sessionId: cast.session.id } }, commentId: { not: null } },
  })
  expect(taken.text).toBe('Member States should train police officers and judges.')
})

/** The person with this address, as stored now. */
async function actorOf(email: string): Promise<SignedIn> {
  const [row] = await db.$queryRaw<RightsRow[]>(rightsWhere(Prisma.sql`person.email = ${email}`))
  const { id, name, places, offices } = row!
  return { personId: id, name, memberships: places, offices }
}
