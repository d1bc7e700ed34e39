import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { withdrawAmendment } from '@/lib/amendments/act-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { startAmendment } from '@/lib/amendments/drafts/commands'
import { releaseComment } from '@/lib/comments/commands'
import type { WriteComment } from '@/lib/comments/schema'
import { recalculateWithdrawn } from '@/lib/consolidation/outcomes/withdrawals'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { castDelegations } from '@/lib/demonstration/cast'
import { listInbox } from '@/lib/desk/queries'
import { takeOverProposal, withdrawProposal } from '@/lib/proposals/act-commands'
import { withCoSponsors } from '@/lib/proposals/co-sponsors'
import { follow } from '@/lib/proposals/follows/commands'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { getProposal } from '@/lib/proposals/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { listProposals } from '@/lib/proposals/search/queries'
import { authorAndTaker } from '@/lib/proposals/withdrawal/author-and-taker'
import { type Amending, amending } from '@/tests/support/amending'

const HEAD_OF_CORVINA = castDelegations.corvina.people.head.email

let act: Amending
let cast: Amending['cast']

/** Corvina takes the proposal of Arvenia over, to which Belmara suggests a change and about which it asks. */
beforeEach(async () => {
  act = await amending()
  ;({ cast } = act)
  const { proposalId } = act
  await act.releases(cast.belmara.head)
  await comments(cast.belmara.head, { position: 'question', text: 'Which laws?' })
  const { id: parentId } = await comments(cast.belmara.head, {
    position: 'question',
    text: 'Which evidence?',
  })
  await comments(cast.arvenia.head, { text: 'All evidence.', parentId })
  await withdrawProposal(cast.arvenia.head, { proposalId, reason: '' }, recalculateWithdrawn)
  await takeOverProposal(cast.corvina.head, { proposalId, reason: '' }, recalculateWithdrawn)
})

const comments = (actor: SignedIn, change: Partial<WriteComment>) =>
  releaseComment(actor, {
    id: randomUUID(),
    proposalId: act.proposalId,
    revisionNumber: 1,
    category: 'general',
    position: 'none',
    passage: '',
    text: '',
    parentId: '',
    replacesId: '',
    onBehalfOfId: '',
    ...change,
  })

const rowsOf = async (actor: SignedIn) =>
  (await listInbox(actor)).filter(({ proposal }) => proposal?.id === act.proposalId)

describe('a proposal that another State took over', () => {
  it('asks nothing more of the State that withdrew it', async () => {
    expect(await rowsOf(cast.arvenia.head)).toEqual([])
  })

  it('brings questions and news to the State that answers for it now', async () => {
    const rows = await rowsOf(cast.corvina.head)
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
      'answerQuestions',
      'newChanges',
      'newComments',
    ])
    // The other question was answered by the author.
    expect(rows.find(({ kind }) => kind === 'answerQuestions')?.values).toEqual({ count: 1 })
  })

  it('lets nobody wait for a decision that nobody can take', async () => {
    const rows = await rowsOf(cast.belmara.head)
    expect(rows).toMatchObject([
      { kind: 'waitAnswer', states: ['Corvina'] },
      { kind: 'replies', states: ['Arvenia'] },
    ])
  })

  it('tells that State by letter what others say of it', async () => {
    const before = await db.mail.count({ where: { recipient: HEAD_OF_CORVINA } })
    await comments(cast.doranta.head, { text: 'We thank Corvina.' })
    const { id } = await act.releases(cast.doranta.head)
    await withdrawAmendment(cast.doranta.head, { id, reason: '' })
    const letters = await db.mail.findMany({
      where: { recipient: HEAD_OF_CORVINA },
      orderBy: { createdAt: 'asc' },
      skip: before,
    })
    expect(letters.map(({ subject }) => subject.split(': ')[1])).toEqual([
      'a comment on proposal 1',
      'a suggested change to proposal 1',
      expect.stringContaining('withdr'),
    ])
  })

  it('stands in the list under both States, and as that State’s own', async () => {
    const listed = async (actor: SignedIn, state = '') =>
      (await listProposals(actor, cast.session, ProposalFilter.parse({ state }))).proposals
    expect(await listed(cast.lumeria.head)).toMatchObject([
      { delegationName: 'Arvenia', takenOverBy: 'Corvina', withdrawn: false },
    ])
    expect(await listed(cast.corvina.head, 'ours')).toHaveLength(1)
    expect(await listed(cast.belmara.head, 'ours')).toHaveLength(0)
  })

  it('is named on the desk of the preliminary list under both States', async () => {
    await db.preliminaryList.create({ data: { sessionId: cast.session.id } })
    const { unplaced } = await getList(cast.rapporteur, cast.session)
    expect(unplaced.map(authorAndTaker)).toEqual(['Arvenia, taken over by Corvina'])
  })

  it('is named in its files under both States, an earlier revision under its author alone', async () => {
    const proposal = await getProposal(cast.belmara.head, cast.session, 1)
    expect(withCoSponsors('Revision 1.', proposal, 1)).toMatch(
      /^Revision 1\. Taken over by Corvina on /,
    )
    expect(withCoSponsors('Revision 1.', { ...proposal, currentNumber: 2 }, 1)).toBe('Revision 1.')
  })

  it('is told of by a letter that names that State, where its deletion is suggested', async () => {
    const { proposalId } = act
    const draft = await startAmendment(cast.doranta.head, { proposalId, deletes: 'yes' })
    await releaseAmendmentDraft(cast.doranta.head, { id: draft.id, version: 1 })
    const letter = await lastLetterTo(HEAD_OF_CORVINA)
    expect(letter).toContain('proposal 1, which Corvina took over')
    expect(letter).not.toContain('The author can withdraw')
  })

  it('is told of to those who follow the State that took it over', async () => {
    const other = await amending()
    const { proposalId } = other
    await other.releases(other.cast.belmara.head)
    await follow(other.cast.estavia.head, {
      kind: 'state',
      id: other.cast.corvina.id,
      follows: true,
    })
    const { personId } = other.cast.estavia.head
    await db.letterChoice.create({ data: { personId, kind: 'followed', timing: 'atOnce' } })
    await withdrawProposal(other.cast.arvenia.head, { proposalId, reason: '' })
    await takeOverProposal(other.cast.corvina.head, { proposalId, reason: '' })
    expect(await lastLetterTo(castDelegations.estavia.people.head.email)).toContain(
      'Corvina took over the proposal',
    )
  })
})

const lastLetterTo = async (recipient: string) =>
  (await db.mail.findFirstOrThrow({ where: { recipient }, orderBy: { createdAt: 'desc' } })).text
