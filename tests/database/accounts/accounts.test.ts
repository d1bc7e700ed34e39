import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  changeAddress,
  closeAccount,
  correctName,
  endSignIns,
  liftAccountLimits,
  reopenAccount,
} from '@/lib/auth/accounts/commands'
import { getAccountOf, listAccounts } from '@/lib/auth/accounts/queries'
import { AccountFilter } from '@/lib/auth/accounts/schema'
import { actorOf } from '@/lib/auth/current-actor'
import { requestLink, useLink as consumeLink } from '@/lib/auth/link/commands'
import { hashPassword } from '@/lib/auth/password/hash'
import { signInWithPassword } from '@/lib/auth/password/commands'
import { SecurityFilter } from '@/lib/auth/security/filter'
import { findName, listSecurity } from '@/lib/auth/security/queries'
import { db } from '@/lib/db/client'
import { ATTEMPTS, LINK_TOPIC } from '@/lib/mail/kinds'
import { visitor } from '@/lib/delegations/actor'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { expectRecorded } from '@/tests/support/recorded'

const PASSWORD = 'a quiet corner by the window'
const passwordHash = await hashPassword(PASSWORD)

let cast: Scenario
let person: { id: string; email: string; name: string }
beforeEach(async () => {
  cast = await scenario()
  const email = `${randomUUID()}@arvenia.example`
  person = await db.person.create({ data: { name: 'Ada Quill', email, passwordHash } })
})

const signsIn = (email = person.email) =>
  signInWithPassword({ email, password: PASSWORD }, { network: randomUUID() })
const account = () => ({ personId: person.id })
const lettersTo = (recipient = person.email) =>
  db.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })
const recorded = () => db.recordEntry.findMany({ where: { subjectId: person.id } })
const noted = async () =>
  (await listSecurity(cast.secretariat, SecurityFilter.parse({ person: person.id }))).lines

describe('the Secretariat', () => {
  test('corrects a name: it is shown from then on, recorded with the earlier one, and the person is told', async () => {
    const was = { wasName: 'Ada Quill', wasHonorific: '' }
    const asked = { ...account(), ...was, name: 'Ada Quills', honorific: 'Ms.' }
    expect(await correctName(cast.secretariat, asked)).toBe('Ada Quills')
    expect(await getAccountOf(cast.secretariat, person.id)).toMatchObject({
      name: 'Ada Quills',
      honorific: 'Ms.',
    })
    expect(await recorded()).toMatchObject([
      { event: 'account.nameCorrected', data: { name: 'Ada Quill', now: 'Ms. Ada Quills' } },
    ])
    expect((await lettersTo()).map(({ text }) => text).join()).toContain('Ms. Ada Quills')
    await expect(correctName(cast.secretariat, asked)).rejects.toMatchObject({
      key: 'nameChanged',
    })
    const same = { ...asked, wasName: 'Ada Quills', wasHonorific: 'Ms.' }
    await expect(correctName(cast.secretariat, same)).rejects.toMatchObject({ key: 'nameSame' })
    await expect(correctName(cast.chair, asked)).rejects.toMatchObject({ key: 'secretariatOnly' })
  })

  test('sees that no mail arrives at an address, until a later one does', async () => {
    const mail = { recipient: person.email, subject: 'S', text: 'T' }
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const givenUp = { attempts: ATTEMPTS, lastError: '550 no such user' }
    await db.mail.create({ data: { ...mail, ...givenUp, createdAt: ago(3) } })
    const undelivered = async () =>
      (await getAccountOf(cast.secretariat, person.id)).undelivered?.error
    expect(await undelivered()).toBe('550 no such user')
    await db.mail.create({ data: { ...mail, createdAt: ago(2) } })
    expect(await undelivered()).toBe('550 no such user')
    await db.mail.create({ data: { ...mail, createdAt: ago(1), sentAt: ago(1) } })
    expect(await undelivered()).toBeUndefined()
  })

  test('counts the browsers that are signed in, not one that still waits for a code', async () => {
    await signsIn()
    await db.signIn.create({
      data: { personId: person.id, needsCode: true, expiresAt: new Date(Date.now() + 60_000) },
    })
    expect((await getAccountOf(cast.secretariat, person.id)).browsers).toBe(1)
  })

  test('closes an account: the person is out, cannot come in, and is told', async () => {
    const signIn = await signsIn()
    expect(await closeAccount(cast.secretariat, account())).toBe('Ada Quill')
    expect(await actorOf(signIn)).toEqual(visitor)
    await expect(signsIn()).rejects.toMatchObject({ key: 'signInFailed' })
    expect((await lettersTo()).map(({ subject }) => subject)).toEqual([
      'Your account in Stocktake was closed',
    ])
    expect(await recorded()).toMatchObject([
      { event: 'account.closed', personId: cast.secretariat.personId, data: { name: 'Ada Quill' } },
    ])
    expect(await noted()).toMatchObject([
      { event: 'account.closed', byPerson: { id: cast.secretariat.personId } },
    ])
    await expect(closeAccount(cast.secretariat, account())).rejects.toMatchObject({
      key: 'accountClosed',
    })
  })

  test('opens it again, and the person signs in as before', async () => {
    await closeAccount(cast.secretariat, account())
    const reopens = () => reopenAccount(cast.secretariat, account())
    await expectRecorded(reopens, ['account.reopened', person.id, { name: person.name }])
    expect(await actorOf(await signsIn())).toMatchObject({ personId: person.id })
    await expectRecorded(() => expect(reopens()).rejects.toMatchObject({ key: 'accountOpen' }))
    expect(await lettersTo()).toHaveLength(2)
  })

  test('ends all sign-ins of a person, who can sign in again', async () => {
    const both = [await signsIn(), await signsIn()]
    await expectRecorded(
      () => endSignIns(cast.secretariat, account()),
      ['account.signInsEnded', person.id, { name: person.name }],
    )
    for (const signIn of both) expect(await actorOf(signIn)).toEqual(visitor)
    expect(await actorOf(await signsIn())).toMatchObject({ personId: person.id })
  })

  test('changes an address: links to the old one are dead, both are told, the record names none', async () => {
    const signIn = await signsIn()
    await requestLink({ email: person.email, returnTo: '/' }, randomUUID())
    const [mail] = await lettersTo()
    const token = /token=([\w-]+)/.exec(mail!.text)![1]!
    const email = `${randomUUID()}@belmara.example`
    await expectRecorded(
      () => changeAddress(cast.secretariat, { ...account(), email }),
      ['account.addressChanged', person.id, { name: person.name }],
    )
    await expect(consumeLink(token)).rejects.toMatchObject({ key: 'linkDead' })
    expect(await actorOf(signIn)).toEqual(visitor)
    expect(await actorOf(await signsIn(email))).toMatchObject({ personId: person.id })
    for (const address of [person.email, email])
      expect((await lettersTo(address)).at(-1)?.subject).toContain(
        'address in Stocktake was changed',
      )
    const kept = [...(await recorded()).map(({ data }) => data), (await noted())[0]?.detail]
    expect(JSON.stringify(kept)).not.toContain('@')
  })

  test('sends letters that a wrong address turned away to the new one, and none twice', async () => {
    const mail = { recipient: person.email, text: 'T' }
    const sentAt = new Date()
    await db.mail.createMany({
      data: [
        { ...mail, subject: 'sent', sentAt },
        { ...mail, subject: 'waiting' },
        { ...mail, subject: 'given up', attempts: ATTEMPTS, lastError: '550 no such user' },
        { ...mail, subject: 'link', topic: LINK_TOPIC },
      ],
    })
    const email = `${randomUUID()}@belmara.example`
    await changeAddress(cast.secretariat, { ...account(), email })
    const subjects = async (recipient: string) =>
      (await db.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })).map(
        ({ subject, attempts, lastError }) => [subject, attempts, lastError],
      )
    expect(await subjects(email)).toEqual(
      expect.arrayContaining([
        ['waiting', 0, null],
        ['given up', 0, null],
      ]),
    )
    expect((await subjects(person.email)).map(([subject]) => subject)).toEqual(
      expect.arrayContaining(['sent', 'link', 'Your e-mail address in Stocktake was changed']),
    )
    expect(await db.mail.count({ where: { recipient: { in: [email, person.email] } } })).toBe(6)
  })

  test('does not give an address that is another person’s', async () => {
    const namesake = await db.person.create({
      data: { name: 'Other', email: `${randomUUID()}@x.example` },
    })
    await expect(
      changeAddress(cast.secretariat, { ...account(), email: namesake.email }),
    ).rejects.toMatchObject({ key: 'addressTaken', field: 'email' })
    await expect(
      changeAddress(cast.secretariat, { ...account(), email: person.email }),
    ).rejects.toMatchObject({ key: 'addressSame' })
    expect(await recorded()).toEqual([])
  })

  test('lifts what wrong passwords closed', async () => {
    const network = randomUUID()
    const tries = (password: string) =>
      signInWithPassword({ email: person.email, password }, { network })
    for (let attempt = 0; attempt < 11; attempt++) await tries('wrong').catch(() => {})
    await expect(tries(PASSWORD)).rejects.toMatchObject({ key: 'tooManyAttempts' })
    await liftAccountLimits(cast.secretariat, account())
    expect(await tries(PASSWORD)).toBeTruthy()
    expect(await recorded()).toMatchObject([{ event: 'account.limitsLifted' }])
  })

  test('does not close its own account, so that somebody is always left', async () => {
    const { personId } = cast.secretariat
    await expect(async () => closeAccount(cast.secretariat, { personId })).rejects.toMatchObject({
      key: 'notOwnAccount',
    })
  })

  test('finds accounts by words of the name or address and by state', async () => {
    const found = async (filter: Record<string, string>) =>
      (await listAccounts(cast.secretariat, AccountFilter.parse(filter))).accounts.map(
        ({ id }) => id,
      )
    expect(await found({ words: person.email.slice(0, 20).toUpperCase() })).toEqual([person.id])
    expect(await found({ words: person.email, state: 'closed' })).toEqual([])
    await closeAccount(cast.secretariat, account())
    expect(await found({ words: person.email, state: 'closed' })).toEqual([person.id])
    expect(await getAccountOf(cast.secretariat, person.id)).toMatchObject({
      email: person.email,
      hasPassword: true,
      browsers: 0,
    })
  })
})

test('the list of accounts names the offices and delegations of each person', async () => {
  const { accounts } = await listAccounts(cast.secretariat, AccountFilter.parse({}))
  const lineOf = ({ personId }: { personId: string }) => accounts.find(({ id }) => id === personId)
  expect(lineOf(cast.chair)).toMatchObject({ offices: ['chair'], delegations: [] })
  expect(lineOf(cast.arvenia.head)).toMatchObject({ offices: [], delegations: ['Arvenia'] })
})

test('nobody else keeps accounts or reads the security log', async () => {
  const acts = [closeAccount, reopenAccount, endSignIns, liftAccountLimits]
  for (const actor of [cast.chair, cast.rapporteur, cast.arvenia.head, cast.outsider]) {
    for (const act of acts)
      await expect(async () => act(actor, account())).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(
      changeAddress(actor, { ...account(), email: 'a@b.example' }),
    ).rejects.toMatchObject({
      reason: 'forbidden',
    })
    for (const read of [
      () => listSecurity(actor, SecurityFilter.parse({})),
      () => listAccounts(actor, AccountFilter.parse({})),
      () => getAccountOf(actor, person.id),
      () => findName(actor, person.id),
    ])
      await expect(read()).rejects.toMatchObject({ reason: 'forbidden' })
  }
})
