import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { coSponsorProposal, withdrawProposal } from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import { startDraft, startRevision } from '@/lib/proposals/drafts/commands'
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
import { beforeIssue } from '@/lib/proposals/preliminary-list/before-issue'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { findIssuedList, getList } from '@/lib/proposals/preliminary-list/queries'
import { getSession } from '@/lib/sessions/queries'
import { sha256 } from '@/lib/record/record'
import type { SignedIn } from '@/lib/delegations/actor'
import { writesDraft } from '@/tests/support/drafting'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string
beforeEach(async () => {
  cast = await scenario()
  slug = cast.session.slug
})

async function proposes(actor: SignedIn, text: string, draft?: { id: string }) {
  const begun = draft ?? (await startDraft(actor, { sessionId: cast.session.id }))
  return (await submitDraft(actor, await writesDraft(cast, actor, begun, text))).proposalId
}
const places = (
  proposalIds: string[],
  heading = 'Cooperation',
  actor: SignedIn = cast.rapporteur,
) => placeProposals(actor, { slug, proposalIds, headingId: '', newHeading: heading })
const list = () => getList(cast.rapporteur, cast.session)
const shown = async () =>
  (await list()).headings.map(({ title, items }) => [title, items.map(({ text }) => text)])
const itemOf = async (text: string) =>
  (await list()).headings.flatMap(({ items }) => items).find((item) => item.text === text)!
const issues = async (actor: SignedIn = cast.secretariat) =>
  issueList(actor, { slug, version: (await list()).version })

describe('compiling', () => {
  it('refuses two headings for the same proposals', async () => {
    const first = await proposes(cast.arvenia.head, 'A.')
    await places([first])
    const headingId = (await list()).headings[0]!.id
    const second = await proposes(cast.belmara.head, 'B.')
    const placed = { slug, proposalIds: [second], headingId, newHeading: 'Prevention' }
    await expect(placeProposals(cast.rapporteur, placed)).rejects.toMatchObject({
      key: 'headingTwice',
    })
    expect(await shown()).toEqual([['Cooperation', ['A.']]])
  })

  it('places proposals under headings, orders them, and says what is not placed yet', async () => {
    const [a, b, c] = [
      await proposes(cast.arvenia.head, 'A.'),
      await proposes(cast.belmara.head, 'B.'),
      await proposes(cast.corvina.head, 'C.'),
    ]
    await places([b, a])
    await places([a], 'Prevention')
    expect(await shown()).toEqual([
      ['Cooperation', ['A.', 'B.']],
      ['Prevention', []],
    ])
    expect((await list()).unplaced.map(({ number }) => number)).toEqual([3])
    const prevention = (await list()).headings[1]!.id
    const { id: itemId } = await itemOf('A.')
    await moveListItem(cast.rapporteur, { slug, itemId, headingId: prevention, position: 9 })
    await places([c], 'Prevention')
    await moveListItem(cast.secretariat, { slug, itemId, headingId: prevention, position: 2 })
    await moveHeading(cast.rapporteur, { slug, headingId: prevention, position: 1 })
    await renameHeading(cast.rapporteur, { slug, headingId: prevention, title: 'Prevention first' })
    expect(await shown()).toEqual([
      ['Prevention first', ['C.', 'A.']],
      ['Cooperation', ['B.']],
    ])
    await expect(removeHeading(cast.rapporteur, { slug, headingId: prevention })).rejects.toThrow(
      'headingNotEmpty',
    )
    await removeListItem(cast.rapporteur, { slug, itemId: (await itemOf('B.')).id })
    expect((await list()).unplaced.map(({ number }) => number)).toEqual([2])
    expect((await cast.recorded()).map(({ event }) => event)).toContain('list.itemRemoved')
  })

  it('has one heading of a title, in capitals or not, and names it when it refuses another', async () => {
    await places([await proposes(cast.arvenia.head, 'A.')])
    await places([await proposes(cast.belmara.head, 'B.')], 'COOPERATION')
    expect(await shown()).toEqual([['Cooperation', ['A.', 'B.']]])
    const taken = { key: 'headingTaken', values: { title: 'Cooperation' } }
    const add = (title: string) => addHeading(cast.rapporteur, { slug, title })
    await expect(add('cooperation')).rejects.toMatchObject(taken)
    await add('Prevention')
    const [cooperation, prevention] = (await list()).headings.map(({ id }) => id)
    const rename = (headingId: string, title: string) =>
      renameHeading(cast.rapporteur, { slug, headingId, title })
    await expect(rename(prevention!, 'Cooperation')).rejects.toMatchObject(taken)
    await rename(cooperation!, 'COOPERATION')
    await expect(
      removeHeading(cast.rapporteur, { slug, headingId: cooperation! }),
    ).rejects.toMatchObject({ key: 'headingNotEmpty', values: { title: 'COOPERATION', items: 2 } })
  })

  it('prints equal texts once, for all who made them', async () => {
    const a = await proposes(cast.arvenia.head, 'The same text.')
    const b = await proposes(cast.belmara.head, 'The same text.')
    await places([a, b])
    expect(await shown()).toEqual([['Cooperation', ['The same text.']]])
    await issues()
    const issued = await findIssuedList(slug)
    expect(issued!.headings[0]!.items[0]!.attribution).toEqual(['Arvenia', 'Belmara'])
  })

  it('is the work of the Rapporteur and the Secretariat, unseen by others until it is issued', async () => {
    const a = await proposes(cast.arvenia.head, 'A.')
    await expect(places([a], 'X', cast.chair)).rejects.toThrow('compilingNotAllowed')
    for (const actor of [cast.arvenia.head, cast.bureau, cast.outsider])
      await expect(places([a], 'X', actor)).rejects.toThrow('notFound')
    await places([a])
    for (const actor of [cast.arvenia.head, cast.bureau, cast.outsider])
      await expect(getList(actor, cast.session)).rejects.toThrow('notFound')
    expect(await findIssuedList(slug)).toBeNull()
    await expect(issues(cast.rapporteur)).rejects.toThrow('compilingNotAllowed')
    await issues()
    expect((await getList(cast.arvenia.adviser, cast.session)).headings).toHaveLength(1)
    await expect(getList(cast.outsider, cast.session)).rejects.toThrow('notFound')
  })

  it("refuses withdrawn proposals and another session's", async () => {
    const a = await proposes(cast.arvenia.head, 'A.')
    await withdrawProposal(cast.arvenia.head, { proposalId: a, reason: '' })
    await expect(places([a])).rejects.toThrow('withdrawnNotPlaced')
    const elsewhere = await scenario()
    const mine = cast
    cast = elsewhere
    const foreign = await proposes(elsewhere.arvenia.head, 'Elsewhere.')
    cast = mine
    await expect(places([foreign])).rejects.toThrow('notFound')
  })

  it('adds at the end also where items or headings were taken off before', async () => {
    const ids = []
    for (const text of ['A.', 'B.', 'C.', 'D.']) ids.push(await proposes(cast.arvenia.head, text))
    await places(ids.slice(0, 3))
    await removeListItem(cast.rapporteur, { slug, itemId: (await itemOf('A.')).id })
    await places([ids[3]!])
    await addHeading(cast.rapporteur, { slug, title: 'First' })
    await addHeading(cast.rapporteur, { slug, title: 'Second' })
    const first = (await list()).headings[1]!.id
    await removeHeading(cast.rapporteur, { slug, headingId: first })
    await addHeading(cast.rapporteur, { slug, title: 'Third' })
    expect(await shown()).toEqual([
      ['Cooperation', ['B.', 'C.', 'D.']],
      ['Second', []],
      ['Third', []],
    ])
  })

  it('keeps every act of two who compile at once', async () => {
    const all = []
    for (let i = 0; i < 12; i += 1) all.push(await proposes(cast.arvenia.head, `Text ${i}.`))
    await Promise.all(
      all.map((id, index) =>
        places([id], 'Cooperation', index % 2 ? cast.rapporteur : cast.secretariat),
      ),
    )
    const { headings, unplaced } = await list()
    expect(headings[0]!.items).toHaveLength(12)
    expect(unplaced).toEqual([])
    const positions = await db.item.findMany({
      where: { list: { session: { slug } } },
      select: { position: true },
    })
    expect(new Set(positions.map(({ position }) => position)).size).toBe(12)
  })
})

describe('issuing', () => {
  it('numbers, letters beyond z, keeps the names and freezes everything', async () => {
    const ids = []
    for (let i = 1; i <= 28; i += 1) ids.push(await proposes(cast.arvenia.head, `Text ${i}.`))
    await coSponsorProposal(cast.corvina.head, { proposalId: ids[0]!, revisionNumber: 1 })
    await coSponsorProposal(cast.belmara.head, { proposalId: ids[0]!, revisionNumber: 1 })
    await addHeading(cast.rapporteur, { slug, title: 'An empty heading' })
    await places(ids)
    const { version } = await list()
    await issueList(cast.secretariat, { slug, version })
    const issued = (await findIssuedList(slug))!
    expect(issued.headings.map(({ title }) => title)).toEqual(['Cooperation'])
    const { items } = issued.headings[0]!
    expect(items.slice(24).map(({ letter }) => letter)).toEqual(['y', 'z', 'aa', 'bb'])
    expect(items[0]!.attribution).toEqual(['Arvenia', 'Belmara', 'Corvina'])
    expect(issued.textHash).toBe(sha256(items.map(({ text }) => text).join('\n\n')))
    await expect(places(ids.slice(0, 1))).rejects.toThrow('listIssued')
    await expect(issueList(cast.secretariat, { slug, version })).rejects.toThrow('listIssued')
    await expect(removeListItem(cast.rapporteur, { slug, itemId: items[0]!.id })).rejects.toThrow(
      'listIssued',
    )
    await proposes(
      cast.arvenia.head,
      'Later words.',
      await startRevision(cast.arvenia.head, { proposalId: ids[0]! }),
    )
    expect((await findIssuedList(slug))!.headings[0]!.items[0]!.text).toBe('Text 1.')
  })

  it('refuses what was changed after it was read, and an empty list', async () => {
    const a = await proposes(cast.arvenia.head, 'A.')
    await addHeading(cast.rapporteur, { slug, title: 'Cooperation' })
    await expect(issues()).rejects.toThrow('listNothing')
    const { version } = await list()
    await places([a])
    await expect(issueList(cast.secretariat, { slug, version })).rejects.toThrow('listMoved')
  })

  it('refuses items whose proposal was revised or withdrawn since; updating prints the new text', async () => {
    const a = await proposes(cast.arvenia.head, 'A.')
    const b = await proposes(cast.belmara.head, 'B.')
    await places([a, b])
    await coSponsorProposal(cast.corvina.head, { proposalId: a, revisionNumber: 1 })
    await proposes(
      cast.arvenia.head,
      'A, revised.',
      await startRevision(cast.arvenia.head, { proposalId: a }),
    )
    await expect(issues()).rejects.toThrow('revisedOnList')
    await updateListItem(cast.rapporteur, { slug, itemId: (await itemOf('A.')).id })
    await withdrawProposal(cast.belmara.head, { proposalId: b, reason: '' })
    await expect(issues()).rejects.toThrow('withdrawnOnList')
    await removeListItem(cast.rapporteur, { slug, itemId: (await itemOf('B.')).id })
    await issues()
    const [item] = (await findIssuedList(slug))!.headings[0]!.items
    // Corvina agreed to the earlier text only, and is told so by mail when it is revised.
    expect(item).toMatchObject({ text: 'A, revised.', attribution: ['Arvenia'] })
  })
})

describe('the check before the list is issued', () => {
  it('says what is odd: submission is open, proposals are not placed, letters do not print', async () => {
    const [a, b] = [
      await proposes(cast.arvenia.head, 'Train teachers.'),
      await proposes(cast.belmara.head, 'Ratify \u{13000} it.'),
    ]
    await proposes(cast.corvina.head, 'Left out.')
    await places([a, b])
    const check = async () => beforeIssue(await list(), await getSession(cast.secretariat, slug))
    expect(await check()).toMatchObject({
      items: 2,
      headings: 1,
      states: 2,
      hindered: false,
      unprintable: [{ number: '1 (b)', note: '\u{13000}' }],
    })
    expect((await check()).submission).not.toBeNull()
    expect((await list()).unplaced).toHaveLength(1)
    await cast.closes('submission')
    expect((await check()).submission).toBeNull()
    await withdrawProposal(cast.arvenia.head, { proposalId: a, reason: '' })
    expect(await check()).toMatchObject({
      hindered: true,
      withdrawn: [{ number: '1 (a)', note: '1' }],
    })
  })

  it('names co-sponsors that have not confirmed the revision on the list', async () => {
    const a = await proposes(cast.arvenia.head, 'A.')
    await coSponsorProposal(cast.corvina.head, { proposalId: a, revisionNumber: 1 })
    await proposes(
      cast.arvenia.head,
      'A, revised.',
      await startRevision(cast.arvenia.head, { proposalId: a }),
    )
    await places([a])
    const check = beforeIssue(await list(), await getSession(cast.secretariat, slug))
    expect(check.unconfirmed.map(({ note }) => note)).toEqual([
      'Co-sponsored at revision 1 by Corvina; not yet confirmed for revision 2',
    ])
  })
})
