import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { actorOf } from '@/lib/auth/current-actor'
import { beginSignIn } from '@/lib/auth/sign-in/sign-ins'
import { db, systemTransaction } from '@/lib/db/client'
import { holds } from '@/lib/delegations/actor'
import { writeToSession } from '@/lib/delegations/letters/post'
import { appointOfficer, endOfficer } from '@/lib/delegations/offices/commands'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/powers/commands'
import { getPowers } from '@/lib/delegations/powers/queries'
import { listOfficers } from '@/lib/delegations/queries'
import { AppointOfficer } from '@/lib/delegations/schema'
import { getOverview } from '@/lib/sessions/overview-queries'
import { scenario } from '@/tests/support/scenario'
import { expectRecorded } from '@/tests/support/recorded'

test('an office of a group is held in each of its sessions, and in none of another group', async () => {
  const [cast, elsewhere] = [await scenario(), await scenario()]
  const email = `${randomUUID()}@elsewhere.example`
  const input = { kind: 'bureau', name: 'Vera Stahl', email, wholeGroup: 'on' }
  const sessionId = cast.session.id
  await appointOfficer(cast.secretariat, AppointOfficer.parse({ sessionId, ...input }))
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } })
  const dates = { startsOn: new Date('2022-04-04'), endsOn: new Date('2022-04-06') }
  const { groupId } = cast.session
  const later = await db.session.create({
    data: { groupId, slug: randomUUID(), ordinal: 30, place: 'Vienna', ...dates },
  })
  const actor = await actorOf(await systemTransaction((tx) => beginSignIn(tx, personId)))
  const letter = { matter: 'always', path: '/', subject: 'A period', text: 'Open.' } as const
  for (const [id, counts] of [
    [sessionId, true],
    [later.id, true],
    [elsewhere.session.id, false],
  ] as const) {
    expect(holds(actor, id, 'bureau')).toBe(counts)
    const officers = await listOfficers(cast.secretariat, { id })
    expect(officers.some((officer) => officer.email === email)).toBe(counts)
    const overview = await getOverview({ id })
    expect(overview.officers.some(({ name }) => name === 'Vera Stahl')).toBe(counts)
    const told = await systemTransaction((tx) => writeToSession(tx, id, () => letter))
    expect(told.includes(personId)).toBe(counts)
  }
  const { id: officeId } = await db.office.findFirstOrThrow({ where: { personId } })
  const ends = (session: { id: string }) =>
    endOfficer(cast.secretariat, { sessionId: session.id, officeId })
  await expect(ends(elsewhere.session)).rejects.toMatchObject({ key: 'notFound' })
  await ends(later)
})

test('a Chair of every session is refused while one session has a Chair of its own', async () => {
  const cast = await scenario()
  const dates = { startsOn: new Date('2022-04-04'), endsOn: new Date('2022-04-06') }
  const { groupId } = cast.session
  const later = await db.session.create({
    data: { groupId, slug: randomUUID(), ordinal: 30, place: 'Vienna', ...dates },
  })
  const email = `${randomUUID()}@elsewhere.example`
  const input = { kind: 'chair', name: 'Vera Stahl', email, sessionId: later.id }
  const appoints = (wholeGroup: string) =>
    appointOfficer(cast.secretariat, AppointOfficer.parse({ ...input, wholeGroup }))
  await expect(appoints('on')).rejects.toMatchObject({
    key: 'officeTakenIn',
    values: { name: cast.chair.name, session: expect.stringContaining('session') as string },
    field: 'kind',
  })
  expect(await db.office.count({ where: { person: { email } } })).toBe(0)
  await appoints('')
  expect(await listOfficers(cast.secretariat, later)).toContainEqual(
    expect.objectContaining({ email }),
  )
})

test('powers that a Vice-Chair held return to the Chair when that office ends', async () => {
  const cast = await scenario()
  const { id: sessionId, slug } = cast.session
  const toPersonId = cast.viceChair.personId
  await handOverPowers(cast.chair, { slug, scope: '', toPersonId })
  expect((await getPowers(cast.session)).handedTo).toMatchObject({ name: cast.viceChair.name })
  const { id: officeId } = await db.office.findFirstOrThrow({
    where: { sessionId, personId: toPersonId, kind: 'viceChair' },
  })
  const { version } = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  await endOfficer(cast.secretariat, { sessionId, officeId })
  expect((await getPowers(cast.session)).handedTo).toBeNull()
  const acts = (await cast.recorded()).map(({ event }) => event)
  expect(acts.slice(-2)).toEqual(['officer.ended', 'powers.returned'])
  const after = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  expect(after.version).toBeGreaterThan(version)
})

test('a letter tells who presides now: the Vice-Chair at both ends of a handover, the Chair where the office ended', async () => {
  const cast = await scenario()
  const { id: sessionId, slug } = cast.session
  const emailOf = async (id: string) =>
    (await db.person.findUniqueOrThrow({ where: { id }, select: { email: true } })).email
  const toPersonId = cast.viceChair.personId
  const [chair, viceChair] = [await emailOf(cast.chair.personId), await emailOf(toPersonId)]
  const lettersTo = async (recipient: string) =>
    (
      await db.mail.findMany({
        where: { recipient, text: { contains: slug } },
        orderBy: { id: 'asc' },
      })
    ).map(({ subject, text }) => `${subject}\n${text}`)
  await handOverPowers(cast.chair, { slug, scope: 'the afternoon', toPersonId })
  const takesBack = () => takeBackPowers(cast.chair, { slug })
  await expectRecorded(takesBack, ['powers.takenBack', null])
  await expectRecorded(takesBack)
  expect(await lettersTo(viceChair)).toEqual([
    expect.stringMatching(/you preside with the powers of the Chair[^]*Scope: the afternoon\n/),
    expect.stringMatching(/the Chair presides again[^]*You do not preside any more/),
  ])
  expect(await lettersTo(chair)).toEqual([])
  await handOverPowers(cast.chair, { slug, scope: '', toPersonId })
  const { id: officeId } = await db.office.findFirstOrThrow({
    where: { sessionId, personId: toPersonId, kind: 'viceChair' },
  })
  await endOfficer(cast.secretariat, { sessionId, officeId })
  expect((await lettersTo(viceChair)).at(-1)).not.toContain('Scope')
  expect(await lettersTo(chair)).toEqual([
    expect.stringMatching(/you have the powers of the Chair again[^]*is not a Vice-Chair of the/),
  ])
})
