import { beforeEach, describe, expect, it } from 'vitest'
import { approveRequest, mergeRequest, refuseRequest } from '@/lib/circulation/requests/decide'
import { countWaitingRequests, listRequests } from '@/lib/circulation/requests/queries'
import { db } from '@/lib/db/client'
import { circulated } from '@/tests/support/circulating'
import { asks, asksAndProves, mailsTo, requestsOf, typedRequest } from '@/tests/support/requesting'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let room: Awaited<ReturnType<typeof circulated>>
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  room = await circulated(cast)
})

const at = () => ({ id: room.id, sessionId: cast.session.id })
const requests = () => listRequests(cast.secretariat, at())
const approve = (id: string, isAnother = false) =>
  approveRequest(cast.secretariat, { id, isAnother })
const ofName = (name: string) => db.entity.findMany({ where: { name } })

describe('the Secretariat', () => {
  it('lets a new organisation in: registered, asked, written to once, recorded', async () => {
    const { id, name, email } = await asksAndProves(room.id)
    expect(await ofName(name)).toEqual([])
    await approve(id)
    const [entity] = await ofName(name)
    const delegation = await db.delegation.findFirstOrThrow({
      where: { entityId: entity!.id, sessionId: cast.session.id },
      include: { representatives: { include: { person: true } }, circulationAddressees: true },
    })
    expect(delegation).toMatchObject({
      state: 'registered',
      circulationAddressees: [{ circulationId: room.id }],
      representatives: [{ role: 'head', maySubmit: true, person: { email, name: 'Nadia Walker' } }],
    })
    expect(await db.participationRequest.findUnique({ where: { id } })).toMatchObject({
      decision: 'approved',
      entityId: entity!.id,
      decidedById: cast.secretariat.personId,
    })
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('prove your address'),
      expect.stringContaining('is approved'),
      expect.stringContaining('comments are asked for'),
    ])
    const recorded = await cast.recorded()
    expect(recorded.map(({ event }) => event)).toContain('circulation.requestApproved')
    expect((await requests()).waiting).toEqual([])
    expect((await requests()).decided).toMatchObject([{ name, decision: 'approved', entity: name }])
  })

  it('refuses with a reason, which the applicant reads and the record does not name', async () => {
    const { id, name, email } = await asksAndProves(room.id)
    await refuseRequest(cast.secretariat, { id, reason: 'The group admits no private persons.' })
    expect((await mailsTo(email)).at(-1)!.text).toContain('The group admits no private persons.')
    const recorded = await cast.recorded()
    expect(recorded.at(-1)).toMatchObject({ event: 'circulation.requestRefused', subjectId: id })
    expect(JSON.stringify(recorded.map(({ data }) => data))).not.toContain(name)
    expect(await ofName(name)).toEqual([])
    expect(await db.person.findUnique({ where: { email } })).toBeNull()
  })

  it('merges a request with a known State or organisation, whose people stay', async () => {
    const { id, email } = await asksAndProves(room.id)
    const { entityId } = await db.delegation.findUniqueOrThrow({ where: { id: cast.belmara.id } })
    await mergeRequest(cast.secretariat, { id, entityId })
    const seats = await db.representative.findMany({
      where: { delegationId: cast.belmara.id },
      include: { person: true },
    })
    expect(seats.find(({ person }) => person.email === email)).toMatchObject({
      role: 'alternate',
      maySubmit: true,
    })
    expect(seats.filter(({ role }) => role === 'head')).toHaveLength(1)
    expect((await mailsTo(email)).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('You can comment for Belmara'),
    )
    // Its people hear who can now submit in its name; the applicant gets no letter about themselves.
    const told = await db.mail.findMany({
      where: { text: { contains: `(${email}) asked to take` } },
    })
    const before = seats.filter(({ maySubmit, person }) => maySubmit && person.email !== email)
    expect(before.length).toBeGreaterThan(0)
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(
      before.map(({ person }) => person.email).toSorted(),
    )
  })

  it('is told of a name that is known or looks so, and approves neither by mistake', async () => {
    const name = `Open Net ${cast.session.slug}`
    const first = await asksAndProves(room.id, { name })
    await approve(first.id)
    const same = await asksAndProves(room.id, { name })
    const alike = await asksAndProves(room.id, { name: name.replace('Open', 'Οpen') })
    const { waiting } = await requests()
    for (const { id } of [same, alike])
      expect(waiting.find((request) => request.id === id)!.alike).toMatchObject([{ name }])
    await expect(approve(same.id, true)).rejects.toMatchObject({ key: 'organisationKnown' })
    await expect(approve(alike.id)).rejects.toMatchObject({
      key: 'looksLike',
      values: { similar: name },
    })
    await approve(alike.id, true)
    expect((await requests()).decided).toHaveLength(2)
  })

  it('lets no organization in under the name of a State', async () => {
    const { id } = await asksAndProves(room.id, { name: 'Belmara' })
    const [request] = (await requests()).waiting.filter((waiting) => waiting.id === id)
    expect(request).toMatchObject({ mayBeApproved: false, alike: [{ name: 'Belmara' }] })
    await expect(approve(id, true)).rejects.toMatchObject({ key: 'nameOfState' })
  })

  it('is told for whom the address acts already, and lets nobody act for two', async () => {
    const { email } = await db.person.findUniqueOrThrow({
      where: { id: cast.arvenia.adviser.personId },
    })
    const { id, name } = await asksAndProves(room.id, { email })
    expect((await requests()).waiting).toMatchObject([
      { actsFor: { name: 'Arvenia' }, mayBeApproved: false },
    ])
    await expect(approve(id)).rejects.toMatchObject({ key: 'personHasPlace' })
    expect(await ofName(name)).toEqual([])
    const { entityId } = await db.delegation.findUniqueOrThrow({ where: { id: cast.arvenia.id } })
    await mergeRequest(cast.secretariat, { id, entityId })
    const seats = { personId: cast.arvenia.adviser.personId, delegationId: cast.arvenia.id }
    expect(await db.representative.count({ where: seats })).toBe(1)
  })

  it('decides once, whoever of it comes second, and lets nobody in after the deadline', async () => {
    const { id } = await asksAndProves(room.id)
    const acts = await Promise.allSettled([
      approve(id),
      refuseRequest(cast.secretariat, { id, reason: 'No.' }),
      approve(id),
    ])
    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const act of acts)
      if (act.status === 'rejected') expect(act.reason).toMatchObject({ key: 'requestDecided' })
    const late = await asksAndProves(room.id)
    await room.closes()
    await expect(approve(late.id)).rejects.toMatchObject({ reason: 'closed' })
    await refuseRequest(cast.secretariat, { id: late.id, reason: 'The deadline has passed.' })
  })

  it('alone sees and decides; to others a request is as if it did not exist', async () => {
    const { id } = await asksAndProves(room.id)
    for (const actor of [cast.rapporteur, cast.chair, cast.arvenia.head, cast.outsider]) {
      await expect(listRequests(actor, at())).rejects.toMatchObject({ key: 'secretariatOnly' })
      await expect(approveRequest(actor, { id, isAnother: false })).rejects.toMatchObject({
        key: 'secretariatOnly',
      })
      await expect(refuseRequest(actor, { id, reason: 'No.' })).rejects.toMatchObject({
        key: 'secretariatOnly',
      })
      expect((await countWaitingRequests(actor, [at()])).size).toBe(0)
    }
    const waiting = await countWaitingRequests(cast.secretariat, [at()])
    expect(waiting.get(room.id)).toMatchObject({ count: 1 })
    const unproved = typedRequest(room.id)
    await asks(unproved)
    const [hidden] = await requestsOf(unproved.email)
    await expect(approve(hidden!.id)).rejects.toMatchObject({ reason: 'not-found' })
  })
})
