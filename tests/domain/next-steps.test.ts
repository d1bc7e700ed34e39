import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/delegations/actor'
import type { OfficeKind } from '@/lib/delegations/kinds'
import type { Desk, DeskSession } from '@/lib/desk/desk-view'
import { nextSteps } from '@/lib/desk/next-steps'

const day = (number: number) => ({
  until: new Date(Date.UTC(2026, 10, number)),
  hoursLeft: number * 24,
})
const session = (given: Partial<DeskSession> = {}): DeskSession => ({
  id: 'sixth',
  slug: 'sixth',
  ordinal: 6,
  eventWord: 'session',
  title: '',
  kind: 'topical',
  startsOn: new Date('2026-12-01'),
  endsOn: new Date('2026-12-03'),
  place: 'Vienna',
  observersMayPropose: false,
  stakeholdersMayComment: true,
  submission: null,
  comments: null,
  submissionOpened: true,
  listIssued: false,
  proposals: 0,
  unplaced: 0,
  stockTaking: null,
  ...given,
})
const desk = (given: Partial<Desk> = {}): Desk => ({
  sessions: [session()],
  drafts: [],
  commentDrafts: [],
  amendmentDrafts: [],
  changes: [],
  failedMail: null,
  ...given,
})
const delegate = (maySubmit: boolean, entityKind: 'memberState' | 'academia' = 'memberState') =>
  ({
    personId: 'amara',
    name: 'Amara Voss',
    offices: [],
    memberships: [
      {
        representativeId: 'r',
        delegationId: 'arvenia',
        sessionId: 'sixth',
        delegationName: 'Arvenia',
        delegationState: 'registered',
        entityKind,
        role: 'head',
        maySubmit,
      },
    ],
  }) satisfies Actor
const officer = (kind: OfficeKind): Actor => ({
  personId: 'o',
  name: 'O',
  memberships: [],
  offices: [{ kind, sessionId: null }],
})
const kinds = (actor: Actor, given: Partial<Desk> = {}) =>
  nextSteps(actor, desk(given)).map(({ kind }) => kind)
const taking = (given = {}) =>
  session({
    kind: 'stockTaking',
    stockTaking: {
      opened: true,
      issuedLists: 2,
      adopted: false,
      sources: 9,
      withoutOutcome: 4,
      items: 0,
      agreed: 0,
      ...given,
    },
  })

describe('what a delegation must do next', () => {
  const open = [session({ submission: day(20), comments: day(10), proposals: 3 })]

  test('nothing to comment on is offered while there is no proposal', () => {
    expect(kinds(delegate(true), { sessions: [session({ comments: day(10) })] })).toEqual([])
  })

  test('what it may do while the periods are open, the nearest deadline first', () => {
    expect(kinds(delegate(true), { sessions: open })).toEqual(['comment', 'propose'])
  })

  test('its own drafts wait for whoever may submit; an adviser is told that they wait', () => {
    const drafts = [{ delegationId: 'arvenia', count: 2 }]
    const commentDrafts = [{ delegationId: 'arvenia', number: 7, count: 1 }]
    const waiting = { sessions: open, drafts, commentDrafts }
    expect(kinds(delegate(true), waiting)).toEqual(['releaseComments', 'submitDrafts'])
    expect(kinds(delegate(false), waiting)).toEqual(['finishComments', 'finishDrafts'])
  })

  test('nothing of another delegation is counted, even if it were on the desk', () => {
    const other = { delegationId: 'belmara', number: 7, count: 5 }
    const [first, second] = nextSteps(
      delegate(true),
      desk({ sessions: open, drafts: [other], commentDrafts: [other], amendmentDrafts: [other] }),
    )
    expect([first?.kind, second?.kind]).toEqual(['comment', 'propose'])
    expect([first?.count, second?.count]).toEqual([0, 0])
  })

  test('who may not propose is not asked to', () => {
    expect(kinds(delegate(true, 'academia'), { sessions: open })).toEqual(['comment'])
  })

  test('nothing, when the periods are closed', () => {
    expect(kinds(delegate(true), { drafts: [{ delegationId: 'arvenia', count: 2 }] })).toEqual([])
  })
})

describe('what an officer must do next', () => {
  test('the Rapporteur memberships proposals until the list is issued', () => {
    const unplaced = { proposals: 9, unplaced: 3 }
    expect(kinds(officer('rapporteur'), { sessions: [session(unplaced)] })).toEqual([
      'placeProposals',
    ])
    const issued = [session({ ...unplaced, listIssued: true })]
    expect(kinds(officer('rapporteur'), { sessions: issued })).toEqual([])
  })

  test('the Secretariat opens, watches, issues, and sees to mail that was given up', () => {
    const secretariat = officer('secretariat')
    expect(kinds(secretariat, { sessions: [session({ submissionOpened: false })] })).toEqual([
      'openSubmission',
    ])
    expect(kinds(secretariat, { sessions: [session({ submission: day(9) })] })).toEqual([
      'watchSubmission',
    ])
    expect(kinds(secretariat, { sessions: [session({ proposals: 9 })] })).toEqual(['issueList'])
    expect(kinds(secretariat, { failedMail: 2 })).toEqual(['failedMail'])
    expect(kinds(secretariat, { failedMail: 0 })).toEqual([])
  })

  test('at the stock-taking outcomes are given, items agreed, and then the list is adopted', () => {
    expect(kinds(officer('rapporteur'), { sessions: [taking()] })).toEqual(['giveOutcomes'])
    const chair = officer('chair')
    expect(kinds(chair, { sessions: [taking()] })).toEqual(['awaitOutcomes'])
    expect(kinds(chair, { sessions: [taking({ items: 5, agreed: 3 })] })).toEqual([
      'awaitOutcomes',
      'agreeItems',
    ])
    const settled = { withoutOutcome: 0, items: 5, agreed: 5 }
    expect(kinds(chair, { sessions: [taking(settled)] })).toEqual(['declareAdopted'])
    expect(kinds(chair, { sessions: [taking({ ...settled, adopted: true })] })).toEqual([])
  })

  test('a stock-taking waits for the Secretariat, which chooses what it covers', () => {
    const waiting = { sessions: [taking({ opened: false, sources: 0, withoutOutcome: 0 })] }
    expect(kinds(officer('secretariat'), waiting)).toEqual(['openStockTaking'])
    expect(kinds(officer('rapporteur'), waiting)).toEqual([])
    expect(kinds(officer('chair'), waiting)).toEqual([])
  })

  test('the extended Bureau has nothing to do here', () => {
    expect(kinds(officer('bureau'), { sessions: [taking()] })).toEqual([])
  })
})
