import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { withdrawAmendment } from '@/lib/amendments/act-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { markRow, putBackRow } from '@/lib/desk/commands'
import { listDeskDrafts } from '@/lib/desk/draft-queries'
import { listDeskProposals } from '@/lib/desk/proposal-queries'
import { getInbox, getInboxCount, listInbox } from '@/lib/desk/queries'
import { coSponsorProposal, withdrawProposal } from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import { follow } from '@/lib/proposals/follows/commands'
import { listFollowable, listFollowed } from '@/lib/proposals/follows/queries'
import { listProposals } from '@/lib/proposals/search/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { noteVisit } from '@/lib/proposals/visits/commands'
import { newSince } from '@/lib/proposals/visits/visit'
import { getProposal } from '@/lib/proposals/queries'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { releaseAmendment } from '@/tests/support/release-amendment'
import { statementsOf } from '@/tests/support/statements'

let cast: Scenario
const { drafts, submits, revises } = proposing(() => cast)
let proposal: { proposalId: string; number: number }

beforeEach(async () => {
  cast = await scenario()
  proposal = await submits(cast.arvenia.head)
})

const rowsOf = async (actor: SignedIn) =>
  (await listInbox(actor)).filter(({ session }) => session?.slug === cast.session.slug)
const kinds = async (actor: SignedIn) =>
  (await rowsOf(actor)).map(({ kind }) => kind).filter((kind) => !/^(propose|comment)$/.test(kind))
const suggests = async (actor: SignedIn) => {
  const id = randomUUID()
  await releaseAmendment(actor, {
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
const revised = async () =>
  submitDraft(
    cast.arvenia.head,
    await revises(cast.arvenia.head, proposal.proposalId, 'Member States should share evidence.'),
  )
const looks = async (actor: SignedIn) => {
  const seen = await getProposal(actor, cast.session, proposal.number)
  await noteVisit(actor, seen)
  return newSince(seen.look, seen.currentNumber)
}

describe('the inbox', () => {
  it('asks the author to decide a suggested change, and shows the proposal’s own words', async () => {
    const id = await suggests(cast.belmara.head)
    const [row] = await rowsOf(cast.arvenia.head)
    expect(row).toMatchObject({
      kind: 'decideChanges',
      states: [cast.belmara.name],
      proposal: { number: proposal.number },
    })
    const { text } = await db.revision.findFirstOrThrow({
      where: { proposalId: proposal.proposalId },
    })
    expect(text.startsWith(row!.excerpt.replace(/ …$/, ''))).toBe(true)
    expect(await kinds(cast.belmara.head)).toEqual(['waitDecision'])
    await withdrawAmendment(cast.belmara.head, { id, reason: 'Overtaken.' })
    expect(await kinds(cast.arvenia.head)).toEqual(['changeWithdrawn'])
    expect(await kinds(cast.belmara.head)).toEqual([])
  })

  it('shows an unsent draft in the language in which it is written', async () => {
    const text = 'ينبغي للدول الأعضاء أن تتبادل الأدلة.'
    await drafts(cast.belmara.head, { text, originalLanguage: 'ar' })
    const { rows } = await getInbox(cast.belmara.head)
    expect(rows.find(({ excerpt }) => excerpt === text)).toMatchObject({ language: 'ar' })
  })

  it('tells a co-sponsor to confirm, until the proposal is withdrawn; a visit ends the news of that', async () => {
    const { proposalId } = proposal
    await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
    await revised()
    expect(await kinds(cast.belmara.head)).toEqual(['confirm'])
    expect(await kinds(cast.arvenia.head)).toEqual(['waitConfirm'])
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: '' })
    expect(await kinds(cast.belmara.head)).toEqual(['withdrawn'])
    await looks(cast.belmara.head)
    expect(await kinds(cast.belmara.head)).toEqual([])
  })

  it('counts what waits or is new, and no row twice that was put away', async () => {
    const before = await getInboxCount(cast.arvenia.head)
    await suggests(cast.belmara.head)
    expect(await getInboxCount(cast.arvenia.head)).toBe(before + 1)
    const id = (await rowsOf(cast.arvenia.head)).find(({ kind }) => kind === 'decideChanges')!
    await markRow(cast.arvenia.head, { subject: id.subject, until: id.at.toISOString() })
    expect(await getInboxCount(cast.arvenia.head)).toBe(before + 1)
    const [row] = await rowsOf(cast.arvenia.head)
    expect(row).toMatchObject({ kind: 'decideChanges', unread: false })
  })

  it('puts a row away for the person alone, never further than they were shown, and never back', async () => {
    const actor = cast.arvenia.head
    const subject = 'newComments:x'
    await markRow(actor, { subject, until: new Date(Date.now() + 9_000_000).toISOString() })
    const mark = await db.deskMark.findFirstOrThrow({
      where: { personId: actor.personId, subject },
    })
    expect(mark.markedAt.getTime()).toBeLessThan(Date.now() + 5_000)
    await markRow(actor, { subject, until: new Date(0).toISOString() })
    expect(await db.deskMark.findFirstOrThrow({ where: { subject } })).toEqual(mark)
    expect(await db.deskMark.count({ where: { subject } })).toBe(1)
  })

  it('shows what a person put away, and puts it back for this person', async () => {
    const actor = cast.belmara.head
    const step = async () => {
      const { rows, putAway } = await getInbox(actor)
      const isStep = ({ kind }: { kind: string }) => kind === 'propose'
      return { row: rows.find(isStep), away: putAway.find(isStep) }
    }
    const { row, away } = await step()
    expect(away).toBeUndefined()
    await markRow(actor, { subject: row!.subject, until: row!.at.toISOString() })
    expect(await step()).toMatchObject({ row: undefined, away: { subject: row!.subject } })
    await putBackRow(cast.arvenia.head, { subject: row!.subject })
    expect((await step()).row).toBeUndefined()
    await putBackRow(actor, { subject: row!.subject })
    expect(await step()).toMatchObject({ row: { subject: row!.subject }, away: undefined })
  })

  it('takes as many statements for thirty rows as for three', async () => {
    const statements = () => statementsOf(() => listInbox(cast.arvenia.head))
    await suggests(cast.belmara.head)
    await coSponsorProposal(cast.belmara.head, {
      proposalId: proposal.proposalId,
      revisionNumber: 1,
    })
    const few = await statements()
    for (let count = 0; count < 10; count += 1) {
      proposal = await submits(cast.arvenia.head)
      await suggests(cast.belmara.head)
    }
    expect(await statements()).toBe(few)
    expect(few).toBeLessThan(60)
  }, 60_000)
})

describe('the facts of a desk', () => {
  it('hold the drafts of the named delegations alone, and proposals that concern them', async () => {
    const { arvenia, belmara, corvina } = cast
    const { id } = await drafts(arvenia.adviser)
    expect((await listDeskDrafts([arvenia.id])).map((draft) => draft.id)).toEqual([id])
    expect(await listDeskDrafts([belmara.id, corvina.id])).toEqual([])
    await suggests(belmara.head)
    const numbers = async (actor: SignedIn, delegation: { id: string }) =>
      (await listDeskProposals(actor, [delegation.id])).map(({ number }) => number)
    expect(await numbers(arvenia.head, arvenia)).toEqual([proposal.number])
    expect(await numbers(belmara.head, belmara)).toEqual([proposal.number])
    expect(await numbers(corvina.head, corvina)).toEqual([])
  })
})

describe('a visit', () => {
  it('knows what was seen before, for each person', async () => {
    expect(await looks(cast.belmara.head)).toBeNull()
    await revised()
    expect(await looks(cast.belmara.head)).toMatchObject({ revision: 1 })
    expect(await looks(cast.belmara.head)).toMatchObject({ revision: 1 })
    expect(await looks(cast.corvina.head)).toBeNull()
  })

  it('finds no news in a revision that the person submitted, and the words of others as new as before', async () => {
    const { head, adviser } = cast.arvenia
    await looks(head)
    await looks(adviser)
    const before = (await getProposal(head, cast.session, proposal.number)).look.earlier
    await revised()
    const { look } = await getProposal(head, cast.session, proposal.number)
    expect(look.earlier).toEqual({ ...before, revisionNumber: 2, sinceRevision: 2 })
    expect(await looks(head)).toMatchObject({ revision: 2 })
    expect(await looks(adviser)).toMatchObject({ revision: 1 })
  })
})

describe('the list of proposals', () => {
  const news = async (actor: SignedIn) =>
    (await listProposals(actor, cast.session, ProposalFilter.parse({}))).proposals.map(
      (proposal) => proposal.news,
    )

  it('marks what the reader has not read, what was revised and what was said since, but for their own', async () => {
    expect(await news(cast.belmara.head)).toEqual(['unread'])
    expect(await news(cast.arvenia.head)).toEqual([null])
    await looks(cast.belmara.head)
    expect(await news(cast.belmara.head)).toEqual([null])
    await suggests(cast.belmara.head)
    expect(await news(cast.belmara.head)).toEqual([null])
    await suggests(cast.corvina.head)
    expect(await news(cast.belmara.head)).toEqual(['said'])
    await revised()
    expect(await news(cast.belmara.head)).toEqual(['revised'])
  })
})

describe('following', () => {
  const followable = async (actor: SignedIn) =>
    listFollowable(actor, await getProposal(actor, cast.session, proposal.number))
  const follows = (actor: SignedIn, kind: 'proposal' | 'agendaItem' | 'state', on = true) =>
    followable(actor).then((items) =>
      follow(actor, { kind, id: items.find((item) => item.kind === kind)!.id, follows: on }),
    )

  it('begins and ends, twice as once, and stands in no record', async () => {
    const actor = cast.corvina.head
    const entries = await cast.recorded()
    await db.follow.deleteMany({ where: { personId: actor.personId } })
    for (const kind of ['proposal', 'agendaItem', 'state'] as const) {
      await follows(actor, kind)
      await follows(actor, kind)
    }
    const items = await followable(actor)
    expect(items.map((item) => item.follows)).toEqual([true, true, true])
    expect((await listFollowed(actor)).map(({ kind }) => kind)).toEqual([
      'state',
      'agendaItem',
      'proposal',
    ])
    expect(await listFollowed(cast.belmara.head)).toEqual([])
    await follows(actor, 'state', false)
    await follows(actor, 'state', false)
    expect(await listFollowed(actor)).toHaveLength(2)
    expect(await cast.recorded()).toEqual(entries)
  })

  it('is refused to whoever takes no part, as if there were nothing', async () => {
    await expect(follows(cast.outsider, 'proposal')).rejects.toMatchObject({ reason: 'not-found' })
    const absent = { kind: 'proposal' as const, id: randomUUID(), follows: true }
    await expect(follow(cast.corvina.head, absent)).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('of an agenda item brings its new proposals to the desk and to the daily letter', async () => {
    const actor = cast.corvina.adviser
    await db.follow.deleteMany({ where: { personId: actor.personId } })
    await follows(actor, 'agendaItem')
    await db.mail.deleteMany({})
    const next = await submits(cast.belmara.head)
    expect(
      (await rowsOf(actor)).map(({ kind, proposal: about }) => [kind, about?.number]),
    ).toContainEqual(['proposed', next.number])
    const lines = await db.digestLine.findMany({ where: { personId: actor.personId } })
    expect(lines).toMatchObject([
      { subject: `Sixth session: new proposal ${next.number}`, morning: null },
    ])
    expect(await db.mail.count({ where: { subject: { contains: 'new proposal' } } })).toBe(0)
    await db.follow.deleteMany({ where: { personId: actor.personId } })
  })
})
