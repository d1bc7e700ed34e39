import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/delegations/actor'
import {
  type ActedProposal,
  type ActsSetting,
  listActs,
  listActsOfHead,
} from '@/lib/desk/acts/proposal-acts'

const delegate = (delegationId: string, maySubmit = true): Actor => ({
  personId: 'somebody',
  name: 'Somebody',
  offices: [],
  memberships: [
    {
      representativeId: 'r',
      delegationId,
      sessionId: 'sixth',
      delegationName: delegationId,
      delegationState: 'registered',
      entityId: 'state',
      entityKind: 'memberState',
      role: maySubmit ? 'head' : 'adviser',
      maySubmit,
    },
  ],
})
const author = delegate('author')
const stranger = delegate('other')
const rapporteur: Actor = {
  ...author,
  memberships: [],
  offices: [{ kind: 'rapporteur', sessionId: 'sixth' }],
}

const proposal = (given: Partial<ActedProposal> = {}): ActedProposal => ({
  sessionId: 'sixth',
  delegationId: 'author',
  withdrawnAt: null,
  takenOver: null,
  listIssued: false,
  decided: 'undecided',
  currentNumber: 3,
  coSponsors: [],
  openAmendments: 0,
  ...given,
})
const setting = (given: Partial<ActsSetting> = {}): ActsSetting => ({
  session: {
    id: 'sixth',
    stakeholdersMayComment: true,
    submission: { open: true },
    comments: { open: true },
  },
  takeOverRule: null,
  revising: false,
  suggesting: false,
  asking: false,
  ...given,
})
const closed = setting({
  session: {
    id: 'sixth',
    stakeholdersMayComment: true,
    submission: { open: false },
    comments: { open: false },
  },
})

describe('the first act of a person on a proposal', () => {
  const first = (actor: Actor, given: Partial<ActedProposal>, where = setting()) =>
    listActs(actor, proposal(given), where)[0]

  test('is to decide what others suggest, for its author', () => {
    expect(first(author, { openAmendments: 3 })).toBe('decide')
    expect(first(author, { openAmendments: 3 }, setting({ revising: true }))).toBe('decide')
  })
  test('is to go on with the revision in hand', () => {
    expect(first(author, {}, setting({ revising: true }))).toBe('goOnRevising')
  })
  test('is to suggest a change, for others', () => {
    expect(listActs(stranger, proposal(), setting())).toEqual(['suggest', 'comment', 'coSponsor'])
  })
  test('is to go on with the suggestion in hand', () => {
    expect(first(stranger, {}, setting({ suggesting: true }))).toBe('goOnSuggesting')
  })
  test('is to confirm what the own State co-sponsored at an earlier revision', () => {
    expect(first(stranger, { coSponsors: [{ delegationId: 'other', revision: 1 }] })).toBe(
      'confirm',
    )
  })
  test('is to take over a withdrawn text that is shared', () => {
    const takeOverRule = { shared: true, sessionIds: ['sixth'], withdrawnBy: ['author'] }
    const withdrawn = { withdrawnAt: new Date() }
    expect(listActs(stranger, proposal(withdrawn), setting({ takeOverRule }))).toEqual(['takeOver'])
  })
})

test('what the periods do not allow is not offered', () => {
  expect(listActs(stranger, proposal(), closed)).toEqual(['coSponsor'])
  expect(listActs(stranger, proposal({ listIssued: true }), closed)).toEqual([])
})

test('authors may prepare a revision outside of the period, after all else', () => {
  expect(listActs(author, proposal({ openAmendments: 1 }), closed)).toEqual([
    'decide',
    'revise',
    'withdraw',
  ])
})

test('an officer without a delegation has nothing to do here', () => {
  expect(listActs(rapporteur, proposal({ openAmendments: 2 }), setting())).toEqual([])
})

describe('an adviser', () => {
  test('learns what the head can do', () => {
    const adviser = delegate('other', false)
    expect(listActs(adviser, proposal(), setting())).toEqual(['suggest', 'comment'])
    expect(listActsOfHead(adviser, proposal(), setting())).toEqual(['coSponsor'])
  })
  test('of the author learns that the head can withdraw', () => {
    expect(listActsOfHead(delegate('author', false), proposal(), setting())).toEqual(['withdraw'])
  })
  test('goes on with the revision in hand, or asks the head to release it', () => {
    const inHand = setting({ revising: true, asking: true })
    expect(listActs(delegate('author', false), proposal(), inHand)).toEqual([
      'goOnRevising',
      'ask',
      'comment',
      'revise',
    ])
  })
  test('who is head has nothing left to ask for', () => {
    expect(listActsOfHead(author, proposal(), setting())).toEqual([])
  })
})
