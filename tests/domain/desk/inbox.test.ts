import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/delegations/actor'
import type { Desk } from '@/lib/desk/desk-view'
import { countOf, inboxRows } from '@/lib/desk/inbox'
import {
  amendment,
  at,
  comment,
  delegate,
  desk,
  draft,
  NOW,
  officer,
  proposal,
  session,
  until,
} from '@/tests/support/desk-facts'

const open = [session({ submission: until(20), comments: until(15), proposals: 3 })]
const rows = (given: Partial<Desk>, actor: Actor = delegate(true)) =>
  inboxRows(actor, desk({ sessions: open, ...given })).filter(
    ({ kind }) => kind !== 'propose' && kind !== 'comment',
  )
const groups = (given: Partial<Desk>, actor?: Actor) =>
  rows(given, actor).map(({ kind, group }) => `${group} ${kind}`)
const ours = { delegationId: 'arvenia', name: 'Arvenia' }

describe('silence', () => {
  test('is told while it lasts, due on its last day; an approval waits for its decision', () => {
    const about = { id: 's', number: 2, sessionId: session().id, title: 'Dates', at: at(1) }
    const under = { ...about, kind: 'underSilence' as const, until: until(20).until }
    const last = { ...under, until: until(0).until }
    const decide = { ...about, kind: 'decideSilence' as const, until: at(1) }
    expect(groups({ silences: [under] })).toEqual(['information underSilence'])
    expect(groups({ silences: [last] })).toEqual(['due underSilence'])
    expect(groups({ silences: [decide] })).toEqual(['decide decideSilence'])
    expect(rows({ silences: [under] })[0]?.href).toBe('/sessions/sixth/silence/2')
  })
})

describe('drafts', () => {
  const colleague = draft({ id: 'd1' })

  test('of a colleague lead to the very draft, to review and release', () => {
    const about = { id: 'p', number: 7 }
    const drafts = [
      colleague,
      draft({ id: 'd2', kind: 'comment', proposal: about }),
      draft({ id: 'd3', kind: 'amendment', proposal: about }),
    ]
    expect(rows({ drafts }).map(({ kind, href }) => [kind, href])).toEqual([
      ['release', '/sessions/sixth/proposals/7?draft=d2#write'],
      ['release', '/sessions/sixth/proposals/7/amendments/drafts/d3/check'],
      ['release', '/sessions/sixth/drafts/d1/check'],
    ])
  })

  test('of one’s own are finished; whoever may not submit waits for somebody who may', () => {
    const ownDraft = draft({ writer: { id: 'amara', name: 'Amara Voss' } })
    expect(groups({ drafts: [ownDraft] })).toEqual(['decide finish'])
    expect(groups({ drafts: [ownDraft, colleague] }, delegate(false))).toEqual([
      'waiting waitRelease',
      'waiting waitRelease',
    ])
  })

  test('of another delegation are on no desk, even if they were among the facts', () => {
    expect(groups({ drafts: [draft({ delegationId: 'belmara' })] })).toEqual([])
    expect(groups({ drafts: [colleague] }, officer('secretariat'))).not.toContain('decide release')
  })

  test('that a deadline caught are not offered, but said, until they are put away', () => {
    const ended = [{ kind: 'submission' as const, at: at(15) }]
    const sessions = [session({ ended })]
    const drafts = [colleague, draft({ id: 'd2' })]
    const [row, ...more] = rows({ sessions, drafts })
    expect(more).toEqual([])
    expect(row).toMatchObject({
      kind: 'closedUnsent',
      group: 'decide',
      values: { period: 'submission', count: 2, time: '9 November 2026, 16:00' },
      dismissible: true,
    })
    expect(rows({ sessions, drafts, marks: new Map([[row!.subject, row!.at]]) })).toEqual([])
    expect(rows({ sessions: [session({ ended, listIssued: true })], drafts })).toEqual([])
    const longAgo = [session({ ended: [{ kind: 'submission', at: new Date('2026-10-01') }] })]
    expect(rows({ sessions: longAgo, drafts })).toEqual([])
  })
})

describe('a proposal of one’s own', () => {
  const ownProposal = (given = {}) => proposal({ ...ours, ...given })

  test('with suggested changes leads straight to the desk where they are decided', () => {
    const amendments = [
      amendment(),
      amendment({ number: 2, name: 'Doranta', delegationId: 'doranta' }),
      amendment({ number: 3, withdrawnAt: at(8) }),
      amendment({ number: 4, decisions: [{ kind: 'declined', revision: 2, at: at(11) }] }),
    ]
    const [row] = rows({ proposals: [ownProposal({ amendments })] })
    expect(row).toMatchObject({
      kind: 'decideChanges',
      group: 'decide',
      href: '/sessions/sixth/proposals/7/joining',
      states: ['Corvina', 'Doranta'],
      values: { count: 2 },
    })
  })

  test('offers no decision once the period has closed, and says what came in', () => {
    const proposals = [ownProposal({ amendments: [amendment()] })]
    expect(groups({ proposals, sessions: [session()] })).toEqual(['information newChanges'])
  })

  test('asks for an answer to a question until the delegation gave one', () => {
    const question = comment({ isQuestion: true })
    const asked = ownProposal({ comments: [question, comment({ id: 'c2' })] })
    expect(groups({ proposals: [asked] })).toEqual([
      'decide answerQuestions',
      'information newComments',
    ])
    const answer = comment({ ...ours, id: 'c3', parentId: 'c' })
    expect(groups({ proposals: [ownProposal({ comments: [question, answer] })] })).toEqual([
      'information newComments',
    ])
  })

  test('shows comments and withdrawn changes that came since the last look, and no older ones', () => {
    const visit = { at: at(11), revision: 1 }
    const comments = [comment(), comment({ id: 'c2', at: at(12) })]
    const amendments = [amendment({ withdrawnAt: at(12) })]
    const [first, second, ...more] = rows({
      proposals: [ownProposal({ visit, comments, amendments })],
    })
    expect(more).toEqual([])
    expect([first!.kind, second!.kind].toSorted()).toEqual(['changeWithdrawn', 'newComments'])
    expect([first!, second!].find(({ kind }) => kind === 'newComments')).toMatchObject({
      values: { count: 1 },
      href: '/sessions/sixth/proposals/7#comment-c2',
    })
  })

  test('names the co-sponsors who have not confirmed the present revision', () => {
    const coSponsors = [
      { delegationId: 'corvina', name: 'Corvina', revision: 1 },
      { delegationId: 'doranta', name: 'Doranta', revision: 2 },
    ]
    const revised = { currentNumber: 2, coSponsors }
    expect(rows({ proposals: [ownProposal(revised)] })).toMatchObject([
      { kind: 'waitConfirm', group: 'waiting', states: ['Corvina'] },
    ])
    expect(groups({ proposals: [ownProposal({ ...revised, listIssued: true })] })).toEqual([])
  })
})

describe('a proposal of others', () => {
  const coSponsored = { coSponsors: [{ ...ours, revision: 1 }], currentNumber: 3 }

  test('that was revised asks its co-sponsor to confirm, while that can be done', () => {
    expect(rows({ proposals: [proposal(coSponsored)] })).toMatchObject([
      {
        kind: 'confirm',
        group: 'decide',
        values: { agreed: 1, revision: 3 },
        href: '/sessions/sixth/proposals/7/compare?from=1&to=3',
      },
    ])
    expect(groups({ proposals: [proposal(coSponsored)] }, delegate(false))).toEqual([
      'waiting confirm',
    ])
    expect(groups({ proposals: [proposal({ ...coSponsored, listIssued: true })] })).toEqual([])
  })

  test('that was withdrawn is told to whoever was concerned, and to nobody else', () => {
    const withdrawnAt = at(12)
    expect(groups({ proposals: [proposal({ ...coSponsored, withdrawnAt })] })).toEqual([
      'information withdrawn',
    ])
    expect(groups({ proposals: [proposal({ withdrawnAt, comments: [comment(ours)] })] })).toEqual([
      'information withdrawn',
    ])
    expect(groups({ proposals: [proposal({ withdrawnAt })] })).toEqual([])
    const takenOver = { delegationId: 'corvina', name: 'Corvina' }
    expect(groups({ proposals: [proposal({ ...coSponsored, withdrawnAt, takenOver })] })).toEqual([
      'decide confirm',
    ])
  })

  test('says what became of our changes and questions, and whom they wait for', () => {
    const decisions = [{ kind: 'partly' as const, revision: 2, at: at(12) }]
    const answers = [{ delegationId: 'belmara', at: at(12) }]
    const amendments = [
      amendment({ ...ours, decisions }),
      amendment({ ...ours, number: 2, answers }),
    ]
    const comments = [
      comment({ ...ours, id: 'q', isQuestion: true }),
      comment({ ...ours, id: 'r' }),
      comment({ id: 'a', parentId: 'r', at: at(12) }),
    ]
    expect(groups({ proposals: [proposal({ amendments, comments })] }).toSorted()).toEqual([
      'information changeAnswered',
      'information changeDecided',
      'information replies',
      'waiting waitAnswer',
      'waiting waitDecision',
    ])
  })
})

describe('what is followed', () => {
  test('gives new proposals, revisions and withdrawals; comments to followers of the proposal alone', () => {
    const followed = { widelyFollowedAt: at(8) }
    expect(groups({ proposals: [proposal(followed)] })).toEqual(['information proposed'])
    const visit = { at: at(10), revision: 1 }
    const revised = {
      currentNumber: 2,
      revisedAt: at(12),
      visit,
      comments: [comment({ at: at(12) })],
    }
    expect(groups({ proposals: [proposal({ ...followed, ...revised })] })).toEqual([
      'information revised',
    ])
    expect(groups({ proposals: [proposal({ followedAt: at(8), ...revised })] })).toEqual([
      'information revised',
      'information newComments',
    ])
    expect(groups({ proposals: [proposal({ widelyFollowedAt: at(11) })] })).toEqual([])
    expect(groups({ proposals: [proposal(revised)] })).toEqual([])
  })
})

describe('a row', () => {
  test('is due today on the day of its deadline, and stands first', () => {
    const sessions = [session({ submission: until(20), comments: until(10), proposals: 3 })]
    const drafts = [
      draft({ id: 'd1' }),
      draft({ id: 'd2', kind: 'comment', proposal: { id: 'p', number: 7 } }),
    ]
    expect(groups({ sessions, drafts })).toEqual(['due release', 'decide release'])
  })

  test('of information goes when it is put away, and comes back with news', () => {
    const groupsAt = (hour: number) =>
      desk({
        sessions: [],
        proposals: [
          proposal({
            followedAt: at(8),
            visit: { at: at(9), revision: 1 },
            comments: [comment({ at: at(hour) })],
          }),
        ],
      })
    const [row] = inboxRows(delegate(true), groupsAt(10))
    const marks = new Map([[row!.subject, row!.at]])
    expect(inboxRows(delegate(true), { ...groupsAt(10), marks })).toEqual([])
    expect(inboxRows(delegate(true), { ...groupsAt(11), marks })).toHaveLength(1)
  })

  test('that needs a decision stays when it is marked, and is unread no more', () => {
    const facts = { proposals: [proposal({ ...ours, amendments: [amendment()] })] }
    const [row] = rows(facts)
    expect(row).toMatchObject({ unread: true, dismissible: false, counts: true })
    expect(rows({ ...facts, marks: new Map([[row!.subject, NOW]]) })).toMatchObject([
      { unread: false, counts: true },
    ])
  })

  test('that waits for others or only offers something is not counted', () => {
    const all = inboxRows(
      delegate(true),
      desk({ sessions: open, proposals: [proposal({ amendments: [amendment(ours)] })] }),
    )
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(['comment', 'propose', 'waitDecision'])
    expect(countOf(all)).toBe(0)
  })
})
