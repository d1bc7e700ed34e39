import { randomUUID } from 'node:crypto'
import argon2 from '@node-rs/argon2'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hashPassword } from '@/lib/auth/password/hash'
import { signInWithPassword } from '@/lib/auth/password/commands'
import { actorOf } from '@/lib/auth/current-actor'
import type { Device } from '@/lib/auth/throttle/device'
import { openDevice, sealDevice } from '@/lib/auth/throttle/device'
import { networkOf } from '@/lib/auth/throttle/network'
import { liftLimits, slowDown } from '@/lib/auth/throttle/attempts'
import { db } from '@/lib/db/client'
import { Refused } from '@/lib/errors'

const PASSWORD = 'a quiet corner by the window'
const passwordHash = await hashPassword(PASSWORD)
const ADDRESS = () => `address ${randomUUID()}`

let person: { id: string; email: string }
beforeEach(async () => {
  person = await db.person.create({
    data: { name: 'Ada Quill', email: `${randomUUID()}@arvenia.example`, passwordHash },
  })
})

const tries = (
  email: string,
  password: string,
  network = ADDRESS(),
  device: Device | null = null,
) => signInWithPassword({ email, password }, { network, device })
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.fail('was let in'),
    ({ reason, key, values, field }: Refused) => ({ reason, key, values, field }),
  )

describe('signing in with a password', () => {
  it('lets in whoever knows it, whatever the keyboard composed it of', async () => {
    const actor = await actorOf(await tries(person.email, PASSWORD.normalize('NFD')))
    expect(actor).toMatchObject({ personId: person.id, name: 'Ada Quill' })
  })

  it('gives one answer to a wrong password, an unknown address, a closed account and none', async () => {
    const closed = await db.person.create({
      data: { name: 'C', email: `${randomUUID()}@x.example`, passwordHash, disabledAt: new Date() },
    })
    const without = await db.person.create({
      data: { name: 'W', email: `${randomUUID()}@x.example` },
    })
    const answers = await Promise.all([
      refusal(tries(person.email, 'wrong')),
      refusal(tries(`${randomUUID()}@nowhere.example`, PASSWORD)),
      refusal(tries(closed.email, PASSWORD)),
      refusal(tries(without.email, PASSWORD)),
    ])
    expect(answers[0]).toMatchObject({ reason: 'invalid', key: 'signInFailed', field: 'password' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('hashes for an unknown address as it does for a known one, so that both take as long', async () => {
    await refusal(tries(person.email, 'wrong'))
    const verify = vi.spyOn(argon2, 'verify')
    for (const email of [person.email, 'unknown@nowhere.example']) {
      verify.mockClear()
      await refusal(tries(email, 'wrong'))
      expect(verify).toHaveBeenCalledTimes(1)
      expect(verify.mock.calls[0]![0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    }
    verify.mockRestore()
  })
})

describe('too many attempts', () => {
  const fails = async (email: string, network: string, times: number, device?: Device) => {
    for (let attempt = 0; attempt < times; attempt++)
      await refusal(tries(email, 'wrong', network, device))
  }

  it('from one network close the account to that network alone, for a while', async () => {
    const attacker = ADDRESS()
    await fails(person.email, attacker, 10)
    expect(await refusal(tries(person.email, PASSWORD, attacker))).toMatchObject({
      key: 'tooManyAttempts',
      values: { minutes: 15 },
    })
    expect(await tries(person.email, PASSWORD)).toBeTruthy()
  })

  it('from many networks refuse nobody else', async () => {
    await Promise.all(Array.from({ length: 20 }, () => fails(person.email, ADDRESS(), 2)))
    expect(await tries(person.email, PASSWORD)).toBeTruthy()
  })

  it('close an unknown account likewise, so that it looks like a known one', async () => {
    const email = `${randomUUID()}@nowhere.example`
    const network = ADDRESS()
    await fails(email, network, 10)
    expect(await refusal(tries(email, 'wrong', network))).toMatchObject({ key: 'tooManyAttempts' })
  })

  it('do not reach a browser that signed in before, though it is in the same network', async () => {
    const network = ADDRESS()
    const device = { id: randomUUID(), people: [person.id] }
    await fails(person.email, network, 11)
    expect(await tries(person.email, PASSWORD, network, device)).toBeTruthy()
    // Another person's browser, and one whose cookie is tried without end, are counted like others.
    const otherDevice = { id: randomUUID(), people: [randomUUID()] }
    expect(await refusal(tries(person.email, PASSWORD, network, otherDevice))).toMatchObject({
      key: 'tooManyAttempts',
    })
    await fails(person.email, network, 20, device)
    expect(await refusal(tries(person.email, PASSWORD, network, device))).toMatchObject({
      key: 'tooManyAttempts',
    })
  })

  it('are lifted by the Secretariat', async () => {
    const network = ADDRESS()
    await fails(person.email, network, 10)
    const device = { id: randomUUID(), people: [person.id] }
    await fails(person.email, network, 21, device)
    expect(await liftLimits({ ...person, email: 'another@arvenia.example' })).toBe(0)
    expect(await liftLimits(person)).toBe(2)
    expect(await tries(person.email, PASSWORD, network)).toBeTruthy()
    expect(await tries(person.email, PASSWORD, network, device)).toBeTruthy()
  })

  it('of a network at many accounts make each further one slow, and refuse none', async () => {
    const network = ADDRESS()
    for (let attempt = 0; attempt < 60; attempt++) await slowDown(network)
    const from = performance.now()
    expect(await tries(person.email, PASSWORD, network)).toBeTruthy()
    expect(performance.now() - from).toBeGreaterThan(2_900)
  })

  it('are counted for whoever altered the cookie of a browser', async () => {
    const value = await sealDevice({ id: 'a', people: [person.id] })
    expect(await openDevice(value)).toMatchObject({ people: [person.id] })
    expect(
      await openDevice(
        `${value.slice(0, -12)}${value.at(-12) === 'x' ? 'y' : 'x'}${value.slice(-11)}`,
      ),
    ).toBeNull()
  })

  it('are forgiven to whoever then signs in', async () => {
    const network = ADDRESS()
    for (let round = 0; round < 2; round++) {
      await fails(person.email, network, 9)
      expect(await tries(person.email, PASSWORD, network)).toBeTruthy()
    }
  })

  it('count a household of IPv6 addresses as one, and IPv4 in IPv6 as itself', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:0DB8:0001:2::9')).toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('[2001:db8:1:2::9]:4711')).toBe('2001:db8:1:2::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('::ffff:c000:207')).toBe('192.0.2.7')
    expect(networkOf('192.0.2.7:4711')).toBe('192.0.2.7')
  })

  it('leave no address behind that could be read', async () => {
    await refusal(tries(person.email, 'wrong', '192.0.2.77'))
    const keys = (await db.rateLimiterFlexible.findMany()).map(({ key }) => key).join(' ')
    expect(keys).not.toContain(person.email)
    expect(keys).not.toContain('192.0.2.77')
  })
})
