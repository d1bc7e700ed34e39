import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { adoptList } from '@/lib/plenary/adoption'
import {
  coSponsorProposal,
  leaveCoSponsorship,
  withdrawProposal,
} from '@/lib/proposals/act-commands'
import { rebaseDraft, startRevision } from '@/lib/proposals/drafts/commands'
import {
  moveListItem,
  placeProposals,
  removeListItem,
  updateListItem,
} from '@/lib/proposals/preliminary-list/commands'
import {
  addHeading,
  moveHeading,
  removeHeading,
  renameHeading,
} from '@/lib/proposals/preliminary-list/heading-commands'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { stockTaking } from '@/tests/support/stock-taking'

// The results of the acts of an author, a co-sponsor and the compilers of the list in every state of a
// proposal and of its list. • the act is done; a letter is the refusal that the person reads.
const refusals: Record<string, string> = {
  A: 'withdrawalAgreed',
  D: 'withdrawalTooLate',
  I: 'listIssued',
  M: 'listMoved',
  N: 'withdrawnNotPlaced',
  P: 'coSponsorsPrinted',
  W: 'proposalWithdrawn',
}

async function played(act: () => Promise<unknown>): Promise<string> {
  try {
    await act()
    return '•'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return Object.keys(refusals).find((letter) => refusals[letter] === error.key) ?? error.key
  }
}

let cast: Scenario
const { submits, drafts } = proposing(() => cast)
beforeAll(async () => {
  cast = await scenario()
})

/** A proposal of the author's, co-sponsored, in a state; `author` and `other` can act where it was made. */
type Cell = { proposalId: string; author: SignedIn; other: SignedIn }
const states = {
  submitted: async (): Promise<Cell> => {
    const { proposalId } = await submits(cast.arvenia.head)
    await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
    return { proposalId, author: cast.arvenia.head, other: cast.belmara.head }
  },
  withdrawn: async (): Promise<Cell> => {
    const cell = await states.submitted()
    await withdrawProposal(cell.author, { proposalId: cell.proposalId, reason: '' })
    return cell
  },
  'on the list in the making': async (): Promise<Cell> => {
    const cell = await states.submitted()
    await memberships(cell.proposalId)
    return cell
  },
  'on the issued list': () => consolidated('issued'),
  'part of an item': () => consolidated('pending'),
  'part of an agreed item': () => consolidated('agreed'),
  'part of the adopted list': () => consolidated('adopted'),
} as const

const memberships = (proposalId: string) =>
  placeProposals(cast.rapporteur, {
    slug: cast.session.slug,
    proposalIds: [proposalId],
    headingId: '',
    newHeading: 'Cooperation',
  })

async function consolidated(status: 'issued' | 'pending' | 'agreed' | 'adopted'): Promise<Cell> {
  const stock = await stockTaking(['Member States should train judges.'])
  const { proposal } = await db.itemProposal.findFirstOrThrow({
    where: { itemId: stock.sources[0]! },
    include: { proposal: true },
  })
  const { id: proposalId, sessionId, delegationId } = proposal
  const there = (actor: SignedIn, ownDelegationId: string): SignedIn => {
    const place = { ...actor.memberships[0]!, sessionId, delegationId: ownDelegationId }
    return { ...actor, memberships: [...actor.memberships, place] }
  }
  const belmara = stock.past.get(stock.belmara.id)!
  await db.coSponsorship.create({
    data: { proposalId, delegationId: belmara, revisionNumber: 1 },
  })
  if (status !== 'issued') {
    const id = await stock.makes([stock.sources[0]!], 'Member States should train judges.')
    if (status === 'agreed') await stock.declares(id, 'agreed')
    if (status === 'adopted') await adoptList(stock.chair, { slug: stock.slug, meeting: 1 })
  }
  const author = there(stock.arvenia.head, delegationId)
  return { proposalId, author, other: there(stock.belmara.head, belmara) }
}

describe('each act on a proposal, in each state', () => {
  // submitted, withdrawn, on the list in the making, on the issued list, part of an item, of an agreed
  // item, of the adopted list
  // biome-ignore format: it is read as a table
  const table: [act: string, cells: string, play: (cell: Cell) => Promise<unknown>][] = [
    ['withdraw',   '•••••AD', ({ author, proposalId }) => withdrawProposal(author, { proposalId, reason: '' })],
    ['co-sponsor', '•W•PPPP', ({ other, proposalId }) => coSponsorProposal(other, { proposalId, revisionNumber: 1 })],
    ['leave',      '•••PPPP', ({ other, proposalId }) => leaveCoSponsorship(other, { proposalId })],
  ]
  test.each(table)('%s', async (_, cells, play) => {
    const drawn: string[] = []
    for (const make of Object.values(states)) {
      const cell = await make()
      drawn.push(await played(() => play(cell)))
    }
    expect(drawn.join('')).toBe(cells)
  })

  test('a revision is begun on one that is not withdrawn', async () => {
    const begins = ({ author, proposalId }: Cell) => startRevision(author, { proposalId })
    expect(await played(async () => begins(await states.submitted()))).toBe('•')
    expect(await played(async () => begins(await states.withdrawn()))).toBe('W')
  })

  test('a draft that was submitted is not based on another revision any more', async () => {
    const { id, version } = await drafts(cast.arvenia.head)
    const { submitDraft } = await import('@/lib/proposals/commands')
    await submitDraft(cast.arvenia.head, { id, version })
    await expect(rebaseDraft(cast.arvenia.head, { id, version })).rejects.toMatchObject({
      key: 'draftSubmitted',
    })
  })
})

describe('each act of compiling, on a list in the making and on an issued one', () => {
  const list = () => getList(cast.rapporteur, cast.session)
  let free: string
  let withdrawn: string
  beforeAll(async () => {
    cast = await scenario()
    for (const name of ['first', 'second', 'third'])
      await memberships(
        (await submits(cast.arvenia.head, { text: `States should be ${name}.` })).proposalId,
      )
    free = (await submits(cast.belmara.head, { text: 'States should be free.' })).proposalId
    withdrawn = (await submits(cast.belmara.head, { text: 'States should be off.' })).proposalId
    await withdrawProposal(cast.belmara.head, { proposalId: withdrawn, reason: '' })
    await addHeading(cast.rapporteur, { slug: cast.session.slug, title: 'Prevention' })
  })
  const where = async () => {
    const { headings, version } = await list()
    const [first, second] = headings
    const itemId = first!.items[0]!.id
    return {
      slug: cast.session.slug,
      headingId: first!.id,
      itemId,
      version,
      empty: second?.id ?? first!.id,
    }
  }
  const acts: [act: string, cells: string, play: () => Promise<unknown>][] = [
    ['place a withdrawn proposal', 'NI', () => memberships(withdrawn)],
    ['place a proposal', '•I', () => memberships(free)],
    ['update an item', '•I', async () => updateListItem(cast.rapporteur, await where())],
    [
      'move an item',
      '•I',
      async () => moveListItem(cast.rapporteur, { ...(await where()), position: 2 }),
    ],
    [
      'add a heading',
      '•I',
      () => addHeading(cast.rapporteur, { slug: cast.session.slug, title: 'Capacity' }),
    ],
    [
      'rename a heading',
      '•I',
      async () => renameHeading(cast.rapporteur, { ...(await where()), title: 'Renamed' }),
    ],
    [
      'move a heading',
      '•I',
      async () => moveHeading(cast.rapporteur, { ...(await where()), position: 1 }),
    ],
    [
      'remove an empty heading',
      '•I',
      async () =>
        removeHeading(cast.rapporteur, { ...(await where()), headingId: (await where()).empty }),
    ],
    ['remove an item', '•I', async () => removeListItem(cast.rapporteur, await where())],
    [
      'issue an older version',
      'MI',
      async () => issueList(cast.secretariat, { slug: cast.session.slug, version: 1 }),
    ],
    ['issue', '•I', async () => issueList(cast.secretariat, await where())],
  ]
  const drawn = new Map<string, string>()
  test('in the making', async () => {
    for (const [act, , play] of acts) drawn.set(act, await played(play))
    expect([...drawn.values()]).toEqual(acts.map(([, cells]) => cells[0]))
  })
  test('issued', async () => {
    for (const [act, cells, play] of acts) expect(await played(play), act).toBe(cells[1])
  })
})

describe('positions after a removal', () => {
  test('what is added at the end is at the end, whatever was removed before', async () => {
    cast = await scenario()
    const { slug } = cast.session
    const list = () => getList(cast.rapporteur, cast.session)
    const texts = async () => (await list()).headings[0]!.items.map(({ text }) => text)
    const placesText = async (text: string) =>
      memberships((await submits(cast.arvenia.head, { text })).proposalId)
    for (const text of ['A.', 'B.', 'C.', 'D.']) await placesText(text)
    const removes = async (text: string) => {
      const items = (await list()).headings[0]!.items
      await removeListItem(cast.rapporteur, {
        slug,
        itemId: items.find((item) => item.text === text)!.id,
      })
    }
    await removes('A.')
    await removes('B.')
    await placesText('E.')
    expect(await texts()).toEqual(['C.', 'D.', 'E.'])
    const titles = async () => (await list()).headings.map(({ title }) => title)
    for (const title of ['Second', 'Third', 'Fourth'])
      await addHeading(cast.rapporteur, { slug, title })
    const second = (await list()).headings.find(({ title }) => title === 'Second')!
    await removeHeading(cast.rapporteur, { slug, headingId: second.id })
    await addHeading(cast.rapporteur, { slug, title: 'Last' })
    expect(await titles()).toEqual(['Cooperation', 'Third', 'Fourth', 'Last'])
    const first = (await list()).headings[0]!.items[0]!
    await moveListItem(cast.rapporteur, {
      slug,
      itemId: first.id,
      headingId: (await list()).headings[0]!.id,
      position: 99,
    })
    expect(await texts()).toEqual(['D.', 'E.', 'C.'])
  })
})
