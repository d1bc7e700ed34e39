import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { linkSources, takeBackOutcome } from '@/lib/consolidation/desk/source-commands'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { namesOf } from '@/lib/consolidation/outputs/print-model'
import { findWithdrawnItems } from '@/lib/consolidation/outcomes/queries'
import { recalculateWithdrawn } from '@/lib/consolidation/outcomes/withdrawals'
import { getSources } from '@/lib/consolidation/desk/queries/source-queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { adoptList } from '@/lib/plenary/adoption'
import { takeOverProposal, withdrawProposal } from '@/lib/proposals/act-commands'
import { getTakeOverRule } from '@/lib/proposals/withdrawal/take-over-rule'
import { getProposal } from '@/lib/proposals/queries'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { getSession } from '@/lib/sessions/queries'
import { openOverAll } from '@/tests/support/covering'
import { proposing } from '@/tests/support/proposing'
import { scenario } from '@/tests/support/scenario'
import { stockTaking, type StockTaking } from '@/tests/support/stock-taking'

const ACT = 'Member States should act.'
let cast: StockTaking
let item: string
let proposalId: string
let author: SignedIn

beforeEach(async () => {
  cast = await stockTaking([ACT])
  item = cast.sources[0]!
  ;({ proposalId, author } = await authored(item))
})

/** The proposal that a preliminary item stands for, and its author where it was made. */
async function authored(itemId: string) {
  const { proposal } = await db.itemProposal.findFirstOrThrow({
    where: { itemId },
    include: { proposal: true },
  })
  const { head } = cast.arvenia
  const { sessionId, delegationId } = proposal
  const there = { ...head.memberships[0]!, sessionId, delegationId }
  return { proposalId: proposal.id, author: { ...head, memberships: [...head.memberships, there] } }
}

const withdraws = (actor = author) =>
  withdrawProposal(actor, { proposalId, reason: '' }, recalculateWithdrawn)
const takesOver = (actor: SignedIn) =>
  takeOverProposal(actor, { proposalId, reason: '' }, recalculateWithdrawn)
/** Another State suggests a change, so the proposal is not its author's alone. */
async function isAmended(): Promise<void> {
  const { sessionId, delegationId } = await db.proposal.findUniqueOrThrow({
    where: { id: proposalId },
  })
  const existing = await db.delegation.findFirst({
    where: { sessionId, id: { not: delegationId } },
  })
  const text = 'Member States should act at once.'
  await db.amendment.create({
    data: {
      proposalId,
      sessionId,
      revisionNumber: 1,
      delegationId: existing?.id ?? delegationId,
      number: 1,
      body: {},
      text,
      textHash: '0'.repeat(64),
      reason: '',
    },
  })
}
const outcome = async () =>
  (await db.outcome.findFirst({ where: { itemId: item, supersededAt: null } }))?.kind ?? null
const adopts = () => adoptList(cast.chair, { slug: cast.slug, meeting: 1 })

describe('what all its authors withdrew before the stock-taking decides', () => {
  it('has the outcome withdrawn, whatever was made of it, and hinders adoption', async () => {
    const id = await cast.makes([item], ACT)
    expect(await outcome()).toBe('adoptedAsIs')
    await withdraws()
    expect(await outcome()).toBe('withdrawn')
    expect(await findWithdrawnItems(cast.chair, cast.session)).toEqual([id])
    await expect(findWithdrawnItems(cast.outsider, cast.session)).rejects.toMatchObject({
      key: 'notFound',
    })
    await expect(adopts()).rejects.toMatchObject({ key: 'withdrawnItemsHinder' })
  })

  it('has it without an act, also where the stock-taking is opened later', async () => {
    const later = await scenario({ kind: 'stockTaking' })
    const session = await db.session.update({
      where: { id: later.session.id },
      data: { groupId: cast.session.groupId, ordinal: 9 },
    })
    await withdraws()
    await openOverAll(later.secretariat, session.slug)
    const given = await db.outcome.findFirst({
      where: { itemId: item, supersededAt: null, list: { sessionId: session.id } },
    })
    expect(given?.kind).toBe('withdrawn')
  })

  it('is asked about before its words are taken, and the answer is in the record', async () => {
    await withdraws()
    const [source] = await getSources(cast.rapporteur, await view(), [item])
    expect(source).toMatchObject({ withdrawn: true, takenOverBy: [] })
    const made = { slug: cast.slug, id: randomUUID(), itemIds: [item], headingId: '', before: '' }
    await expect(makeOfSources(cast.rapporteur, made)).rejects.toMatchObject({
      key: 'sourcesWithdrawn',
      field: 'withdrawnConfirmed',
    })
    const id = await cast.makes([], 'Another.')
    const link = { slug: cast.slug, id, itemIds: [item], reason: '', strengthConfirmed: true }
    await expect(linkSources(cast.rapporteur, link)).rejects.toMatchObject({
      key: 'sourcesWithdrawn',
    })
    await linkSources(cast.rapporteur, { ...link, withdrawnConfirmed: true })
    // A linked source is not asked about again.
    await linkSources(cast.rapporteur, { ...link, taken: 'idea' })
    expect(await outcome()).toBe('withdrawn')
    const events = (await cast.recorded()).map(({ event }) => event)
    expect(events.filter((event) => event === 'consolidation.withdrawnTaken')).toHaveLength(1)
  })

  it('is given no other outcome by decision', async () => {
    await withdraws()
    await expect(cast.setsAside([item])).rejects.toMatchObject({ key: 'withdrawnIsOutcome' })
    await expect(
      takeBackOutcome(cast.rapporteur, { slug: cast.slug, itemId: item }),
    ).rejects.toMatchObject({ key: 'withdrawnIsOutcome' })
  })
})

describe('taking over', () => {
  const view = () => getSession(cast.rapporteur, cast.slug)

  it('gives the item its outcome again; both States are named, on the page and in outputs', async () => {
    await isAmended()
    await cast.makes([item], ACT)
    await withdraws()
    await takesOver(cast.corvina.head)
    await takesOver(cast.corvina.head)
    expect(await outcome()).toBe('adoptedAsIs')
    await adopts()
    const printed = await getPrintedList(cast.chair, await view())
    expect(namesOf(printed.sources[0]!)).toEqual(['Arvenia, taken over by Corvina'])
    const { sessionId, number } = await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    const proposal = await getProposal(cast.corvina.head, { id: sessionId }, number)
    expect(proposal).toMatchObject({ takenOver: { name: 'Corvina' }, decided: 'adopted' })
    const entries = await db.recordEntry.findMany({ where: { subjectId: proposalId } })
    expect(entries.map(({ event }) => event)).toEqual(['proposal.withdrawn', 'proposal.takenOver'])
    await expect(withdraws(cast.corvina.head)).rejects.toMatchObject({ key: 'withdrawalTooLate' })
  })

  it('makes the item that State’s own: it is told what becomes of it, sees it, and may disagree', async () => {
    const { head } = cast.corvina
    const told = async () =>
      (await db.mail.findMany({ where: { recipient: 'celia.montaro@corvina.example' } })).map(
        ({ subject }) => subject,
      )
    await isAmended()
    await withdraws()
    const id = await cast.makes([], 'Member States should do something.')
    await takesOver(head)
    await db.mail.deleteMany({ where: { circulationLetters: { none: {} } } })
    await linkSources(cast.rapporteur, {
      slug: cast.slug,
      id,
      itemIds: [item],
      reason: '',
      strengthConfirmed: true,
    })
    expect(await told()).toHaveLength(1)
    const ours = await cast.ours(head)
    expect(ours.proposals).toMatchObject([
      { id: proposalId, own: false, takenOver: true, items: [{ id: item, surviving: [{ id }] }] },
    ])
    expect(ours.changes).toMatchObject([{ kind: 'item', id: item }])
    await cast.disagrees(head, item, { id, wording: 1 })
    await expect(cast.disagrees(cast.belmara.head, item, { id, wording: 1 })).rejects.toMatchObject(
      { key: 'disagreementNotYours' },
    )
    // It is told of the adoption, too, where it has no place at the stock-taking any more.
    await db.delegation.update({ where: { id: cast.corvina.id }, data: { state: 'withdrawn' } })
    await adopts()
    expect(await told()).toHaveLength(2)
  })

  it('is another Member State’s, through somebody who may submit', async () => {
    await isAmended()
    await expect(takesOver(cast.corvina.head)).rejects.toMatchObject({
      key: 'takeOverNotWithdrawn',
    })
    await withdraws()
    const otherActors = [
      author,
      cast.corvina.adviser,
      cast.lumeria.head,
      cast.chair,
      cast.secretariat,
    ]
    for (const actor of otherActors)
      await expect(takesOver(actor)).rejects.toMatchObject({ key: 'takeOverNotAllowed' })
    await takesOver(cast.corvina.head)
    await expect(takesOver(cast.belmara.head)).rejects.toMatchObject({
      key: 'takeOverNotWithdrawn',
    })
  })

  it('needs a co-sponsor or a suggested change from before: else it is its author’s alone', async () => {
    await withdraws()
    await expect(takesOver(cast.corvina.head)).rejects.toMatchObject({ key: 'takeOverNotShared' })
    const row = await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    expect(await getTakeOverRule(row)).toMatchObject({ shared: false })
  })

  it('ends when that State withdraws it too; a third may take it over then', async () => {
    await isAmended()
    await withdraws()
    await takesOver(cast.corvina.head)
    await expect(withdraws(author)).rejects.toMatchObject({ key: 'withdrawalNotYours' })
    await withdraws(cast.corvina.head)
    expect(await outcome()).toBe('withdrawn')
    await takesOver(cast.belmara.head)
    expect(await outcome()).toBeNull()
    expect(await db.takeOver.count({ where: { proposalId, endedAt: null } })).toBe(1)
  })

  it('is refused after the adoption', async () => {
    await isAmended()
    await withdraws()
    await cast.makes([], 'Another.')
    await adopts()
    await expect(takesOver(cast.corvina.head)).rejects.toMatchObject({ key: 'takeOverNotAllowed' })
  })
})

const view = () => getSession(cast.rapporteur, cast.slug)

describe('before the list is issued', () => {
  it('a co-sponsor takes it over, and it can be co-sponsored and placed again', async () => {
    const session = await scenario()
    const { submits } = proposing(() => session)
    const { coSponsorProposal } = await import('@/lib/proposals/act-commands')
    const { placeProposals } = await import('@/lib/proposals/preliminary-list/commands')
    const made = await submits(session.arvenia.head)
    const id = made.proposalId
    const agreed = { proposalId: id, revisionNumber: 1 }
    await coSponsorProposal(session.belmara.head, agreed)
    await withdrawProposal(session.arvenia.head, { proposalId: id, reason: '' })
    await expect(coSponsorProposal(session.corvina.head, agreed)).rejects.toMatchObject({
      key: 'proposalWithdrawn',
    })
    await takeOverProposal(session.belmara.head, { proposalId: id, reason: 'Ours too.' })
    const row = await getProposal(session.corvina.head, session.session, 1)
    expect(row).toMatchObject({
      takenOver: { name: 'Belmara', reason: 'Ours too.' },
      coSponsors: [],
    })
    await expect(coSponsorProposal(session.belmara.head, agreed)).rejects.toMatchObject({
      key: 'coSponsorNotAllowed',
    })
    await coSponsorProposal(session.corvina.head, agreed)
    await placeProposals(session.rapporteur, {
      slug: session.session.slug,
      proposalIds: [id],
      headingId: '',
      newHeading: 'Cooperation',
    })
    const list = await getList(session.rapporteur, session.session)
    expect(list.headings[0]?.items[0]?.attribution).toEqual(['Arvenia', 'Belmara', 'Corvina'])
    const { version } = list
    await issueList(session.secretariat, { slug: session.session.slug, version })
    expect(await db.itemProposal.findFirst({ where: { proposalId: id } })).toMatchObject({
      attribution: ['Arvenia', 'Belmara', 'Corvina'],
    })
  })
})
