import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { subMinutes } from 'date-fns/subMinutes'
import { beforeEach, describe, expect, it } from 'vitest'
import { createCirculation, openCirculation } from '@/lib/circulation/commands'
import { getListAdopted } from '@/lib/circulation/queries'
import { getAnswers } from '@/lib/consolidation/coverage/answers'
import { db } from '@/lib/db/client'
import { listInbox } from '@/lib/desk/queries'
import { adoptList } from '@/lib/plenary/adoption'
import { getAdoption } from '@/lib/plenary/adoption-queries'
import { getSession } from '@/lib/sessions/queries'
import { circulated, answersTakenUp } from '@/tests/support/circulated'
import { inThePast } from '@/tests/support/in-the-past'
import { issuedListsOf } from '@/tests/support/covering'
import { type StockTaking, stockTakingOfThree, TRAIN } from '@/tests/support/stock-taking'

let cast: StockTaking
let slug: string
let train: string
let ratify: string
let share: string
let room: Awaited<ReturnType<typeof circulated>>

beforeEach(async () => {
  ;({ cast, slug, train, ratify, share } = await stockTakingOfThree())
  room = await circulated(cast.session.id, await issuedListsOf(slug), { postingRule: 'atDeadline' })
}, 30_000)

/** The deadline of the circulation passed so many minutes ago. */
const closed = (minutes: number) =>
  inThePast((tx) =>
    tx.circulation.update({
      where: { id: room.id },
      data: { openUntil: subMinutes(new Date(), minutes) },
    }),
  )

describe('the duty to answer', () => {
  const adopts = () => adoptList(cast.chair, { slug, meeting: 1 })
  const due = () => getAnswers(cast.chair, cast.session)

  beforeEach(async () => {
    const item = await cast.makes([train, ratify, share], TRAIN)
    await cast.declares(item, 'agreed')
    await closed(3)
  })

  it('refuses an adoption until two minutes after the deadline, also for no comment', async () => {
    await closed(1)
    await expect(adopts()).rejects.toMatchObject({ key: 'circulationReceives' })
    const { answers: shown } = await getAdoption(cast.chair, await getSession(cast.chair, slug))
    expect(shown.receiving).toMatchObject({ id: room.id })
    await closed(3)
    await adopts()
  })

  it('lets no circulation be prepared or go out after the adoption', async () => {
    const { listId } = await db.circulatedList.findFirstOrThrow({
      where: { circulationId: room.id },
    })
    const prepares = () =>
      createCirculation(cast.secretariat, {
        id: randomUUID(),
        slug,
        title: 'Another',
        letter: '{name}: {address}',
        languages: ['en'],
        lists: [listId],
        postingRule: 'atDeadline',
        postAt: null,
        openUntil: addDays(new Date(), 9),
        remindDays: [],
      })
    await prepares()
    await adopts()
    await expect(prepares()).rejects.toMatchObject({ key: 'circulationAfterAdoption' })
    expect(await getListAdopted(cast.secretariat, cast.session)).toBe(true)
    const late = await db.circulation.create({
      data: { sessionId: cast.session.id, title: 'Late', openUntil: addDays(new Date(), 9) },
    })
    await expect(
      openCirculation(cast.secretariat, { id: late.id, version: 1 }),
    ).rejects.toMatchObject({ key: 'circulationAfterAdoption' })
  })

  it('refuses an adoption, naming the first, until each comment in time has a response', async () => {
    const comment = await room.comments(cast.belmara, { itemId: train })
    await room.comments(cast.corvina, { late: true })
    await room.comments(cast.corvina, {
      itemId: train,
      withdrawnAt: new Date(),
      withdrawnById: cast.corvina.head.personId,
    })
    expect(await due()).toMatchObject({
      comments: 2,
      owed: 1,
      required: true,
      open: [{ id: comment, circulationId: room.id, name: cast.belmara.name }],
    })
    await expect(adopts()).rejects.toMatchObject({
      key: 'commentsUnanswered',
      values: { open: 1, names: cast.belmara.name },
    })
    await answersTakenUp(cast.rapporteur, comment)
    const { answers: shown } = await getAdoption(cast.chair, await getSession(cast.chair, slug))
    expect(shown).toMatchObject({ comments: 2, owed: 0 })
    await adopts()
  })

  it('keeps the adoption off the desk while it would be refused', async () => {
    const offered = async () =>
      (await listInbox(cast.chair)).flatMap(({ kind, group, values }) =>
        ['declareAdopted', 'awaitComments', 'awaitResponses'].includes(kind)
          ? [[kind, group, values.count]]
          : [],
      )
    await closed(1)
    expect(await offered()).toEqual([['awaitComments', 'waiting', 1]])
    await closed(3)
    const comment = await room.comments(cast.belmara, { itemId: train })
    expect(await offered()).toEqual([['awaitResponses', 'waiting', 1]])
    await answersTakenUp(cast.rapporteur, comment)
    expect(await offered()).toEqual([['declareAdopted', 'decide', 1]])
  })

  it('refuses nothing where the group asks for no responses', async () => {
    await db.expertGroup.update({
      where: { id: cast.session.groupId },
      data: { responsesRequired: false },
    })
    await room.comments(cast.belmara, { itemId: train })
    expect(await due()).toMatchObject({ owed: 1, required: false })
    await adopts()
  })

  it('is known to those who take part alone', () => {
    expect(() => getAnswers(cast.outsider, cast.session)).toThrow(
      expect.objectContaining({ key: 'notFound' }),
    )
  })
})
