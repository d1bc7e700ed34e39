import { randomUUID } from 'node:crypto'
import argon2 from '@node-rs/argon2'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hashPassword } from '@/lib/auth/password/hash'
import { signInWithPassword } from '@/lib/auth/password/commands'
import { actorOf } from '@/lib/auth/current-actor'
import { countAttempt, networkOf } from '@/lib/auth/throttle'
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

const tries = (email: string, password: string, address = ADDRESS()) =>
  signInWithPassword({ email, password }, address)
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
  it('close an account to everybody for a while, the right password too', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await refusal(tries(person.email, 'wrong'))
    expect(await refusal(tries(person.email, PASSWORD))).toMatchObject({
      key: 'tooManyAttempts',
      values: { minutes: 15 },
    })
  })

  it('close an unknown account likewise, so that it looks like a known one', async () => {
    const email = `${randomUUID()}@nowhere.example`
    for (let attempt = 0; attempt < 10; attempt++) await refusal(tries(email, 'wrong'))
    expect(await refusal(tries(email, 'wrong'))).toMatchObject({ key: 'tooManyAttempts' })
  })

  it('from one address close it for every account, and other addresses stay open', async () => {
    const address = ADDRESS()
    for (let attempt = 0; attempt < 60; attempt++)
      await countAttempt('passwordFromAddress', address)
    expect(await refusal(tries(person.email, PASSWORD, address))).toMatchObject({
      key: 'tooManyAttempts',
    })
    expect(await tries(person.email, PASSWORD)).toBeTruthy()
  })

  it('are forgiven to whoever then signs in', async () => {
    for (let round = 0; round < 2; round++) {
      for (let attempt = 0; attempt < 9; attempt++) await refusal(tries(person.email, 'wrong'))
      expect(await tries(person.email, PASSWORD)).toBeTruthy()
    }
  })

  it('count a household of IPv6 addresses as one, and IPv4 in IPv6 as itself', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  })

  it('leave no address behind that could be read', async () => {
    await refusal(tries(person.email, 'wrong', '192.0.2.77'))
    const keys = (await db.rateLimiterFlexible.findMany()).map(({ key }) => key).join(' ')
    expect(keys).not.toContain(person.email)
    expect(keys).not.toContain('192.0.2.77')
  })
})
