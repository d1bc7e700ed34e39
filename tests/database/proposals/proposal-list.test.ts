import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import { getProposal } from '@/lib/proposals/queries'
import { type FiveProposals, fiveProposals } from '@/tests/support/five-proposals'

let session: FiveProposals['session']
let delegations: FiveProposals['delegations']
let arvenia: FiveProposals['arvenia']
let belmara: FiveProposals['belmara']
let secretariat: FiveProposals['secretariat']
let list: FiveProposals['list']
let numbers: FiveProposals['numbers']
let idOf: FiveProposals['idOf']
beforeAll(async () => {
  ;({ session, delegations, arvenia, belmara, secretariat, list, numbers, idOf } =
    await fiveProposals())
})

describe('the list of proposals', () => {
  test('shows every submitted proposal to whoever takes part, with what a line says', async () => {
    const { proposals, matching, total, agenda, delegations: names } = await list(belmara)
    expect(proposals.map((proposal) => proposal.number)).toEqual([1, 2, 3, 4, 5])
    expect(proposals[1]).toEqual({
      number: 2,
      kind: 'conclusion',
      language: 'en',
      delegationName: 'Belmara',
      takenOverBy: null,
      onBehalf: null,
      agenda: '3a',
      text: "The State's capacity to investigate differs.",
      revision: 1,
      withdrawn: false,
      listed: false,
      coSponsors: [],
      changes: 0,
      comments: 0,
      news: null,
    })
    expect({ matching, total }).toEqual({ matching: 5, total: 5 })
    expect(agenda.map(({ item }) => item)).toEqual(['2', '3a', '3b'])
    expect(names).toEqual(['Arvenia', 'Belmara', 'Corvina'])
  })

  test('shows nothing to a visitor or to somebody without place and office', async () => {
    expect(await list(visitor)).toMatchObject({ proposals: [], matching: 0, total: 0 })
    expect(await list({ ...visitor, personId: 'x' })).toMatchObject({ proposals: [], total: 0 })
  })

  test('filters by agenda item, State and kind, and by all of them at once', async () => {
    expect(await numbers(belmara, { agenda: '2' })).toEqual([1, 4, 5])
    expect(await numbers(belmara, { agenda: '3b' })).toEqual([3])
    expect(await numbers(belmara, { delegation: 'Belmara' })).toEqual([2, 3])
    expect(await numbers(belmara, { kind: 'conclusion' })).toEqual([2, 5])
    const both = await list(belmara, { agenda: '2', delegation: 'Arvenia', kind: 'conclusion' })
    expect(both.proposals.map(({ number }) => number)).toEqual([5])
    expect(both).toMatchObject({ matching: 1, total: 5 })
    expect(await numbers(belmara, { delegation: 'Nowhere' })).toEqual([])
  })

  test('sorts by number, newest, agenda item and State', async () => {
    expect(await numbers(belmara, { sort: 'newest' })).toEqual([5, 4, 3, 2, 1])
    expect(await numbers(belmara, { sort: 'agenda' })).toEqual([1, 4, 5, 2, 3])
    expect(await numbers(belmara, { sort: 'delegation' })).toEqual([1, 5, 2, 3, 4])
  })

  test('finds the beginnings of words in every language', async () => {
    expect(await numbers(belmara, { words: 'EVID' })).toEqual([1, 5])
    expect(await numbers(belmara, { words: 'evidence exchange' })).toEqual([1])
    expect(await numbers(belmara, { words: '网络犯罪' })).toEqual([3])
    expect(await numbers(belmara, { words: '国际' })).toEqual([3])
    expect(await numbers(belmara, { words: 'التعاون' })).toEqual([4])
    expect(await numbers(belmara, { words: 'vidence' })).toEqual([])
  })

  test.each([
    ["state's", [1, 2]],
    ["' | 'evidence", [1, 5]],
    ['evidence & !exchange', [1]],
    ['evidence:*', [1, 5]],
    ["\\' evidence", [1, 5]],
    ['\0evidence', [1, 5]],
    ['!!! ((( :*', []],
    ['\uD800', []],
  ])('takes a search as words, whatever stands in it: %j', async (words, expected) => {
    expect(await numbers(belmara, { words })).toEqual(expected)
  })

  test('knows what the reader has made, has joined, was withdrawn and stands on the list', async () => {
    await db.coSponsorship.create({
      data: { proposalId: await idOf(2), delegationId: delegations.Arvenia!, revisionNumber: 1 },
    })
    await db.coSponsorship.create({
      data: {
        proposalId: await idOf(3),
        delegationId: delegations.Arvenia!,
        revisionNumber: 1,
        leftAt: new Date(),
        leftById: arvenia.personId,
      },
    })
    await db.proposal.update({
      where: { id: await idOf(4) },
      data: { withdrawnAt: new Date(), withdrawnById: arvenia.personId },
    })
    expect(await numbers(arvenia, { state: 'ours' })).toEqual([1, 5])
    expect(await numbers(arvenia, { state: 'coSponsored' })).toEqual([2])
    expect(await numbers(secretariat, { state: 'ours' })).toEqual([])
    expect(await numbers(arvenia, { state: 'withdrawn' })).toEqual([4])
    expect(await numbers(arvenia, { state: 'open' })).toEqual([1, 2, 3, 5])
    expect((await list(arvenia)).proposals.map(({ coSponsors }) => coSponsors.length)).toEqual([
      0, 1, 0, 0, 0,
    ])
  })

  test('keeps a list in the making to those who make it, and tells all once it is issued', async () => {
    const made = await db.preliminaryList.create({ data: { sessionId: session.id } })
    const heading = await db.listHeading.create({
      data: { listId: made.id, title: 'Evidence', position: 1 },
    })
    const { body, text, textHash } = await db.revision.findFirstOrThrow({
      where: { proposalId: await idOf(1) },
    })
    await db.item.create({
      data: {
        listId: made.id,
        headingId: heading.id,
        position: 1,
        kind: 'recommendation',
        language: 'en',
        body: body as object,
        text,
        textHash,
        proposals: { create: { proposalId: await idOf(1), revisionNumber: 1, attribution: [] } },
      },
    })
    expect(await numbers(arvenia, { state: 'listed' })).toEqual([])
    expect((await getProposal(arvenia, session, 1)).listedUnder).toEqual([])
    expect(await numbers(secretariat, { state: 'listed' })).toEqual([1])
    expect(await numbers(secretariat, { state: 'notListed' })).toEqual([2, 3, 5])
    await db.preliminaryList.update({ where: { id: made.id }, data: { issuedAt: new Date() } })
    expect(await numbers(arvenia, { state: 'listed' })).toEqual([1])
    expect((await getProposal(arvenia, session, 1)).listedUnder).toEqual(['Evidence'])
  })
})
