import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { handOverPowers } from '@/lib/delegations/powers/commands'
import { makeMeetings } from '@/lib/meetings/sittings/commands'
import { listMeetings } from '@/lib/meetings/sittings/queries'
import { loadHappenings } from '@/lib/report/rows/happenings'
import { addBureauMember, endBureauMember } from '@/lib/sessions/bureau/commands'
import { listBureau, listPowers } from '@/lib/sessions/bureau/queries'
import { AddBureauMember } from '@/lib/sessions/bureau/schema'
import { annulDecision } from '@/lib/sessions/decisions/commands'
import { listSessionDecisions } from '@/lib/sessions/decisions/queries'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { decides, sessionForm, sits, versionOf } from '@/tests/support/sitting'

let cast: Scenario
let sessionId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
})
const read = () => sessionForm(sessionId)
const lastAct = async () => (await cast.recorded()).at(-1)

describe('a decision on a session', () => {
  test('moves its status, sets its dates with its meetings, and is recorded', async () => {
    await makeMeetings(cast.secretariat, await read())
    const [first] = await listMeetings(cast.session)
    await decides(cast, { step: 'datesApproved', decidedOn: '2019-11-11' })
    await decides(cast, {
      step: 'postponed',
      how: 'informed',
      decidedOn: '2020-03-12',
      reason: 'Storm',
    })
    const dates = { startsOn: '2021-02-01', endsOn: '2021-02-03' }
    await decides(cast, { step: 'datesApproved', decidedOn: '2020-04-15', ...dates })
    const { standing, decisions } = await listSessionDecisions(cast.session)
    expect(standing.status).toBe('datesApproved')
    expect(decisions.map(({ number }) => number)).toEqual([3, 2, 1])
    const session = await db.session.findUniqueOrThrow({
      where: { id: sessionId },
      include: { earlierDates: true },
    })
    expect(session.startsOn).toEqual(new Date('2021-02-01'))
    expect(session.earlierDates).toHaveLength(1)
    const [moved] = await listMeetings(cast.session)
    expect(moved!.date).toEqual(new Date('2021-02-01'))
    // The same hour in Vienna, in winter and in summer.
    expect(first!.startsAt!.getUTCHours()).toBe(8)
    expect(moved!.startsAt!.getUTCHours()).toBe(9)
    expect(await lastAct()).toMatchObject({
      event: 'session.decided',
      data: { step: 'datesApproved', number: 3 },
    })
  })

  test('is refused where the session does not stand there, to whoever may not, and after a later one', async () => {
    await expect(decides(cast, { step: 'opened', decidedOn: '2020-07-27' })).rejects.toMatchObject({
      key: 'stepNotNow',
    })
    const dates = { step: 'datesApproved', decidedOn: '2019-11-11' }
    for (const actor of [cast.chair, cast.arvenia.head, cast.outsider])
      await expect(decides(cast, dates, actor)).rejects.toMatchObject({ reason: 'forbidden' })
    const { date } = await sits(cast)
    await decides(cast, {
      step: 'reportAdopted',
      decidedBy: 'group',
      how: 'meeting',
      decidedOn: date,
    })
    await expect(
      decides(cast, { step: 'suspended', decidedBy: 'chair', how: 'ruling', decidedOn: date }),
    ).rejects.toMatchObject({ key: 'stepNotNow' })
    await decides(
      cast,
      { step: 'closed', decidedBy: 'chair', how: 'ruling', decidedOn: date },
      cast.chair,
    )
  })

  test('is annulled unless a later one rests on it', async () => {
    await sits(cast)
    const { decisions } = await listSessionDecisions(cast.session)
    const [last] = decisions
    const version = await versionOf(sessionId)
    const input = { decisionId: last!.id, version, reason: 'Entered twice' }
    await expect(annulDecision(cast.chair, input)).rejects.toMatchObject({ reason: 'forbidden' })
    await annulDecision(cast.secretariat, input)
    expect((await listSessionDecisions(cast.session)).decisions[0]!.annulledAt).not.toBeNull()
    const again = { ...input, version: await versionOf(sessionId) }
    await expect(annulDecision(cast.secretariat, again)).rejects.toMatchObject({
      key: 'decisionAnnulled',
    })
  })
})

describe('the extended Bureau', () => {
  test('has members in capacities; a successor takes the place', async () => {
    const member = {
      sessionId,
      capacity: 'regionalGroup',
      title: 'Chair of the African Group',
      name: 'Bastien Kolo',
      affiliation: 'Belmara',
    }
    await addBureauMember(cast.secretariat, AddBureauMember.parse(member))
    const [first] = await listBureau(cast.session)
    const wrong = { ...member, title: 'Chair of the Asian Group', succeedsId: first!.id }
    await expect(
      addBureauMember(cast.secretariat, AddBureauMember.parse(wrong)),
    ).rejects.toMatchObject({ key: 'successorCapacity' })
    const next = { ...member, name: 'Brielle Sanda', succeedsId: first!.id }
    await addBureauMember(cast.secretariat, AddBureauMember.parse(next))
    const members = await listBureau(cast.session)
    expect(members.map(({ name, endedAt }) => [name, endedAt !== null])).toEqual([
      ['Brielle Sanda', false],
      ['Bastien Kolo', true],
    ])
    const last = { sessionId, memberId: members[0]!.id }
    await expect(endBureauMember(cast.chair, last)).rejects.toMatchObject({ reason: 'forbidden' })
    await endBureauMember(cast.secretariat, last)
    await expect(endBureauMember(cast.secretariat, last)).rejects.toMatchObject({
      key: 'placeEnded',
    })
  })

  test('shows the powers that the Chair handed over; nobody without office receives them', async () => {
    const to = { slug: cast.session.slug, scope: 'all of it' }
    await expect(
      handOverPowers(cast.chair, { ...to, toPersonId: cast.rapporteur.personId }),
    ).rejects.toMatchObject({ key: 'powersNoOffice', field: 'toPersonId' })
    await handOverPowers(cast.chair, { ...to, toPersonId: cast.viceChair.personId })
    expect(await listPowers(cast.session)).toMatchObject([
      { from: cast.chair.name, to: cast.viceChair.name, scope: 'all of it' },
    ])
  })

  test('stands in the report where it holds in every session of the group', async () => {
    const { chair, viceChair } = cast
    await sits(cast)
    const addressOf = async ({ personId }: { personId: string }) =>
      (await db.person.findUniqueOrThrow({ where: { id: personId } })).email
    for (const [capacity, title, person] of [
      ['chair', 'Chair', chair],
      ['viceChair', 'Vice-Chair', viceChair],
    ] as const) {
      const member = { capacity, title, name: person.name, email: await addressOf(person) }
      await addBureauMember(
        cast.secretariat,
        AddBureauMember.parse({ ...member, sessionId, wholeGroup: 'on' }),
      )
    }
    // Entered before the Vice-Chair had an account here.
    await db.bureauMember.updateMany({ where: { name: viceChair.name }, data: { personId: null } })
    const to = { slug: cast.session.slug, scope: 'the afternoon', toPersonId: viceChair.personId }
    await handOverPowers(chair, to)
    const { opening } = await loadHappenings(sessionId, db)
    expect(opening).toMatchObject({
      by: { name: chair.name },
      powers: [{ from: { name: chair.name }, to: { name: viceChair.name } }],
    })
    expect(opening).not.toHaveProperty('unnamedPowers')
    // Without a place in the Bureau the Vice-Chair has no printed name: the report leaves a gap, and omits nothing.
    await db.bureauMember.deleteMany({ where: { name: viceChair.name } })
    const facts = await loadHappenings(sessionId, db)
    expect(facts.opening).toMatchObject({ powers: [], unnamedPowers: true })
  })
})
