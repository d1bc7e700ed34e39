import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cookieName, cookieOptions, seal, SIGN_IN_SECONDS, unseal } from '@/lib/auth/cookie'
import { actorOf } from '@/lib/auth/current-actor'
import { changePassword } from '@/lib/auth/password/commands'
import { beginSignIn, endSignIn, signOutOthers } from '@/lib/auth/sign-in/sign-ins'
import { db, systemTransaction } from '@/lib/db/client'
import { provideEnv } from '@/lib/env'
import { membershipIn, type SignedIn, visitor } from '@/lib/delegations/actor'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let head: SignedIn
let signIn: string
const signsIn = (actor: SignedIn) => systemTransaction((tx) => beginSignIn(tx, actor.personId))
beforeEach(async () => {
  cast = await scenario()
  head = cast.arvenia.head
  signIn = await signsIn(head)
})
const place = async () => membershipIn(await actorOf(signIn), cast.session.id)

describe('a sign-in', () => {
  it('gives the person their places and offices as they are now', async () => {
    expect(await place()).toMatchObject({ delegationName: 'Arvenia', maySubmit: true })
    const chair = await actorOf(await signsIn(cast.chair))
    expect(chair.offices).toContainEqual({ kind: 'chair', sessionId: cast.session.id })
  })

  it('that was ended is out at the next request', async () => {
    await endSignIn(signIn)
    expect(await actorOf(signIn)).toEqual(visitor)
  })

  it('ends twelve hours after it began, by the clock of the database', async () => {
    const [{ left }] = await db.$queryRaw<[{ left: number }]>`
      SELECT extract(epoch FROM "expiresAt" - now())::int AS left FROM "SignIn"
      WHERE id = ${signIn}::uuid`
    expect(Math.abs(left - 12 * 3600)).toBeLessThan(10)
    await db.$executeRaw`UPDATE "SignIn" SET "expiresAt" = now() - interval '1 second' WHERE id = ${signIn}::uuid`
    expect(await actorOf(signIn)).toEqual(visitor)
  })

  it('of a person whose account was closed is out at once', async () => {
    const { adviser } = cast.belmara
    signIn = await signsIn(adviser)
    const where = { id: adviser.personId }
    await db.person.update({ where, data: { disabledAt: new Date() } })
    expect(await actorOf(signIn)).toEqual(visitor)
    await db.person.update({ where, data: { disabledAt: null } })
  })

  it('of a representative who was removed loses the place at once, and stays a person', async () => {
    await db.representative.update({
      where: { id: (await place())!.representativeId },
      data: { endedAt: new Date() },
    })
    expect(await place()).toBeUndefined()
    expect(await actorOf(signIn)).toMatchObject({ personId: head.personId })
  })

  it('loses its place with the delegation that withdraws, and the right to submit when it is taken', async () => {
    await db.representative.update({
      where: { id: (await place())!.representativeId },
      data: { maySubmit: false },
    })
    expect(await place()).toMatchObject({ maySubmit: false })
    await db.delegation.update({ where: { id: cast.arvenia.id }, data: { state: 'withdrawn' } })
    expect(await place()).toBeUndefined()
  })

  it('can be ended from another browser, and that browser stays', async () => {
    const second = await signsIn(head)
    expect(await signOutOthers(head.personId, second)).toBeGreaterThan(0)
    expect(await actorOf(signIn)).toEqual(visitor)
    expect(await actorOf(second)).toMatchObject({ personId: head.personId })
  })
})

describe('a new password', () => {
  const change = (actor: SignedIn, id: string, current = '') =>
    changePassword(actor, { current, password: 'a lamp of one’s own' }, id)
  const makeOld = (id: string) =>
    db.$executeRaw`UPDATE "SignIn" SET "createdAt" = now() - interval '11 minutes' WHERE id = ${id}::uuid`

  it('ends the other sign-ins, and a mail says so', async () => {
    const second = await signsIn(head)
    await change(head, signIn)
    expect(await actorOf(second)).toEqual(visitor)
    expect(await actorOf(signIn)).toMatchObject({ personId: head.personId })
    const { email } = await db.person.findUniqueOrThrow({ where: { id: head.personId } })
    const mail = await db.mail.findFirst({
      where: { recipient: email },
      orderBy: { createdAt: 'desc' },
    })
    expect(mail?.subject).toContain('was changed')
  })

  it.each([
    ['password1234', 'passwordCommon'],
    ['unodc-nations-1', 'passwordOwnWords'],
  ])('is not “%s”', async (password, key) => {
    await expect(changePassword(head, { current: '', password }, signIn)).rejects.toMatchObject({
      key,
      field: 'password',
    })
  })

  it('asks for the present one, unless the sign-in has only just begun', async () => {
    await change(head, signIn)
    await change(head, signIn)
    await makeOld(signIn)
    await expect(change(head, signIn, 'wrong')).rejects.toMatchObject({
      key: 'passwordWrong',
      field: 'current',
    })
    await change(head, signIn, 'a lamp of one’s own')
  })
})

describe('the cookie', () => {
  it('holds the id of the sign-in, encrypted; an altered one is nobody’s', async () => {
    const value = await seal(signIn)
    expect(value).not.toContain(signIn)
    expect(await unseal(value)).toBe(signIn)
    // The last letters of a seal hold unused bits, so the test alters a letter further in.
    const altered = value.at(-10) === 'x' ? 'y' : 'x'
    expect(await unseal(`${value.slice(0, -10)}${altered}${value.slice(-9)}`)).toBeNull()
    expect(await unseal(undefined)).toBeNull()
  })

  it('ends after its time, also where it was opened before', async () => {
    const value = await seal(signIn)
    expect(await unseal(value)).toBe(signIn)
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + (SIGN_IN_SECONDS + 60) * 1_000)
    expect(await unseal(value)).toBeNull()
    clock.mockRestore()
    expect(await unseal(value)).toBe(signIn)
  })

  it('is for https and this host alone where people come by https, and never for scripts', () => {
    expect(cookieOptions()).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false })
    provideEnv({ APP_URL: 'https://stocktake.example' })
    expect(cookieOptions()).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/',
    })
    expect(cookieName()).toMatch(/^__Host-/)
    provideEnv({ APP_URL: 'http://localhost:3000' })
  })
})
