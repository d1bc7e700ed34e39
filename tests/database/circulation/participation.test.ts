import { beforeEach, describe, expect, it } from 'vitest'
import { proveAddress } from '@/lib/circulation/requests/ask'
import {
  findProof,
  getPublicCall,
  listPublicCalls,
  listRequests,
} from '@/lib/circulation/requests/queries'
import { db } from '@/lib/db/client'
import { concealLinks } from '@/lib/mail/conceal'
import { circulated } from '@/tests/support/circulating'
import { inThePast } from '@/tests/support/in-the-past'
import { asks, mailsTo, requestsOf, typedRequest, visiting } from '@/tests/support/requesting'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { secretSentTo } from '@/tests/support/sent-links'

let cast: Scenario
let room: Awaited<ReturnType<typeof circulated>>
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  room = await circulated(cast)
})

const at = () => ({ id: room.id, sessionId: cast.session.id })
const requests = () => listRequests(cast.secretariat, at())

describe('whoever asks to take part', () => {
  it('is not seen by the Secretariat before the link was used', async () => {
    const input = typedRequest(room.id)
    await asks(input)
    expect((await requests()).waiting).toEqual([])
    const token = await secretSentTo(input.email)
    expect(await findProof(room.id, token)).toMatchObject({ name: input.name, isProved: false })
    await proveAddress(visiting, { token })
    const { email } = input
    expect((await requests()).waiting).toMatchObject([
      { name: input.name, email, alike: [], actsFor: null, mayBeApproved: true },
    ])
    expect(await findProof(room.id, token)).toMatchObject({ isProved: true })
  })

  it('keeps a secret of which the database holds the hash alone, and the mail page shows none', async () => {
    const { email } = typedRequest(room.id)
    await asks(typedRequest(room.id, { email }))
    const token = await secretSentTo(email)
    const [request] = await requestsOf(email)
    expect(request!.tokenHash).not.toContain(token)
    const [mail] = await mailsTo(email)
    expect(concealLinks(mail!.text, '…')).not.toContain(token)
    expect(mail!.subject).not.toContain('Network')
  })

  it('is told to the Secretariat once its address is proved, once and without the address', async () => {
    const input = typedRequest(room.id)
    await asks(input)
    const token = await secretSentTo(input.email)
    const lettersToDeciders = async () =>
      (await db.mail.findMany({ where: { text: { contains: input.name } } }))
        .filter(({ subject }) => subject.includes('waits for you'))
        .map(({ recipient, text }) => ({ recipient, address: text.includes('/requests') }))
    expect(await lettersToDeciders()).toEqual([])
    await proveAddress(visiting, { token })
    await proveAddress(visiting, { token })
    const { email } = await db.person.findUniqueOrThrow({
      where: { id: cast.secretariat.personId },
    })
    expect(await lettersToDeciders()).toContainEqual({ recipient: email, address: true })
    expect((await lettersToDeciders()).filter(({ recipient }) => recipient === email)).toHaveLength(
      1,
    )
  })

  it('proves an address twice as once, and with an unknown or old secret never', async () => {
    const input = typedRequest(room.id)
    await asks(input)
    const token = await secretSentTo(input.email)
    await expect(proveAddress(visiting, { token: `${token}x` })).rejects.toMatchObject({
      key: 'proofDead',
    })
    await proveAddress(visiting, { token })
    const [before] = await requestsOf(input.email)
    await proveAddress(visiting, { token })
    expect(await requestsOf(input.email)).toEqual([before])
    const late = typedRequest(room.id)
    await asks(late)
    const old = await secretSentTo(late.email)
    const expired = { askedAt: new Date(Date.now() - 9e7), expiresAt: new Date(Date.now() - 1) }
    await inThePast((tx) =>
      tx.participationRequest.updateMany({ where: { email: late.email }, data: expired }),
    )
    expect(await findProof(room.id, old)).toBeNull()
    await expect(proveAddress(visiting, { token: old })).rejects.toMatchObject({ key: 'proofDead' })
    await asks(typedRequest(room.id))
    expect(await requestsOf(late.email)).toEqual([])
  })

  it('waits for one decision at a time, also when two links are used at once', async () => {
    const input = typedRequest(room.id)
    await asks(input)
    const first = await secretSentTo(input.email)
    await asks(input)
    const second = await secretSentTo(input.email)
    expect(second).not.toBe(first)
    const [a, b] = await Promise.allSettled([
      proveAddress(visiting, { token: first }),
      proveAddress(visiting, { token: second }),
    ])
    const refused = [a, b].filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { key: 'requestWaits' } }])
    expect((await requests()).waiting).toHaveLength(1)
  })

  it('gets three links at most, and the answer does not tell; a network is refused after twenty', async () => {
    const input = typedRequest(room.id)
    for (let time = 0; time < 5; time++) await asks(input)
    expect(await mailsTo(input.email)).toHaveLength(3)
    for (let time = 0; time < 20; time++) await asks(typedRequest(room.id), 'one network')
    const last = typedRequest(room.id)
    await expect(asks(last, 'one network')).rejects.toMatchObject({ key: 'waitAfterAttempts' })
    expect(await requestsOf(last.email)).toEqual([])
    await asks(last, 'another network')
    expect(await requestsOf(last.email)).toHaveLength(1)
  })

  it('asks while the circulation is open, and for a kind that the group admits', async () => {
    const prepared = await db.circulation.create({
      data: { sessionId: cast.session.id, title: 'Later', openUntil: new Date(Date.now() + 9e7) },
    })
    await expect(asks(typedRequest(prepared.id))).rejects.toMatchObject({ reason: 'not-found' })
    await expect(getPublicCall(cast.session.slug, prepared.id)).rejects.toMatchObject({
      key: 'notFound',
    })
    expect((await listPublicCalls()).map(({ id }) => id)).not.toContain(prepared.id)
    await db.expertGroup.update({
      where: { id: cast.session.groupId },
      data: { stakeholdersMayComment: false },
    })
    expect((await getPublicCall(cast.session.slug, room.id)).kinds).not.toContain('academia')
    await expect(asks(typedRequest(room.id))).rejects.toMatchObject({ key: 'kindNotAdmitted' })
    const organisation = typedRequest(room.id, { kind: 'institute' })
    await asks(organisation)
    expect((await listPublicCalls()).map(({ id }) => id)).toContain(room.id)
    await room.closes()
    expect(await getPublicCall(cast.session.slug, room.id)).toMatchObject({ isOpen: false })
    await expect(asks(typedRequest(room.id))).rejects.toMatchObject({ key: 'takePartClosed' })
    const token = await secretSentTo(organisation.email)
    await expect(proveAddress(visiting, { token })).rejects.toMatchObject({ key: 'takePartClosed' })
    expect((await listPublicCalls()).map(({ id }) => id)).not.toContain(room.id)
    expect((await requests()).waiting).toEqual([])
  })
})
