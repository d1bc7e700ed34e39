import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { withdrawAmendment } from '@/lib/amendments/act-commands'
import { releaseComment } from '@/lib/comments/commands'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { WriteComment } from '@/lib/comments/schema'
import { db } from '@/lib/db/client'
import { getDesk } from '@/lib/desk/queries'
import { adoptList } from '@/lib/plenary/adoption'
import { coSponsorProposal, takeOverProposal, withdrawProposal } from '@/lib/proposals/act-commands'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { closePeriod, extendPeriod, openPeriod } from '@/lib/sessions/periods/commands'
import { corrects } from '@/tests/support/correcting'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { stockTakingOfThree, TRAIN } from '@/tests/support/stock-taking'
import { releaseAmendment } from '@/tests/support/release-amendment'

let cast: Scenario
let proposal: { proposalId: string; number: number }
const TEXT = 'A comment that no letter holds.'

beforeEach(async () => {
  cast = await scenario()
  proposal = await proposing(() => cast).submits(cast.arvenia.head)
  await forget()
})

const forget = () => db.mail.deleteMany({})
/** The letters since then, by recipient and subject. */
const mails = () => db.mail.findMany({ orderBy: [{ recipient: 'asc' }, { subject: 'asc' }] })
const recipientsOf = async (subject: string) =>
  (await mails()).filter((mail) => mail.subject.includes(subject)).map(({ recipient }) => recipient)
const mailsOf = async (delegation: { id: string }, maySubmit = true) =>
  (
    await db.person.findMany({
      where: { places: { some: { delegationId: delegation.id, ...(maySubmit && { maySubmit }) } } },
      orderBy: { email: 'asc' },
    })
  ).map(({ email }) => email)
const everybody = async () =>
  (
    await db.person.findMany({
      where: {
        OR: [
          { places: { some: { delegation: { sessionId: cast.session.id } } } },
          { offices: { some: { sessionId: cast.session.id } } },
          { offices: { some: { sessionId: null } } },
        ],
      },
      orderBy: { email: 'asc' },
    })
  ).map(({ email }) => email)

const comment = (change: object = {}) =>
  WriteComment.parse({
    id: randomUUID(),
    proposalId: proposal.proposalId,
    revisionNumber: 1,
    parentId: '',
    position: 'supports',
    passage: '',
    text: TEXT,
    ...change,
  })

describe('a comment', () => {
  it('gives its delegation a receipt, and is told to the author, without its words', async () => {
    await releaseComment(cast.belmara.head, comment())
    expect(await recipientsOf('receipt for a comment on proposal')).toEqual(
      await mailsOf(cast.belmara),
    )
    expect(await recipientsOf('a comment on proposal 1')).toEqual(
      [...(await mailsOf(cast.belmara)), ...(await mailsOf(cast.arvenia))].toSorted(),
    )
    for (const { subject, text } of await mails()) {
      expect(subject).toMatch(/^Sixth session: .*proposal 1$/)
      expect(text).not.toContain(TEXT)
    }
  })

  it('is told to whoever is answered; a draft is told to nobody', async () => {
    await saveCommentDraft(cast.belmara.adviser, comment())
    expect(await mails()).toEqual([])
    const { id } = await releaseComment(cast.belmara.head, comment())
    await forget()
    await releaseComment(cast.corvina.head, comment({ parentId: id }))
    const written = new Set((await mails()).map(({ recipient }) => recipient))
    for (const email of await mailsOf(cast.belmara)) expect(written).toContain(email)
  })

  it('sent twice is told once', async () => {
    const written = comment()
    await releaseComment(cast.belmara.head, written)
    const count = (await mails()).length
    await releaseComment(cast.belmara.head, written)
    expect(await mails()).toHaveLength(count)
  })
})

describe('a suggested change', () => {
  const suggests = async () => {
    const id = randomUUID()
    await releaseAmendment(cast.belmara.head, {
      id,
      proposalId: proposal.proposalId,
      revisionNumber: 1,
      version: 0,
      body: '',
      text: 'Member States should do otherwise.',
      reason: 'Clearer.',
    })
    return id
  }

  it('is told to all who stand for the text as it comes and as it is withdrawn', async () => {
    const { proposalId } = proposal
    await coSponsorProposal(cast.corvina.head, { proposalId, revisionNumber: 1 })
    await forget()
    const id = await suggests()
    const concerned = [
      ...(await mailsOf(cast.arvenia)),
      ...(await mailsOf(cast.corvina)),
    ].toSorted()
    expect(await recipientsOf('Sixth session: a suggested change to proposal 1')).toEqual(concerned)
    await withdrawAmendment(cast.belmara.head, { id, reason: '' })
    expect(
      await recipientsOf('Sixth session: suggested change 1 to proposal 1 was withdrawn'),
    ).toEqual(concerned)
  })

  it('is told to the author, without its words', async () => {
    await suggests()
    expect(await recipientsOf('Sixth session: a suggested change to proposal 1')).toEqual(
      await mailsOf(cast.arvenia),
    )
    for (const { text } of await mails()) expect(text).not.toContain('otherwise')
  })
})

describe('a withdrawal', () => {
  it('gives the author a receipt, and is told to co-sponsors and commentators', async () => {
    const { proposalId } = proposal
    await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
    await releaseComment(cast.corvina.head, comment())
    const kept = comment({ text: 'Not released.' })
    await saveCommentDraft(cast.belmara.head, kept)
    expect((await getDesk(cast.belmara.head)).drafts).toHaveLength(1)
    await forget()
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: 'Overtaken.' })
    expect(await recipientsOf('Sixth session: receipt for the withdrawal of proposal 1')).toEqual(
      await mailsOf(cast.arvenia),
    )
    expect(await recipientsOf('Sixth session: proposal 1 was withdrawn')).toEqual(
      [...(await mailsOf(cast.belmara)), ...(await mailsOf(cast.corvina))].toSorted(),
    )
    // The desk offers no draft that can no longer be released.
    expect((await getDesk(cast.belmara.head)).drafts).toEqual([])
  })
})

describe('a taking over', () => {
  it('gives the State a receipt, and is told to the author and to those whom it concerns', async () => {
    const { proposalId } = proposal
    await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
    await releaseComment(cast.corvina.head, comment())
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: 'Overtaken.' })
    await forget()
    await takeOverProposal(cast.belmara.head, { proposalId, reason: 'Still needed.' })
    expect(await recipientsOf('Sixth session: receipt for taking over proposal 1')).toEqual(
      await mailsOf(cast.belmara),
    )
    expect(await recipientsOf('Sixth session: proposal 1 was taken over')).toEqual(
      [...(await mailsOf(cast.arvenia)), ...(await mailsOf(cast.corvina))].toSorted(),
    )
    for (const { text } of await mails()) expect(text).not.toContain('Still needed.')
  })
})

describe('everybody at the session', () => {
  it('is told of a period that opens, is extended and is closed, once each', async () => {
    await cast.closes('comments')
    const { id: sessionId } = cast.session
    const later = (days: number) => new Date(Date.now() + days * 86_400_000)
    await openPeriod(cast.secretariat, { sessionId, kind: 'comments', openUntil: later(2) })
    expect(await recipientsOf('Sixth session: comments open until')).toEqual(await everybody())
    const { id: periodId } = await db.period.findFirstOrThrow({
      where: { sessionId, kind: 'comments', closedAt: null },
    })
    const reason = 'The texts were late.'
    await extendPeriod(cast.secretariat, { periodId, reason, openUntil: later(4) })
    const told = await db.mail.findFirstOrThrow({ where: { subject: { contains: 'extended' } } })
    expect(told.text).toContain(`Reason: ${reason}\n\nhttp`)
    expect(await recipientsOf('Sixth session: comments extended until')).toEqual(await everybody())
    await closePeriod(cast.secretariat, { periodId })
    expect(await recipientsOf('Sixth session: comments closed')).toEqual(await everybody())
  })

  it('is led to a page that is open to each, by a letter on the submission of proposals', async () => {
    await cast.closes('submission')
    const { id: sessionId, slug } = cast.session
    const openUntil = new Date(Date.now() + 86_400_000)
    await openPeriod(cast.secretariat, { sessionId, kind: 'submission', openUntil })
    const subject = { contains: 'submission of proposals open until' }
    const letters = await db.mail.findMany({ where: { subject, text: { contains: slug } } })
    expect(letters.length).toBe((await everybody()).length)
    for (const { text } of letters) expect(text.trim()).toMatch(/\/proposals$/)
  })

  it('is told of an issued list', async () => {
    const { slug } = cast.session
    const proposalIds = [proposal.proposalId]
    await placeProposals(cast.rapporteur, { slug, proposalIds, headingId: '', newHeading: 'A' })
    const { version } = await getList(cast.secretariat, cast.session)
    await issueList(cast.secretariat, { slug, version })
    expect(await recipientsOf('Sixth session: the preliminary list is issued')).toEqual(
      await everybody(),
    )
  })
})

describe('at the stock-taking', () => {
  it('rewording tells a person once an hour at most, in one letter', async () => {
    const { cast: taking, train, share } = await stockTakingOfThree()
    const [first, second] = [
      await taking.makes([train], TRAIN),
      await taking.makes([share], 'Member States should share information.'),
    ]
    await forget()
    const letters = async () => {
      const all = await mails()
      const [recipient] = all.map((mail) => mail.recipient)
      return all.filter((mail) => mail.recipient === recipient)
    }
    await taking.rewords(first, 1, 'Train some teachers.', 'Shorter.')
    await taking.rewords(second, 1, 'Share more.', 'Clearer.')
    const waiting = await letters()
    expect(waiting).toHaveLength(1)
    // The first letter waits only for the sending loop.
    expect(waiting[0]!.nextAttemptAt.getTime()).toBeLessThanOrEqual(Date.now() + 1_000)
    expect(waiting[0]!.text).toContain('para. 1 (a)')
    expect(waiting[0]!.text).toContain('para. 1 (c)')
    expect(waiting[0]!.text).toContain('Shorter.; Clearer.')
    // After the letter was sent, later rewordings wait for an hour.
    await db.mail.updateMany({ data: { sentAt: new Date(), attempts: 1 } })
    await taking.rewords(first, 2, 'Train a few teachers.', 'Even shorter.')
    await taking.rewords(first, 3, 'Train two teachers.', 'In figures.')
    const after = await letters()
    expect(after).toHaveLength(2)
    const next = after.find(({ sentAt }) => sentAt === null)!
    expect(next.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 3_500_000)
    expect(next.text).toContain('Even shorter.; In figures.')
  })

  it('the adoption and a corrigendum are told to everybody, and to States that are not there', async () => {
    const { cast: taking, slug, train, ratify, share } = await stockTakingOfThree()
    cast = taking
    const absent = await mailsOf(taking.belmara)
    const item = await taking.makes([train, ratify], TRAIN)
    await taking.setsAside([share])
    await forget()
    await adoptList(taking.chair, { slug, meeting: 2 })
    expect(await recipientsOf('Sixth session: the list is adopted')).toEqual(await everybody())
    expect(absent.length).toBeGreaterThan(0)
    await corrects(taking, { slug, id: item, text: 'Train all.', reason: 'A slip.' })
    expect(await recipientsOf('Sixth session: corrigendum 1 to the adopted list')).toEqual(
      await everybody(),
    )
    for (const { text } of await mails()) expect(text).not.toContain('Train all.')
    const corrected = (await mails()).filter(({ subject }) => subject.includes('corrigendum 1'))
    for (const { text } of corrected)
      expect(text).toContain('It corrects item 1 (a). Reason: A slip.')
  })

  it('the adoption is told to a State that is only asked for comments where it submitted before', async () => {
    const { cast: taking, slug, train, ratify, share } = await stockTakingOfThree()
    cast = taking
    const [head] = await mailsOf(taking.belmara)
    await taking.makes([train, ratify], TRAIN)
    await taking.setsAside([share])
    const { id } = taking.belmara
    await db.representative.updateMany({
      where: { delegationId: id },
      data: { endedAt: new Date() },
    })
    await db.delegation.update({ where: { id }, data: { state: 'announced' } })
    await forget()
    await adoptList(taking.chair, { slug, meeting: 2 })
    expect(await recipientsOf('Sixth session: the list is adopted')).toContain(head)
  })
})
