import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '@/lib/auth/current-actor'
import { beginSignIn } from '@/lib/auth/sign-in/sign-ins'
import { db, systemTransaction } from '@/lib/db/client'
import { ATTEMPTS } from '@/lib/mail/kinds'
import type { SignedIn } from '@/lib/delegations/actor'
import { registerDelegation, withdrawDelegation } from '@/lib/delegations/commands'
import {
  appointRepresentative,
  changeRepresentative,
  endRepresentative,
  inviteRepresentative,
} from '@/lib/delegations/memberships/commands'
import { getDelegation, listDelegations, listUnregistered } from '@/lib/delegations/queries'
import {
  AppointRepresentative,
  ChangeRepresentative,
  RegisterDelegation,
} from '@/lib/delegations/schema'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { expectRecorded } from '@/tests/support/recorded'

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

describe('a delegation', () => {
  const register = (input: Record<string, string>, actor: SignedIn = cast.secretariat) =>
    registerDelegation(actor, RegisterDelegation.parse({ sessionId, ...input }))
  const someState = async () => {
    const states = await listUnregistered(cast.secretariat, cast.session)
    return states.find(({ kind }) => kind === 'memberState')!
  }

  it('is a State chosen from those that are known, once, and recorded', async () => {
    const state = await someState()
    const foreign = { state: 'accredited', name: 'Another name', delegationId: randomUUID() }
    const answers = await Promise.allSettled([
      register({ entityId: state.id, ...foreign }),
      register({ entityId: state.id }),
    ])
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { key: 'delegationRegistered', field: 'entityId' } },
    ])
    const made = (await listDelegations(cast.session)).filter(({ name }) => name === state.name)
    expect(made).toMatchObject([{ state: 'registered', people: 0, head: null }])
    const acts = (await cast.recorded()).filter(({ event }) => event === 'delegation.registered')
    expect(acts).toMatchObject([{ data: { name: state.name }, personName: 'Simon Adeyar' }])
    const left = await listUnregistered(cast.secretariat, cast.session)
    expect(left.map(({ id }) => id)).not.toContain(state.id)
  })

  it('can be an organization that was not known, but never a State by its name alone', async () => {
    await register({ name: `Institute ${sessionId}`, kind: 'academia' })
    expect(await lastAct()).toMatchObject({ data: { name: `Institute ${sessionId}` } })
    const state = { sessionId, name: 'Atlantis', kind: 'memberState' }
    expect(RegisterDelegation.safeParse(state).success).toBe(false)
  })

  it('is registered by the Secretariat of the session alone', async () => {
    const { id } = await someState()
    for (const actor of [...otherActors(), elsewhere()])
      await expect(register({ entityId: id }, actor)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await listUnregistered(cast.chair, cast.session)).toEqual([])
  })

  it('withdrawn, its people are out at their next request, and it can be registered again', async () => {
    const signIn = await systemTransaction((tx) => beginSignIn(tx, cast.belmara.head.personId))
    const isIn = async () =>
      (await actorOf(signIn)).memberships.some((place) => place.delegationId === cast.belmara.id)
    expect(await isIn()).toBe(true)
    const { id: delegationId, name } = cast.belmara
    const withdraws = () => withdrawDelegation(cast.secretariat, { delegationId })
    await expectRecorded(withdraws, ['delegation.withdrawn', delegationId, { name }])
    expect(await isIn()).toBe(false)
    await expectRecorded(() =>
      expect(withdraws()).rejects.toMatchObject({ key: 'delegationWithdrawn' }),
    )
    const { entityId } = await db.delegation.findUniqueOrThrow({ where: { id: cast.belmara.id } })
    await register({ entityId })
    expect(await isIn()).toBe(true)
  })

  it('of another session answers like one that does not exist', async () => {
    const nextSession = await scenario()
    for (const id of [nextSession.arvenia.id, randomUUID()])
      await expect(getDelegation(cast.secretariat, cast.session, id)).rejects.toMatchObject({
        key: 'notFound',
      })
    for (const delegationId of [cast.arvenia.id, randomUUID()])
      await expect(withdrawDelegation(elsewhere(), { delegationId })).rejects.toMatchObject({
        key: 'notFound',
      })
  })

  it('shows addresses to its own people and the Secretariat, to nobody else', async () => {
    const seen = async (actor: SignedIn) =>
      (await getDelegation(actor, cast.session, cast.arvenia.id)).people.map(({ email }) => email)
    expect(await seen(cast.secretariat)).toContain('amara.voss@arvenia.example')
    expect(await seen(cast.arvenia.adviser)).toContain('amara.voss@arvenia.example')
    expect(await seen(cast.belmara.head)).toEqual([null, null, null])
  })

  it('shows a closed account and an address at which no mail arrives, and writes to no closed account', async () => {
    const { personId } = cast.arvenia.adviser
    const { email } = await db.person.findUniqueOrThrow({ where: { id: personId } })
    await db.mail.create({
      data: { recipient: email, subject: 'S', text: 'T', attempts: ATTEMPTS, lastError: '550' },
    })
    await db.person.update({ where: { id: personId }, data: { disabledAt: new Date() } })
    const seen = async (actor: SignedIn) =>
      (await getDelegation(actor, cast.session, cast.arvenia.id)).people
        .filter((place) => place.isClosed && place.isUnreached)
        .map((place) => place.email)
    expect(await seen(cast.secretariat)).toEqual([email])
    expect(await seen(cast.belmara.head)).toEqual([])
    const { id } = await db.representative.findFirstOrThrow({
      where: { personId, delegationId: cast.arvenia.id },
    })
    await expect(
      inviteRepresentative(cast.secretariat, { representativeId: id }),
    ).rejects.toMatchObject({ key: 'personDisabled' })
  })
})

describe('a place', () => {
  const appoint = (input: Record<string, string>, actor: SignedIn = cast.secretariat) =>
    appointRepresentative(
      actor,
      AppointRepresentative.parse({
        delegationId: cast.doranta.id,
        name: 'Dana Morel',
        role: 'adviser',
        ...input,
      }),
    )
  const place = (actor: SignedIn) => ({ representativeId: actor.memberships[0]!.representativeId })

  it('is given to an e-mail address, recorded, and told by mail', async () => {
    const email = address()
    await appoint({ email: email.toUpperCase(), maySubmit: 'on', endedAt: '2020-01-01' })
    expect(await lastAct()).toMatchObject({
      event: 'representative.appointed',
      data: { name: 'Dana Morel', delegation: 'Doranta', role: 'adviser', maySubmit: 'yes' },
    })
    const [mail] = await db.mail.findMany({ where: { recipient: email } })
    expect(mail?.subject).toContain('Doranta')
    expect(mail?.text).toContain(`/sessions/${cast.session.slug}`)
    const made = await db.representative.findFirstOrThrow({ where: { person: { email } } })
    expect(made.endedAt).toBeNull()
  })

  it('is one in a session, one head in a delegation, and none for the Secretariat', async () => {
    const refusals: [Record<string, string>, string][] = [
      [{ email: 'bastien.kolo@belmara.example' }, 'personHasPlace'],
      [{ email: address(), role: 'head' }, 'headExists'],
      [{ email: 'simon.adeyar@secretariat.example' }, 'secretariatNoPlace'],
    ]
    for (const [input, key] of refusals)
      await expect(appoint(input)).rejects.toMatchObject({ key, reason: 'invalid' })
    expect(await cast.recorded()).toEqual([])

    const email = address()
    const two = [cast.doranta.id, cast.estavia.id].map((delegationId) =>
      appoint({ email, delegationId }),
    )
    const answers = await Promise.allSettled(two)
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is given, changed and ended by the Secretariat of the session alone', async () => {
    const { representativeId } = place(cast.doranta.adviser)
    for (const actor of otherActors()) {
      await expect(appoint({ email: address() }, actor)).rejects.toMatchObject({
        reason: 'forbidden',
      })
      await expect(endRepresentative(actor, { representativeId })).rejects.toMatchObject({
        reason: 'forbidden',
      })
    }
    for (const id of [representativeId, randomUUID()])
      await expect(endRepresentative(elsewhere(), { representativeId: id })).rejects.toMatchObject({
        key: 'notFound',
      })
  })

  it('is changed as it was read, so that of two changes one is refused', async () => {
    const change = (role: string) =>
      changeRepresentative(
        cast.secretariat,
        ChangeRepresentative.parse({
          ...place(cast.doranta.adviser),
          wasRole: 'adviser',
          wasMaySubmit: 'no',
          role,
          maySubmit: 'on',
        }),
      )
    await change('alternate')
    await expect(change('adviser')).rejects.toMatchObject({ key: 'placeChanged' })
    expect(await lastAct()).toMatchObject({
      event: 'representative.changed',
      data: { role: 'alternate', maySubmit: 'yes' },
    })
    const seat = place(cast.doranta.adviser)
    const was = { wasRole: 'alternate', wasMaySubmit: 'yes' }
    const same = { ...seat, ...was, role: 'alternate', maySubmit: 'on' }
    await expectRecorded(() =>
      changeRepresentative(cast.secretariat, ChangeRepresentative.parse(same)),
    )
    const signIn = await systemTransaction((tx) => beginSignIn(tx, cast.doranta.adviser.personId))
    expect((await actorOf(signIn)).memberships).toContainEqual(
      expect.objectContaining({ delegationId: cast.doranta.id, maySubmit: true }),
    )
  })

  it('ended, is over at the next request, and is written to no more', async () => {
    const signIn = await systemTransaction((tx) => beginSignIn(tx, cast.doranta.adviser.personId))
    const ended = place(cast.doranta.adviser)
    expect(await inviteRepresentative(cast.secretariat, ended)).toBe('Darya Linova')
    await endRepresentative(cast.secretariat, ended)
    const memberships = (await actorOf(signIn)).memberships.map(({ delegationId }) => delegationId)
    expect(memberships).not.toContain(cast.doranta.id)
    for (const act of [endRepresentative, inviteRepresentative])
      await expect(act(cast.secretariat, ended)).rejects.toMatchObject({ key: 'placeEnded' })
    expect((await cast.recorded()).map(({ event }) => event)).toEqual(['representative.ended'])
  })
})
