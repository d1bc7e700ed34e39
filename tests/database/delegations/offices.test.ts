import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { appointOfficer, endOfficer } from '@/lib/delegations/offices/commands'
import { AppointOfficer } from '@/lib/delegations/schema'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { type Scenario, scenario } from '@/tests/support/scenario'

beforeAll(() => systemTransaction(loadReferenceData))

let cast: Scenario
let sessionId: string
beforeEach(async () => {
  cast = await scenario()
  sessionId = cast.session.id
})

const lastAct = async () => (await cast.recorded()).at(-1)
const address = () => `${randomUUID()}@elsewhere.example`
const otherActors = () => [cast.chair, cast.rapporteur, cast.arvenia.head, cast.outsider]
/** A member of another session's Secretariat. */
const elsewhere = (): SignedIn => ({
  ...cast.secretariat,
  offices: [{ kind: 'secretariat', sessionId: randomUUID() }],
})

describe('an office', () => {
  const appoint = (input: Record<string, string>, actor: SignedIn = cast.secretariat) =>
    appointOfficer(
      actor,
      AppointOfficer.parse({ sessionId, kind: 'viceChair', name: 'Vera Stahl', ...input }),
    )

  it('is entered by the Secretariat, recorded, and told by mail', async () => {
    const email = address()
    await appoint({ email })
    expect(await lastAct()).toMatchObject({
      event: 'officer.appointed',
      data: { name: 'Vera Stahl', office: 'viceChair' },
    })
    expect(await db.mail.count({ where: { recipient: email } })).toBe(1)
    for (const actor of [...otherActors(), elsewhere()])
      await expect(appoint({ email: address() }, actor)).rejects.toMatchObject({
        reason: 'forbidden',
      })
  })

  it('of Chair or Rapporteur is one person’s, and the Secretariat speaks for no delegation', async () => {
    const chair = { email: address(), kind: 'chair' }
    await expect(appoint(chair)).rejects.toMatchObject({
      key: 'officeTaken',
      values: { name: 'Tomas Keldron' },
    })
    const delegate = { email: 'amara.voss@arvenia.example', kind: 'secretariat' }
    await expect(appoint(delegate)).rejects.toMatchObject({ key: 'secretariatNoPlace' })
  })

  it('of the whole group is not given by the Secretariat of one session', async () => {
    const ofSession: SignedIn = {
      ...cast.secretariat,
      offices: [{ kind: 'secretariat', sessionId }],
    }
    const input = { email: address(), kind: 'bureau', wholeGroup: 'on' }
    await expect(appoint(input, ofSession)).rejects.toMatchObject({ reason: 'forbidden' })
    await appoint({ email: address(), kind: 'bureau' }, ofSession)
  })

  it('ends once, and is not known under another session', async () => {
    const { id: officeId } = await db.office.findFirstOrThrow({
      where: { kind: 'chair', sessionId, endedAt: null },
    })
    const elsewhere = await scenario()
    for (const id of [officeId, randomUUID()])
      await expect(
        endOfficer(cast.secretariat, { sessionId: elsewhere.session.id, officeId: id }),
      ).rejects.toMatchObject({ key: 'notFound' })
    await endOfficer(cast.secretariat, { sessionId, officeId })
    await expect(endOfficer(cast.secretariat, { sessionId, officeId })).rejects.toMatchObject({
      key: 'officeEnded',
    })
    expect(await lastAct()).toMatchObject({ event: 'officer.ended' })
  })

  it('of the Secretariat is never left without anybody', async () => {
    const { id: officeId } = await db.office.findFirstOrThrow({
      where: { kind: 'secretariat', sessionId: null, endedAt: null },
    })
    await expect(endOfficer(cast.secretariat, { sessionId, officeId })).rejects.toMatchObject({
      key: 'lastSecretariat',
    })
    const email = address()
    await appoint({ email, kind: 'secretariat', wholeGroup: 'on' })
    const another = { kind: 'secretariat', person: { email } } as const
    await db.person.update({ where: { email }, data: { disabledAt: new Date() } })
    const attempt = endOfficer(cast.secretariat, { sessionId, officeId })
    await expect(attempt, 'a closed account acts no more').rejects.toMatchObject({
      key: 'lastSecretariat',
    })
    await db.office.updateMany({ where: another, data: { endedAt: new Date() } })
  })
})
