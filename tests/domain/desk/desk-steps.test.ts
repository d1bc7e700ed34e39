import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/delegations/actor'
import type { Desk, DeskSession } from '@/lib/desk/desk-view'
import { nextSteps } from '@/lib/desk/rows/steps'
import { delegate, desk, draft, officer, session, until as day } from '@/tests/support/desk-facts'

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
      adReferendum: 0,
      receiving: null,
      unanswered: 0,
      ...given,
    },
  })

describe('what a delegation must do next', () => {
  const open = [session({ submission: day(20), comments: day(10), proposals: 3 })]

  test('nothing to comment on is offered while there is no proposal', () => {
    expect(kinds(delegate(true), { sessions: [session({ comments: day(10) })] })).toEqual([])
  })

  test('what it may do while the periods are open', () => {
    expect(kinds(delegate(true), { sessions: open })).toEqual(['propose', 'comment'])
  })

  test('it is not asked to write what it writes already', () => {
    expect(kinds(delegate(true), { sessions: open, drafts: [draft()] })).toEqual(['comment'])
    const comment = draft({ kind: 'comment', proposal: { id: 'p', number: 7 } })
    expect(kinds(delegate(true), { sessions: open, drafts: [comment] })).toEqual(['propose'])
    const belmaras = draft({ delegationId: 'belmara' })
    expect(kinds(delegate(true), { sessions: open, drafts: [belmaras] })).toEqual([
      'propose',
      'comment',
    ])
  })

  test('who may not propose is not asked to', () => {
    expect(kinds(delegate(true, 'academia'), { sessions: open })).toEqual(['comment'])
  })

  test('who may not comment is not asked to', () => {
    const closed = open.map((given) => ({ ...given, stakeholdersMayComment: false }))
    expect(kinds(delegate(true, 'academia'), { sessions: closed })).toEqual([])
  })

  test('nothing, when the periods are closed', () => {
    expect(kinds(delegate(true), { drafts: [draft()] })).toEqual([])
  })
})

describe('what an officer must do next', () => {
  test('the Rapporteur places proposals until the list is issued', () => {
    const unplaced = { proposals: 9, unplaced: 3 }
    expect(kinds(officer('rapporteur'), { sessions: [session(unplaced)] })).toEqual([
      'placeProposals',
    ])
    const issued = [session({ ...unplaced, listIssued: true })]
    expect(kinds(officer('rapporteur'), { sessions: issued })).toEqual([])
  })

  test('the Secretariat is led through what a new session needs, in its order', () => {
    const nothing = { agendaItems: 0, delegations: 0, meetings: 0, submissionOpened: false }
    const fresh = session({ ...nothing, vacant: ['chair', 'rapporteur'] })
    const preparing = ['enterAgenda', 'registerDelegations', 'enterOfficers', 'makeMeetings']
    expect(kinds(officer('secretariat'), { sessions: [fresh] })).toEqual(preparing)
    expect(kinds(officer('rapporteur'), { sessions: [fresh] })).toEqual([])
    expect(kinds(officer('secretariat'), { sessions: [{ ...fresh, listIssued: true }] })).toEqual(
      [],
    )
    // A letter about the period would reach nobody.
    const unregistered = session({ submissionOpened: false, delegations: 0 })
    expect(kinds(officer('secretariat'), { sessions: [unregistered] })).toEqual([
      'registerDelegations',
    ])
    const offices = (vacant: DeskSession['vacant']) =>
      nextSteps(officer('secretariat'), desk({ sessions: [session({ vacant })] })).map(
        (step) => step.vacant,
      )
    expect(offices(['rapporteur'])).toEqual(['rapporteur'])
    expect(offices(['chair', 'rapporteur'])).toEqual(['both'])
  })

  test('the Secretariat is led to the circulation before the stock-taking opens', () => {
    const closed = { ...taking({ opened: false }), circulated: false, delegations: 0 }
    const steps = (given: DeskSession) => kinds(officer('secretariat'), { sessions: [given] })
    expect(steps(closed)).toEqual(['registerDelegations', 'circulateLists', 'openStockTaking'])
    expect(steps({ ...closed, circulated: true, delegations: 9 })).toEqual(['openStockTaking'])
    const adopted = { ...taking({ adopted: true }), delegations: 0, meetings: 0 }
    expect(steps(adopted)).toEqual([])
  })

  test('the Secretariat opens, watches, issues, and sees to mail that was given up', () => {
    const secretariat = officer('secretariat')
    expect(kinds(secretariat, { sessions: [session({ submissionOpened: false })] })).toEqual([
      'openSubmission',
    ])
    const without = { agendaItems: 0, submissionOpened: false }
    expect(kinds(secretariat, { sessions: [session(without)] })).toEqual(['enterAgenda'])
    const opened = { agendaItems: 0, submission: day(9) }
    expect(kinds(secretariat, { sessions: [session(opened)] })).toEqual([
      'watchSubmission',
      'enterAgenda',
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
    // The act would be refused: it is not offered.
    const receiving = day(20)
    expect(
      nextSteps(chair, desk({ sessions: [taking({ ...settled, receiving, unanswered: 2 })] })),
    ).toMatchObject([{ kind: 'awaitComments', count: 5, period: receiving }])
    expect(
      nextSteps(chair, desk({ sessions: [taking({ ...settled, unanswered: 2 })] })),
    ).toMatchObject([{ kind: 'awaitResponses', count: 2, total: 5 }])
    const adopted = taking({ ...settled, adopted: true })
    const corrigenda = [{ sessionId: adopted.id, itemId: 'item', at: new Date(0) }]
    expect(kinds(chair, { sessions: [adopted] })).toEqual([])
    expect(nextSteps(chair, desk({ sessions: [adopted], corrigenda }))).toMatchObject([
      { kind: 'releaseCorrigenda', count: 1, item: 'item' },
    ])
    const reportCorrigenda = [{ sessionId: adopted.id, key: 'opening', at: new Date(0) }]
    expect(nextSteps(chair, desk({ sessions: [adopted], reportCorrigenda }))).toMatchObject([
      { kind: 'releaseReportCorrigenda', count: 1, item: 'opening' },
    ])
    expect(kinds(chair, { sessions: [taking({ ...settled, adopted: true })] })).toEqual([])
  })

  test('items wait for whoever presides: with handed powers the Vice-Chair, and not the Chair', () => {
    const [chair, viceChair] = [officer('chair'), { ...officer('viceChair'), personId: 'v' }]
    const inHand = taking({ withoutOutcome: 0, items: 5, agreed: 3, adReferendum: 1 })
    const handed = { ...inHand, powers: { fromPersonId: 'o', toPersonId: 'v' } }
    expect(kinds(chair, { sessions: [inHand] })).toEqual(['agreeItems'])
    expect(kinds(viceChair, { sessions: [inHand] })).toEqual(['followStockTaking'])
    expect(kinds(chair, { sessions: [handed] })).toEqual(['followStockTaking'])
    expect(kinds(viceChair, { sessions: [handed] })).toEqual(['agreeItems'])
    const counts = { total: 5, adReferendum: 1 }
    expect(nextSteps(viceChair, desk({ sessions: [handed] }))).toMatchObject([
      { ...counts, count: 2 },
    ])
    expect(nextSteps(chair, desk({ sessions: [handed] }))).toMatchObject([{ ...counts, count: 3 }])
  })

  test('a stock-taking waits for the Secretariat, which chooses what it covers', () => {
    const waiting = { sessions: [taking({ opened: false, sources: 0, withoutOutcome: 0 })] }
    expect(kinds(officer('secretariat'), waiting)).toEqual(['openStockTaking'])
    expect(kinds(officer('rapporteur'), waiting)).toEqual([])
    expect(kinds(officer('chair'), waiting)).toEqual([])
  })

  test('the extended Bureau sees how far the stock-taking has come', () => {
    expect(kinds(officer('bureau'), { sessions: [taking()] })).toEqual(['followStockTaking'])
  })
})
