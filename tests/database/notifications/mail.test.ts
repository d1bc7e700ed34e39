import { randomUUID } from 'node:crypto'
import { subDays } from 'date-fns/subDays'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { requestLink, useLink as consumeLink } from '@/lib/auth/link/commands'
import { databaseTime, db, systemTransaction } from '@/lib/db/client'
import { provideEnv } from '@/lib/env'
import { claimMail, startDelivery } from '@/lib/mail/delivery'
import { enqueueMail } from '@/lib/mail/enqueue'
import { ATTEMPTS } from '@/lib/mail/kinds'
import { sendMailAgain } from '@/lib/notifications/commands'
import { listMail } from '@/lib/notifications/mail-queries'
import { openMailbox, type RefusedStep } from '@/tests/support/mailbox'
import { scenario } from '@/tests/support/scenario'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
  await db.mail.deleteMany()
})

type Delivery = {
  instances?: number
  refuse?: (recipient: string) => number | null
  refusesAt?: () => RefusedStep | null
}
async function delivers({ instances = 1, refuse, refusesAt }: Delivery = {}) {
  const mailbox = await openMailbox(refuse, refusesAt)
  stops.push(mailbox.close)
  provideEnv({ SMTP_URL: mailbox.url.replace('//', '//user:word@') })
  for (let n = 0; n < instances; n++) stops.push(startDelivery(10))
  return mailbox.received
}
const writes = (recipient: string, subject = 'A receipt', text = 'Text.') =>
  systemTransaction((tx) => enqueueMail(tx, { recipient, subject, text }))
const mailTo = (recipient: string) => db.mail.findFirstOrThrow({ where: { recipient } })

it('the link in the mail that a real server received signs in, and is kept nowhere else', async () => {
  const received = await delivers()
  const email = `${randomUUID()}@arvenia.example`
  const person = await db.person.create({ data: { name: 'Ayşe Çelik', email } })
  await requestLink({ email, returnTo: '/sessions' }, randomUUID())
  await vi.waitFor(() => expect(received).toHaveLength(1), 5_000)
  const [mail] = received
  expect(mail).toMatchObject({ recipient: email, subject: 'Your sign-in link for Stocktake' })
  expect(mail!.text).toContain('Ayşe Çelik')
  const link = new URL(/http\S+/.exec(mail!.text)![0])
  expect(link.origin + link.pathname).toBe('http://localhost:3000/sign-in/link')
  const token = link.searchParams.get('token')!
  await vi.waitFor(async () => expect((await mailTo(email)).sentAt).not.toBeNull(), 5_000)
  expect((await mailTo(email)).text).not.toContain(token)
  const { signInId } = await consumeLink(token)
  expect(await db.signIn.findUnique({ where: { id: signInId } })).toMatchObject({
    personId: person.id,
  })
})

it('two instances send each mail once', async () => {
  for (let n = 0; n < 25; n++) await writes(`reader${n}@arvenia.example`)
  const received = await delivers({ instances: 2 })
  await vi.waitFor(() => expect(received.length).toBeGreaterThanOrEqual(25), 10_000)
  await vi.waitFor(
    async () => expect(await db.mail.count({ where: { sentAt: null } })).toBe(0),
    5_000,
  )
  expect(new Set(received.map(({ recipient }) => recipient)).size).toBe(25)
  expect(received).toHaveLength(25)
})

it('mail of an act that was undone is never sent', async () => {
  const undone = systemTransaction(async (tx) => {
    await enqueueMail(tx, { recipient: 'a@x.example', subject: 'S', text: 'T' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await db.mail.count()).toBe(0)
})

it('what a server cannot take now is tried again later; what it never takes is given up', async () => {
  await writes('later@x.example')
  await writes('never@x.example')
  await delivers({ refuse: (to) => (to.startsWith('later') ? 451 : 550) })
  await vi.waitFor(async () => {
    expect((await mailTo('never@x.example')).attempts).toBe(ATTEMPTS)
    expect((await mailTo('later@x.example')).lastError).toBeTruthy()
  }, 5_000)
  const [{ wait }] = await db.$queryRaw<[{ wait: number }]>`
    SELECT extract(epoch FROM "nextAttemptAt" - now())::int AS wait FROM "Mail"
    WHERE recipient = 'later@x.example'`
  expect(await mailTo('later@x.example')).toMatchObject({ attempts: 1, sentAt: null })
  expect(wait).toBeGreaterThan(200)
})

it.each(['connection', 'password', 'sender'] as const)(
  'a refused %s of this installation loses no letter: it is sent once that is mended',
  async (step) => {
    let refused: RefusedStep | null = step
    await writes('reader@x.example')
    const received = await delivers({ refusesAt: () => refused })
    await vi.waitFor(
      async () => expect((await mailTo('reader@x.example')).lastError).toBeTruthy(),
      5_000,
    )
    expect(await mailTo('reader@x.example')).toMatchObject({ attempts: 1, sentAt: null })
    refused = null
    await db.mail.updateMany({ data: { nextAttemptAt: new Date(0) } })
    await vi.waitFor(() => expect(received).toHaveLength(1), 5_000)
  },
)

it('a sign-in link goes before the letters of a long list', async () => {
  for (let n = 0; n < 25; n++) await writes(`reader${n}@x.example`)
  const email = `${randomUUID()}@arvenia.example`
  await db.person.create({ data: { name: 'Ada Quill', email } })
  await requestLink({ email, returnTo: '/' }, randomUUID())
  const received = await delivers()
  await vi.waitFor(() => expect(received.length).toBeGreaterThanOrEqual(10), 5_000)
  expect(received.slice(0, 10).map(({ recipient }) => recipient)).toContain(email)
})

it('ten letters are taken at once, however the database plans the statement', async () => {
  for (let n = 0; n < 26; n++) await writes(`reader${n}@x.example`)
  const taken = await systemTransaction(async (tx) => {
    for (const way of ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'memoize'])
      await tx.$executeRawUnsafe(`SET LOCAL enable_${way} = off`)
    return claimMail(tx)
  })
  expect(taken).toHaveLength(10)
})

it('a subject with a line break adds no header', async () => {
  const received = await delivers()
  await writes('reader@x.example', 'Proposal 1\r\nBcc: everyone@x.example')
  await vi.waitFor(() => expect(received).toHaveLength(1), 5_000)
  expect(received[0]).toMatchObject({
    recipient: 'reader@x.example',
    subject: 'Proposal 1 Bcc: everyone@x.example',
  })
})

it('the Secretariat has a mail sent again that was given up, and nobody else does', async () => {
  const cast = await scenario()
  await writes('reader@x.example')
  let code: number | null = 550
  const received = await delivers({ refuse: () => code })
  const { id } = await mailTo('reader@x.example')
  await expect(sendMailAgain(cast.secretariat, { mailId: id })).rejects.toMatchObject({
    key: 'mailNotGivenUp',
  })
  await vi.waitFor(
    async () => expect((await mailTo('reader@x.example')).attempts).toBe(ATTEMPTS),
    5_000,
  )
  code = null
  await expect(sendMailAgain(cast.viceChair, { mailId: id })).rejects.toMatchObject({
    key: 'secretariatOnly',
  })
  await sendMailAgain(cast.secretariat, { mailId: id })
  await vi.waitFor(() => expect(received).toHaveLength(1), 5_000)
  const acts = { event: 'mail.sentAgain', subjectId: id }
  expect(await db.recordEntry.count({ where: acts })).toBe(1)
})

it('a sign-in link that no server took while it was good is not sent, and the page says so', async () => {
  const cast = await scenario()
  const email = `${randomUUID()}@arvenia.example`
  await db.person.create({ data: { name: 'Ada Quill', email } })
  await requestLink({ email, returnTo: '/' }, randomUUID())
  await db.mail.updateMany({ data: { createdAt: new Date(Date.now() - 11 * 60_000) } })
  await writes('reader@x.example')
  const received = await delivers()
  await vi.waitFor(() => expect(received).toHaveLength(1), 5_000)
  expect(received[0]!.recipient).toBe('reader@x.example')
  const { mails } = await listMail(cast.secretariat, 1, '(hidden)')
  expect(mails.find(({ recipient }) => recipient === email)).toMatchObject({
    state: 'over',
    canBeSentAgain: false,
  })
})

it('a letter that no server took for a week is given up, not sent as news, and can be sent again', async () => {
  const cast = await scenario()
  await writes('old@x.example')
  await db.mail.updateMany({ data: { nextAttemptAt: subDays(await databaseTime(db), 8) } })
  await writes('new@x.example')
  const received = await delivers()
  await vi.waitFor(() => expect(received).toHaveLength(1), 5_000)
  expect(received[0]!.recipient).toBe('new@x.example')
  const { mails } = await listMail(cast.secretariat, 1, '(hidden)')
  expect(mails.find(({ recipient }) => recipient === 'old@x.example')).toMatchObject({
    state: 'failed',
    canBeSentAgain: true,
  })
  await sendMailAgain(cast.secretariat, { mailId: (await mailTo('old@x.example')).id })
  await vi.waitFor(() => expect(received).toHaveLength(2), 5_000)
})

describe('the sign-in links under “Mail”', () => {
  const read = async (setting: { DEMONSTRATION: string; SMTP_URL: string }) => {
    const cast = await scenario()
    const email = `${randomUUID()}@arvenia.example`
    await db.person.create({ data: { name: 'Ada Quill', email } })
    await requestLink({ email, returnTo: '/' }, randomUUID())
    provideEnv(setting)
    const { mails } = await listMail(cast.secretariat, 1, '(hidden)')
    provideEnv({ DEMONSTRATION: 'false', SMTP_URL: '' })
    return mails.find(({ recipient }) => recipient === email)!.text
  }

  it.each([['smtp://localhost:2525'], ['']])(
    'are hidden in an installation of one’s own, with the mail server “%s”',
    async (SMTP_URL) => {
      const text = await read({ DEMONSTRATION: 'false', SMTP_URL })
      expect(text).toContain('token=(hidden)')
    },
  )

  it('are read in the demonstration', async () => {
    expect(await read({ DEMONSTRATION: 'true', SMTP_URL: '' })).toMatch(/token=[\w-]{43}/)
  })
})
