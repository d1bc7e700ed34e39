import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '@/lib/auth/current-actor'
import { findLink, pageOfLink, requestLink, useLink as consumeLink } from '@/lib/auth/link/commands'
import { db } from '@/lib/db/client'

let person: { id: string; email: string }
beforeEach(async () => {
  person = await db.person.create({
    data: { name: 'Ada Quill', email: `${randomUUID()}@arvenia.example` },
  })
})

const asks = (email = person.email, returnTo = '/sessions') =>
  requestLink({ email, returnTo }, randomUUID())
const enters = (token: string) => consumeLink(token)
async function tokenInMail(email = person.email): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({
    where: { recipient: email },
    orderBy: { createdAt: 'desc' },
  })
  return (
    /\/sign-in\/link\?token=([\w-]+)/.exec(mail.text)?.[1] ?? expect.fail('no link in the mail')
  )
}
const dead = { reason: 'invalid', key: 'linkDead' }

describe('a sign-in link', () => {
  it('signs in the person it was sent to, and leads back to where they were going', async () => {
    await asks()
    const { signInId, returnTo } = await enters(await tokenInMail())
    expect(returnTo).toBe('/sessions')
    expect(await actorOf(signInId)).toMatchObject({ personId: person.id })
  })

  it('works once; looking at it, as a scanner of mail does, does not use it up', async () => {
    await asks()
    const token = await tokenInMail()
    expect(await findLink(token)).toMatchObject({ email: person.email })
    expect(await findLink(token)).toMatchObject({ email: person.email })
    await enters(token)
    expect(await findLink(token)).toBeNull()
    await expect(enters(token)).rejects.toMatchObject(dead)
  })

  it('lets in one of two who use it at the same moment', async () => {
    await asks()
    const token = await tokenInMail()
    const both = await Promise.allSettled([enters(token), enters(token)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is dead ten minutes later by the clock of the database', async () => {
    await asks()
    const [{ left }] = await db.$queryRaw<[{ left: number }]>`
      SELECT extract(epoch FROM "expiresAt" - now())::int AS left FROM "SignInLink"
      WHERE email = ${person.email}`
    expect(left).toBeGreaterThan(590)
    expect(left).toBeLessThanOrEqual(600)
    const token = await tokenInMail()
    await db.$executeRaw`UPDATE "SignInLink" SET "expiresAt" = now() - interval '1 second' WHERE email = ${person.email}`
    expect(await findLink(token)).toBeNull()
    await expect(enters(token)).rejects.toMatchObject(dead)
    // The next link leads where this one led.
    expect(await pageOfLink(token)).toBe('/sessions')
    expect(await pageOfLink('unknown')).toBe('/')
  })

  it('takes the other links of the same person with it', async () => {
    await asks()
    const first = await tokenInMail()
    await asks()
    await enters(await tokenInMail())
    await expect(enters(first)).rejects.toMatchObject(dead)
  })

  it('is worth nothing once the account is closed', async () => {
    await asks()
    const token = await tokenInMail()
    await db.person.update({ where: { id: person.id }, data: { disabledAt: new Date() } })
    expect(await findLink(token)).toBeNull()
    await expect(enters(token)).rejects.toMatchObject(dead)
  })

  it('is kept as a hash alone', async () => {
    await asks()
    const token = await tokenInMail()
    const rows = await db.signInLink.findMany({ where: { email: person.email } })
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('asking for a link', () => {
  it('answers an unknown address like a known one, as slowly, and sends nothing', async () => {
    const taking = async (email: string) => {
      const from = performance.now()
      expect(await asks(email)).toBeUndefined()
      return performance.now() - from
    }
    const unknown = `${randomUUID()}@nowhere.example`
    const [known, nobody] = [await taking(person.email), await taking(unknown)]
    for (const time of [known, nobody]) expect(time).toBeGreaterThan(340)
    expect(await db.mail.count({ where: { recipient: unknown } })).toBe(0)
    expect(await db.signInLink.count({ where: { email: unknown } })).toBe(0)
  })

  it('is never refused: of many, the last link that was sent is still young and good', async () => {
    for (let asked = 0; asked < 9; asked++) await asks()
    expect(await db.mail.count({ where: { recipient: person.email } })).toBe(5)
    const { signInId } = await enters(await tokenInMail())
    expect(await actorOf(signInId)).toMatchObject({ personId: person.id })
    await asks()
    expect(await db.mail.count({ where: { recipient: person.email } })).toBe(6)
  })
})
