import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { findPersonByClaims } from '@/lib/auth/sign-in/single-sign-on'
import { db } from '@/lib/db/client'

let person: { id: string; email: string }
beforeEach(async () => {
  person = await db.person.create({
    data: { name: 'Ada Quill', email: `${randomUUID()}@arvenia.example` },
  })
})

const found = (email_verified?: boolean | 'true' | 'false') =>
  findPersonByClaims({ sub: 'one', email: person.email.toUpperCase(), email_verified })

it('finds the person of an address that the provider verified, or of which it says nothing', async () => {
  for (const verified of [true, 'true', undefined] as const)
    expect(await found(verified)).toEqual({ id: person.id })
})

it('finds nobody by an address that the provider did not verify, however it says so', async () => {
  for (const verified of [false, 'false'] as const)
    expect(await found(verified)).toEqual({ refusal: 'addressNotConfirmed' })
  expect(await findPersonByClaims({ sub: 'one' })).toEqual({ refusal: 'addressNotConfirmed' })
})

it('finds nobody with a closed account', async () => {
  await db.person.update({ where: { id: person.id }, data: { disabledAt: new Date() } })
  expect(await found(true)).toEqual({ refusal: 'unknownPerson' })
})
