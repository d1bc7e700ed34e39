import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { mergeLetter } from '@/lib/circulation/merge-fields'
import { printSeatTime, printUtcTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { type CastDelegationKey, castDelegations } from '@/lib/demonstration/cast'
import { releaseThing } from '@/lib/documents/things'
import { letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { sha256 } from '@/lib/record/record'
import { makeComments } from './comments'
import { makePaper } from './paper'
import { makeResponses } from './responses'
import type { CirculationScene } from './scene'
import { LETTER, inventedComments } from './invented-comments'

const SLUG = 'seventh-session-2021'
const TITLE = 'Preliminary conclusions and recommendations'

/**
 * The circulation under way: the Secretariat opened it twelve days ago for a month, most addressees have looked, some
 * have commented, and two organisations ask to take part.
 */
export async function makeCirculation(
  tx: Tx,
  setting: Pick<CirculationScene, 'session' | 'cast' | 'diary' | 'lists'>,
  now: Date,
): Promise<void> {
  const { session, cast, diary, lists } = setting
  const { secretariat } = cast.officers
  const openedAt = addDays(now, -12)
  const openUntil = addDays(now, 18)
  openUntil.setUTCHours(16, 0, 0, 0)
  const { id } = await tx.circulation.create({
    data: {
      sessionId: session.id,
      title: TITLE,
      letter: LETTER,
      postingRule: 'atRelease',
      openUntil,
      createdAt: addDays(openedAt, -1),
      createdById: secretariat.id,
      lists: { create: lists.map((list, index) => ({ listId: list.id, position: index + 1 })) },
    },
  })
  const scene: CirculationScene = { ...setting, id, openedAt }
  await address(tx, scene)
  await tx.circulation.update({ where: { id }, data: { openedAt, openedById: secretariat.id } })
  const office = { sessionId: session.id, person: secretariat, actingFor: 'secretariat' }
  const act = { ...office, subjectId: id }
  await releaseThing(
    tx,
    { kind: 'circulationLetter', circulationId: id },
    { sessionId: session.id, actor: null, releasedAt: openedAt },
  )
  const count = Object.keys(session.delegations).length
  const until = openUntil.toISOString()
  diary.push(
    { ...act, at: addDays(openedAt, -1), event: 'circulation.prepared' },
    { ...act, at: addDays(openedAt, -1), event: 'circulation.addressed', data: { count } },
    {
      ...act,
      at: openedAt,
      event: 'circulation.opened',
      data: { title: TITLE, until },
      textHash: sha256(LETTER),
    },
  )
  await sendPastLetters(tx, scene, openUntil)
  await makeComments(tx, scene)
  await makePaper(tx, scene)
  await makeResponses(tx, scene)
  await makeRequests(tx, id, now)
}

/** Everybody is asked; each commenter has opened the circulation and looked at items, and some others have too. */
async function address(tx: Tx, { id, session, cast, openedAt, lists }: CirculationScene) {
  const keys = Object.keys(session.delegations) as CastDelegationKey[]
  const looking = keys.filter(
    (key) => key === 'fenmark' || inventedComments.some(({ by }) => by === key),
  )
  const firstOpened = (key: CastDelegationKey) => addDays(openedAt, 1 + (keys.indexOf(key) % 2))
  await tx.circulationAddressee.createMany({
    data: keys.map((key) => ({
      circulationId: id,
      sessionId: session.id,
      delegationId: session.delegations[key],
      addedAt: addDays(openedAt, -1),
      addedById: cast.officers.secretariat.id,
      firstOpenedAt: looking.includes(key) ? firstOpened(key) : null,
    })),
  })
  const items = lists.flatMap((list) => [...list.items.values()])
  await tx.circulationLook.createMany({
    data: looking.flatMap((key, index) =>
      items.slice(0, items.length - (index % 5)).map((item) => ({
        circulationId: id,
        delegationId: session.delegations[key],
        itemId: item.id,
        lookedAt: firstOpened(key),
      })),
    ),
  })
}

/** The covering letter to those who may submit, as it was sent at the opening. */
async function sendPastLetters(
  tx: Tx,
  { id, session, openedAt }: CirculationScene,
  openUntil: Date,
): Promise<void> {
  const seats = await tx.representative.findMany({
    where: { maySubmit: true, delegation: { sessionId: session.id } },
    select: { delegationId: true, person: { select: { id: true, name: true, email: true } } },
  })
  const names = new Map(
    (Object.keys(session.delegations) as CastDelegationKey[]).map((key) => [
      session.delegations[key],
      castDelegations[key].name,
    ]),
  )
  const deadline = printSeatTime(openUntil)
  const circulated = await tx.circulatedList.findMany({
    where: { circulationId: id },
    orderBy: { position: 'asc' },
    select: { list: { select: { symbol: true } } },
  })
  const symbols = circulated.map(({ list }) => list.symbol).join(', ')
  const subject = letters()('circulation.letter', { session: 'Seventh session', until: deadline })
  const invitations = seats.map(({ delegationId, person }) => ({
    mailId: randomUUID(),
    delegationId,
    person,
  }))
  await tx.mail.createMany({
    data: invitations.map(({ mailId, delegationId, person }) => ({
      id: mailId,
      recipient: person.email,
      subject,
      text: mergeLetter(LETTER, {
        name: names.get(delegationId) ?? '',
        contact: person.name,
        deadline,
        deadlineUtc: printUtcTime(openUntil),
        address: paths.circulationComments(SLUG, id),
        lists: symbols,
      }),
      createdAt: openedAt,
      sentAt: openedAt,
      attempts: 1,
    })),
  })
  await tx.circulationLetter.createMany({
    data: invitations.map(({ mailId, delegationId, person }) => ({
      circulationId: id,
      delegationId,
      personId: person.id,
      kind: 'letter',
      mailId,
      writtenAt: openedAt,
    })),
  })
}

/** Two organisations ask to take part; the name of one looks like that of a known one. */
async function makeRequests(tx: Tx, circulationId: string, now: Date): Promise<void> {
  const requests = [
    {
      name: 'Institute for Digital Justice',
      kind: 'academia' as const,
      contactName: 'Prof. Idris Hallow',
      email: 'idris.hallow@digital-justice.example',
    },
    {
      name: 'Open-Lines Foundation',
      kind: 'nonGovernmental' as const,
      contactName: 'Ms. Olga Perrin',
      email: 'olga.perrin@open-lines.example',
    },
  ]
  await tx.participationRequest.createMany({
    data: requests.map((request, index) => ({
      ...request,
      circulationId,
      tokenHash: sha256(randomUUID()),
      askedAt: addDays(now, -2 + index),
      expiresAt: addDays(now, -1 + index),
      provedAt: new Date(addDays(now, -2 + index).getTime() + 3_600_000),
    })),
  })
}
