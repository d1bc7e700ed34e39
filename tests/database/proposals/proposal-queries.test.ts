import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { getProposal, getRevisions } from '@/lib/proposals/queries'
import { sha256 } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'
import { type FiveProposals, fiveProposals, SECRET } from '@/tests/support/five-proposals'
import { statementsOf } from '@/tests/support/statements'

let session: FiveProposals['session']
let delegations: FiveProposals['delegations']
let arvenia: FiveProposals['arvenia']
let belmara: FiveProposals['belmara']
let secretariat: FiveProposals['secretariat']
let list: FiveProposals['list']
let idOf: FiveProposals['idOf']
beforeAll(async () => {
  ;({ session, delegations, arvenia, belmara, secretariat, list, idOf } = await fiveProposals())
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
    await db.coSponsorship.create({
      data: { proposalId: await idOf(2), delegationId: delegations.Arvenia!, revisionNumber: 1 },
    })
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
    await list(arvenia)
    expect(await statementsOf(() => list(arvenia))).toBe(2)
    expect(
      await statementsOf(() => list(arvenia, { words: 'evidence', state: 'ours', sort: 'agenda' })),
    ).toBe(2)
    expect(await statementsOf(() => getProposal(arvenia, session, 1))).toBe(1)
  })
})
