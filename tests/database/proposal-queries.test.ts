import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { ProposalFilter } from '@/lib/proposals/filter'
import { getProposal, getRevisions, listProposals } from '@/lib/proposals/queries'
import { sha256 } from '@/lib/record'
import { documentFromText, plainText } from '@/lib/text/document'
import { searchWords, wordCount } from '@/lib/text/words'

const SECRET = 'zirconium'
let session: { id: string }
let arvenia: Actor
let belmara: Actor
let secretariat: Actor
const delegations: Record<string, string> = {}
const items: Record<string, string> = {}

beforeAll(async () => {
  const group = await db.expertGroup.create({
    data: {
      name: 'Expert Group',
      shortName: 'Group',
      symbolRoot: 'X',
      parentBody: '',
      seat: 'Vienna',
    },
  })
  session = await db.session.create({
    data: {
      groupId: group.id,
      slug: 'sixth',
      ordinal: 6,
      startsOn: new Date('2020-07-27'),
      endsOn: new Date('2020-07-29'),
      place: 'Vienna',
    },
  })
  for (const [number, letter] of [
    [2, ''],
    [3, 'a'],
    [3, 'b'],
  ] as const) {
    const item = await db.agendaItem.create({
      data: { sessionId: session.id, number, letter, title: `Title of ${number}${letter}` },
    })
    items[`${number}${letter}`] = item.id
  }
  for (const name of ['Arvenia', 'Belmara', 'Corvina']) {
    const entity = await db.entity.create({
      data: { kind: 'memberState', name, names: {}, sortKey: name.toLowerCase() },
    })
    const delegation = await db.delegation.create({
      data: { sessionId: session.id, entityId: entity.id, name, sortKey: name.toLowerCase() },
    })
    delegations[name] = delegation.id
  }
  arvenia = headOf('Arvenia')
  belmara = headOf('Belmara')
  secretariat = {
    personId: '00000000-0000-7000-8000-0000000000ff',
    name: 'Secretariat',
    places: [],
    offices: [{ kind: 'secretariat', sessionId: null }],
  }
  await propose(
    1,
    'Arvenia',
    '2',
    'recommendation',
    'en',
    'States should exchange electronic evidence.',
  )
  await propose(
    2,
    'Belmara',
    '3a',
    'conclusion',
    'en',
    "The State's capacity to investigate differs.",
  )
  await propose(3, 'Belmara', '3b', 'recommendation', 'zh', '各国应加强打击网络犯罪的国际合作。')
  await propose(
    4,
    'Corvina',
    '2',
    'recommendation',
    'ar',
    'ينبغي للدول أن تعزز التعاون الدولي في مكافحة الجريمة السيبرانية.',
  )
  await propose(5, 'Arvenia', '2', 'conclusion', 'en', 'Evidence must be kept safe.')
  await db.session.update({ where: { id: session.id }, data: { lastProposalNumber: 5 } })
  await db.draft.create({
    data: {
      sessionId: session.id,
      delegationId: delegations.Arvenia!,
      agendaItemId: items['2']!,
      body: documentFromText(`Secret ${SECRET} evidence`),
      createdById: arvenia.personId!,
      updatedById: arvenia.personId!,
    },
  })
})

const headOf = (name: string): Actor => ({
  personId: '00000000-0000-7000-8000-000000000001',
  name: `Head of ${name}`,
  offices: [],
  places: [
    {
      representativeId: '',
      delegationId: delegations[name]!,
      sessionId: session.id,
      delegationName: name,
      delegationState: 'accredited',
      entityKind: 'memberState',
      role: 'head',
      maySubmit: true,
    },
  ],
})

async function propose(
  number: number,
  from: string,
  item: string,
  kind: 'conclusion' | 'recommendation',
  language: string,
  words: string,
) {
  const delegationId = delegations[from]!
  const body = documentFromText(words)
  const text = plainText(body)
  await db.proposal.create({
    data: {
      sessionId: session.id,
      number,
      delegationId,
      agendaItemId: items[item]!,
      kind,
      originalLanguage: language,
      words: searchWords(text, language),
      revisions: {
        create: {
          number: 1,
          body,
          text,
          textHash: sha256(text),
          wordCount: wordCount(text, language),
          delegationId,
        },
      },
    },
  })
}

const list = (actor: Actor, filter: Record<string, string> = {}) =>
  listProposals(actor, session, ProposalFilter.parse(filter))
const numbers = async (actor: Actor, filter: Record<string, string> = {}) =>
  (await list(actor, filter)).proposals.map((proposal) => proposal.number)
const idOf = async (number: number) =>
  (await db.proposal.findFirstOrThrow({ where: { sessionId: session.id, number } })).id

describe('the list of proposals', () => {
  test('shows every submitted proposal to whoever takes part, with what a line says', async () => {
    const { proposals, matching, total, agenda, delegations: names } = await list(belmara)
    expect(proposals.map((proposal) => proposal.number)).toEqual([1, 2, 3, 4, 5])
    expect(proposals[1]).toEqual({
      number: 2,
      kind: 'conclusion',
      language: 'en',
      delegationName: 'Belmara',
      agenda: '3a',
      text: "The State's capacity to investigate differs.",
      revision: 1,
      withdrawn: false,
      listed: false,
      coSponsors: 0,
      comments: 0,
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
    ["state's", [2]],
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
      },
    })
    await db.proposal.update({ where: { id: await idOf(4) }, data: { withdrawnAt: new Date() } })
    expect(await numbers(arvenia, { state: 'ours' })).toEqual([1, 5])
    expect(await numbers(arvenia, { state: 'coSponsored' })).toEqual([2])
    expect(await numbers(secretariat, { state: 'ours' })).toEqual([])
    expect(await numbers(arvenia, { state: 'withdrawn' })).toEqual([4])
    expect(await numbers(arvenia, { state: 'open' })).toEqual([1, 2, 3, 5])
    expect((await list(arvenia)).proposals.map(({ coSponsors }) => coSponsors)).toEqual([
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

describe('what a delegation is still writing', () => {
  test('is found by nobody: not by list, search, count or excerpt, not even by its own', async () => {
    for (const actor of [arvenia, belmara, secretariat]) {
      const found = await list(actor, { words: SECRET })
      expect(found).toMatchObject({ proposals: [], matching: 0, total: 5 })
      expect(JSON.stringify(await list(actor))).not.toContain(SECRET)
    }
  })

  test('does not change the proposal that it would revise', async () => {
    await db.draft.create({
      data: {
        sessionId: session.id,
        delegationId: delegations.Arvenia!,
        proposalId: await idOf(1),
        baseNumber: 1,
        body: documentFromText(`States should ${SECRET}.`),
        createdById: arvenia.personId!,
        updatedById: arvenia.personId!,
      },
    })
    for (const actor of [arvenia, belmara, secretariat])
      expect(JSON.stringify(await getProposal(actor, session, 1))).not.toContain(SECRET)
  })
})

describe('one proposal', () => {
  test('comes with its revisions, the newest first, and those who co-sponsor it', async () => {
    await db.revision.create({
      data: {
        proposalId: await idOf(2),
        number: 2,
        body: documentFromText('Capacity differs.'),
        text: 'Capacity differs.',
        textHash: sha256('Capacity differs.'),
        wordCount: 2,
        reason: 'Shorter',
        delegationId: delegations.Belmara!,
      },
    })
    await db.proposal.update({ where: { id: await idOf(2) }, data: { currentNumber: 2 } })
    const proposal = await getProposal(arvenia, session, 2)
    expect(proposal).toMatchObject({
      number: 2,
      delegationName: 'Belmara',
      agenda: { item: '3a', title: 'Title of 3a' },
      text: 'Capacity differs.',
      textHash: sha256('Capacity differs.'),
      last: 5,
    })
    expect(proposal.revisions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'Shorter'],
      [1, ''],
    ])
    expect(proposal.coSponsors).toMatchObject([{ name: 'Arvenia', revision: 1 }])
    expect(proposal.revisions[0]!.submittedAt).toBeInstanceOf(Date)
  })

  test('gives the revisions that are compared, the earlier first, and refuses one that is not there', async () => {
    const [first, second] = await getRevisions(arvenia, session, 2, [2, 1])
    expect(first!.text).toContain("The State's capacity")
    expect(second!.text).toBe('Capacity differs.')
    await expect(getRevisions(arvenia, session, 2, [1, 3])).rejects.toThrow(Refused)
    await expect(getRevisions(visitor, session, 2, [1, 2])).rejects.toThrow(Refused)
  })

  test('is refused alike where it does not exist and where one takes no part', async () => {
    const answers = await Promise.all(
      [getProposal(arvenia, session, 77), getProposal(visitor, session, 1)].map((asked) =>
        asked.catch((error: Refused) => [error.reason, error.key]),
      ),
    )
    expect(answers[0]).toEqual(['not-found', 'notFound'])
    expect(answers[1]).toEqual(answers[0])
  })
})

describe('the cost', () => {
  test('of the list is two queries and of a proposal one, whatever is asked', async () => {
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    const count = async (act: () => Promise<unknown>) => {
      asked.mockClear()
      await act()
      return asked.mock.calls.length
    }
    await list(arvenia)
    expect(await count(() => list(arvenia))).toBe(2)
    expect(
      await count(() => list(arvenia, { words: 'evidence', state: 'ours', sort: 'agenda' })),
    ).toBe(2)
    expect(await count(() => getProposal(arvenia, session, 1))).toBe(1)
    asked.mockRestore()
  })
})
