import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { invite } from '@/lib/auth/accounts/invite'
import { getAccountOf } from '@/lib/auth/accounts/queries'
import { useLink as consumeLink } from '@/lib/auth/link/commands'
import { countAttempt } from '@/lib/auth/throttle/attempts'
import { db } from '@/lib/db/client'
import { expectRecorded } from '@/tests/support/recorded'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let person: { id: string; email: string; name: string }
beforeEach(async () => {
  cast = await scenario()
  const email = `${randomUUID()}@arvenia.example`
  person = await db.person.create({ data: { name: 'Ada Quill', email } })
})

const account = () => ({ personId: person.id })
const lettersTo = (recipient = person.email) =>
  db.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })
const recorded = () => db.recordEntry.findMany({ where: { subjectId: person.id } })

describe('the operator', () => {
  test('makes a sign-in link, which the record and the security log say, and neither holds', async () => {
    let link = ''
    const { name } = person
    const invites = async () => {
      ;({ link } = await invite({ email: person.email, office: 'secretariat' }))
    }
    await expectRecorded(
      invites,
      ['officer.appointed', expect.any(String), { name, office: 'secretariat' }],
      ['account.linkMade', person.id, { name }],
    )
    const entries = await db.securityEntry.findMany({ where: account() })
    expect(entries).toMatchObject([{ event: 'account.linkMade', detail: 'operator' }])
    const token = new URL(link).searchParams.get('token')!
    const events = (await recorded()).map(({ data }) => data)
    const mails = (await lettersTo()).map(({ text }) => text)
    expect(JSON.stringify([events, mails, entries[0]!.detail])).not.toContain(token)
    expect(
      await db.office.count({ where: { ...account(), kind: 'secretariat', endedAt: null } }),
    ).toBe(1)
    expect(await consumeLink(token)).toMatchObject({ returnTo: '/' })
  })

  test('sends the invitation to a new person once, however often it makes a link', async () => {
    const email = `${randomUUID()}@arvenia.example`
    const invited = { email, name: 'Nia Lorne' }
    expect(await invite(invited)).toMatchObject({ isNew: true })
    expect(await invite(invited)).toMatchObject({ isNew: false })
    expect(await lettersTo(email)).toHaveLength(1)
    await invite({ email: person.email })
    expect(await lettersTo()).toEqual([])
  })

  test('gives no office of the Secretariat to a person who speaks for a delegation', async () => {
    const { email } = await db.person.findUniqueOrThrow({
      where: { id: cast.arvenia.head.personId },
    })
    await expect(invite({ email, office: 'secretariat' })).rejects.toThrow('secretariatNoPlace')
  })

  test('gives no other office where the group cannot be told', async () => {
    await scenario()
    const email = `${randomUUID()}@nowhere.example`
    await expect(invite({ email, office: 'chair' })).rejects.toThrow('officeOfManyGroups')
    expect(await db.person.count({ where: { email } })).toBe(0)
  })

  test('resets the authenticator app of a person, and names the person who has the account', async () => {
    const used = { totpSecret: 'x', totpConfirmedAt: new Date() }
    await db.person.update({ where: { id: person.id }, data: used })
    const tryCode = () => countAttempt('code', person.id, '192.0.2.9')
    await Promise.allSettled(Array.from({ length: 11 }, tryCode))
    await expect(tryCode()).rejects.toMatchObject({ key: 'waitAfterAttempts' })
    const { name } = await invite({ email: person.email, name: 'Another Name', resetsApp: true })
    await tryCode()
    expect(name).toBe(person.name)
    expect(await getAccountOf(cast.secretariat, person.id)).toMatchObject({ hasFactor: false })
    expect((await recorded()).map(({ event }) => event)).toContain('account.factorReset')
  })
})
