import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { liftAccountLimits, resetFactor } from '@/lib/auth/accounts/commands'
import { actorOf } from '@/lib/auth/current-actor'
import {
  beginSetup,
  cancelSetup,
  confirmSetup,
  type Holder,
  makeRecoveryCodes,
  passCode,
  turnOff,
} from '@/lib/auth/second-factor/commands'
import { findPending, getFactor } from '@/lib/auth/second-factor/queries'
import { TypedCode } from '@/lib/auth/second-factor/schema'
import { decrypt, encrypt } from '@/lib/auth/second-factor/totp'
import { beginSignIn } from '@/lib/auth/sign-in/sign-ins'
import { db, systemTransaction } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import { provideEnv } from '@/lib/env'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let person: { id: string; email: string }
let holder: Holder
beforeEach(async () => {
  cast = await scenario()
  const email = `${randomUUID()}@arvenia.example`
  person = await db.person.create({ data: { name: 'Ada Quill', email } })
  holder = await signsIn()
})
afterEach(() => {
  vi.useRealTimers()
  provideEnv({ REQUIRE_SECOND_FACTOR: 'false' })
})

const signsIn = async (personId = person.id): Promise<Holder> => ({
  personId,
  signInId: await systemTransaction((tx) => beginSignIn(tx, personId)),
  network: randomUUID(),
})
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later })
/** Sets the app up by the code of the present half minute, which is used up by then. */
async function setUp(of = holder): Promise<{ secret: string; used: string }> {
  await beginSetup(of)
  const { secret } = (await getFactor(of.personId)).setup!
  const used = codeOf(secret)
  await confirmSetup(of, used)
  return { secret, used }
}
const NEXT = 30_000
const wrong = { key: 'codeWrong', field: 'code' }

describe('an authenticator app', () => {
  test('is asked for at the next sign-in, which is nobody’s until a right code', async () => {
    const { secret } = await setUp()
    expect(await actorOf(holder.signInId)).toMatchObject({ personId: person.id })
    const next = await signsIn()
    expect(await actorOf(next.signInId)).toEqual(visitor)
    expect(await findPending(next.signInId)).toMatchObject({ personId: person.id, state: 'active' })
    await expect(passCode(next, '000000')).rejects.toMatchObject(wrong)
    expect(await actorOf(next.signInId)).toEqual(visitor)
    await passCode(next, codeOf(secret, NEXT))
    expect(await actorOf(next.signInId)).toMatchObject({ personId: person.id })
    expect(await findPending(next.signInId)).toBeNull()
  })

  test('is not set up after all, and one in use is not thrown away so', async () => {
    await beginSetup(holder)
    await cancelSetup(holder)
    expect(await getFactor(person.id)).toMatchObject({ state: 'none', setup: null })
    await setUp()
    await expect(cancelSetup(holder)).rejects.toMatchObject({ key: 'factorActive' })
    expect(await getFactor(person.id)).toMatchObject({ state: 'active' })
  })

  test('has each of its codes accepted once, also of two at the same moment', async () => {
    const { secret, used } = await setUp()
    const [first, second] = [await signsIn(), await signsIn()]
    await expect(passCode(first, used)).rejects.toMatchObject(wrong)
    const code = codeOf(secret, NEXT)
    const both = await Promise.allSettled([passCode(first, code), passCode(second, code)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('has its codes judged by the database’s clock, with the server’s ten minutes wrong', async () => {
    const { secret } = await setUp()
    const [code, present] = [codeOf(secret, NEXT), Date.now()]
    for (const wrongBy of [-600_000, 600_000]) {
      vi.useFakeTimers({ toFake: ['Date'], now: present + wrongBy })
      await expect(passCode(await signsIn(), codeOf(secret, NEXT))).rejects.toMatchObject(wrong)
    }
    await passCode(await signsIn(), code)
  })

  test('is kept encrypted, and its codes are not tried without end', async () => {
    const { secret } = await setUp()
    const { totpSecret } = await db.person.findUniqueOrThrow({ where: { id: person.id } })
    expect(totpSecret).not.toContain(secret)
    expect(decrypt(totpSecret!)).toBe(secret)
    const other = encrypt('x').replace(/.(?=.{4}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
    expect(decrypt(other)).toBeNull()
    const next = await signsIn()
    for (let attempt = 0; attempt < 10; attempt++)
      await expect(passCode(next, '000000')).rejects.toMatchObject(wrong)
    await expect(passCode(next, codeOf(secret, NEXT))).rejects.toMatchObject({
      key: 'waitAfterAttempts',
    })
    await expect(passCode(next, '000000')).rejects.toMatchObject({ key: 'waitAfterAttempts' })
    const waits = { personId: person.id, event: 'signIn.limited' }
    expect(await db.securityEntry.count({ where: waits })).toBe(1)
    await liftAccountLimits(cast.secretariat, { personId: person.id })
    await passCode(next, codeOf(secret, NEXT))
  })

  test('has wrong codes forgiven to whoever then gives a right one', async () => {
    await setUp()
    const codes = await makeRecoveryCodes(holder)
    const next = await signsIn()
    for (const code of codes.slice(0, 2)) {
      for (let attempt = 0; attempt < 9; attempt++)
        await expect(passCode(next, '000000')).rejects.toMatchObject(wrong)
      await passCode(next, code)
    }
  })

  test('is not replaced by whoever knows the password alone', async () => {
    await setUp()
    const next = await signsIn()
    await expect(beginSetup(next)).rejects.toMatchObject({ key: 'factorActive' })
  })

  test('is replaced by recovery codes, each once, of which hashes are kept', async () => {
    await setUp()
    const codes = await makeRecoveryCodes(holder)
    expect(new Set(codes).size).toBe(10)
    const rows = await db.recoveryCode.findMany({ where: { personId: person.id } })
    expect(JSON.stringify(rows)).not.toContain(codes[0])
    await passCode(await signsIn(), codes[0]!.toUpperCase().replaceAll('-', ' '))
    await expect(passCode(await signsIn(), codes[0]!)).rejects.toMatchObject(wrong)
    expect((await getFactor(person.id)).recoveryCodes).toBe(9)
    await makeRecoveryCodes(holder)
    await expect(passCode(await signsIn(), codes[1]!)).rejects.toMatchObject(wrong)
  })

  test('is turned off by a code, and then asked for no more', async () => {
    const { secret } = await setUp()
    await expect(turnOff(holder, '000000')).rejects.toMatchObject(wrong)
    await turnOff(holder, codeOf(secret, NEXT))
    const next = await signsIn()
    expect(await actorOf(next.signInId)).toMatchObject({ personId: person.id })
  })

  test('that was lost is reset by the Secretariat: recorded, and the person is told', async () => {
    await setUp()
    await resetFactor(cast.secretariat, { personId: person.id })
    const next = await signsIn()
    expect(await actorOf(next.signInId)).toMatchObject({ personId: person.id })
    expect(await actorOf(holder.signInId)).toEqual(visitor)
    expect(await db.recordEntry.findMany({ where: { subjectId: person.id } })).toMatchObject([
      { event: 'account.factorReset', personId: cast.secretariat.personId },
    ])
    const mails = await db.mail.findMany({ where: { recipient: person.email } })
    expect(mails.map(({ subject }) => subject)).toContain(
      'Your authenticator app for Stocktake was reset',
    )
    await expect(async () =>
      resetFactor(cast.chair, { personId: person.id }),
    ).rejects.toMatchObject({ reason: 'forbidden' })
    const { personId } = cast.secretariat
    await expect(async () => resetFactor(cast.secretariat, { personId })).rejects.toMatchObject({
      key: 'notOwnFactor',
    })
  })
})

test('a code is read with or without the address to go to afterwards', () => {
  expect(TypedCode.parse({ code: ' 123456 ' })).toEqual({ code: '123456', returnTo: '/' })
  expect(TypedCode.parse({ code: '1', returnTo: '//evil.example' }).returnTo).toBe('/')
})

describe('where the setting requires it', () => {
  test.each(['secretariat', 'chair', 'rapporteur'] as const)(
    'the %s sets the app up at the next sign-in, before anything else',
    async (kind) => {
      provideEnv({ REQUIRE_SECOND_FACTOR: 'true' })
      await db.office.create({ data: { kind, personId: person.id, sessionId: cast.session.id } })
      const next = await signsIn()
      expect(await actorOf(next.signInId)).toEqual(visitor)
      expect(await findPending(next.signInId)).toMatchObject({ state: 'none', isRequired: true })
      const { secret } = await setUp(next)
      expect(await actorOf(next.signInId)).toMatchObject({ personId: person.id })
      await expect(turnOff(next, codeOf(secret, NEXT))).rejects.toMatchObject({
        key: 'factorRequired',
      })
    },
  )

  test('a sign-in of before the office ends with the appointment, for a person without an app', async () => {
    const plain = await signsIn()
    const { secret } = await setUp()
    await db.office.create({
      data: { kind: 'rapporteur', personId: person.id, sessionId: cast.session.id },
    })
    provideEnv({ REQUIRE_SECOND_FACTOR: 'true' })
    expect(await actorOf(holder.signInId)).toMatchObject({ personId: person.id })
    expect(await actorOf(plain.signInId)).toEqual(visitor)
    provideEnv({ REQUIRE_SECOND_FACTOR: 'false' })
    await turnOff(holder, codeOf(secret, NEXT))
    expect(await actorOf(holder.signInId)).toMatchObject({ personId: person.id })
    provideEnv({ REQUIRE_SECOND_FACTOR: 'true' })
    expect(await actorOf(holder.signInId)).toEqual(visitor)
    const next = await signsIn()
    expect(await findPending(next.signInId)).toMatchObject({ state: 'none', isRequired: true })
  })

  test('a delegate may do without', async () => {
    provideEnv({ REQUIRE_SECOND_FACTOR: 'true' })
    const next = await signsIn(cast.arvenia.head.personId)
    expect(await actorOf(next.signInId)).toMatchObject({ personId: cast.arvenia.head.personId })
  })
})
