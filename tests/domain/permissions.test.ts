import { describe, expect, test } from 'vitest'
import * as amendments from '@/lib/amendments/policy'
import * as comments from '@/lib/comments/policy'
import * as consolidation from '@/lib/consolidation/policy'
import { type Actor, type Place, visitor } from '@/lib/delegations/actor'
import type { EntityKind, OfficeKind } from '@/lib/delegations/kinds'
import * as delegations from '@/lib/delegations/policy'
import { presides } from '@/lib/delegations/powers/powers'
import * as proposals from '@/lib/proposals/policy'
import * as sessions from '@/lib/sessions/policy'

// Who may do what, as domain.md 1.4 says. A Rapporteur can read it: one row an act, one column a
// role; • may, · may not. The phase of each act stands in the second table.

const SESSION = 'the session'
const place = (delegationId: string, entityKind: EntityKind, maySubmit: boolean): Place => ({
  representativeId: `${delegationId}-${maySubmit}`,
  delegationId,
  sessionId: SESSION,
  delegationName: delegationId,
  delegationState: 'registered',
  entityKind,
  role: maySubmit ? 'head' : 'adviser',
  maySubmit,
})
const person = (places: Place[], offices: OfficeKind[] = []): Actor => ({
  personId: 'somebody',
  name: 'Somebody',
  places,
  offices: offices.map((kind) => ({ kind, sessionId: kind === 'secretariat' ? null : SESSION })),
})

const roles: Record<string, Actor> = {
  'head of the author': person([place('author', 'memberState', true)]),
  'its adviser': person([place('author', 'memberState', false)]),
  'another State': person([place('other', 'memberState', true)]),
  'its adviser too': person([place('other', 'memberState', false)]),
  'observer State': person([place('observer', 'observerState', true)]),
  organisation: person([place('organisation', 'intergovernmental', true)]),
  stakeholder: person([place('stakeholder', 'nonGovernmental', true)]),
  Chair: person([], ['chair']),
  'Vice-Chair': person([], ['viceChair']),
  Rapporteur: person([], ['rapporteur']),
  Secretariat: person([], ['secretariat']),
  Bureau: person([], ['bureau']),
  'withdrawn State': person([
    { ...place('gone', 'memberState', true), delegationState: 'withdrawn' },
  ]),
  'of another session': {
    ...person([{ ...place('author', 'memberState', true), sessionId: 'another' }]),
    offices: (['chair', 'rapporteur', 'viceChair', 'bureau'] as const).map((kind) => ({
      kind,
      sessionId: 'another',
    })),
  },
  visitor,
}

const setting = {
  sessionId: SESSION,
  observersMayPropose: false,
  stakeholdersMayComment: true,
  delegationId: 'author',
  authorDelegationId: 'author',
}
const amendment = { sessionId: SESSION, delegationId: 'author' }

type Ability = (actor: Actor) => boolean
// biome-ignore format: it is read as a table
const table: [act: string, who: string, ability: Ability][] = [
  // The columns, in the order of `roles` above:
  //                                     author  other   obs org ngo  Ch VC Ra Se Bu  gone else visitor
  ['write a proposal', '••••···········', (a) => proposals.canDraftProposal(a, setting)],
  ['submit a proposal', '•·•············', (a) => proposals.canSubmitProposal(a, setting)],
  ['revise the proposal', '••·············', (a) => proposals.canReviseProposal(a, setting)],
  ['withdraw the proposal', '•··············', (a) => proposals.canWithdrawProposal(a, setting)],
  ['co-sponsor it', '··•············', (a) => proposals.canCoSponsorProposal(a, setting)],
  ['write an amendment of it', '··••···········', (a) => amendments.canDraftAmendment(a, setting)],
  ['release an amendment', '··•············', (a) => amendments.canReleaseAmendment(a, setting)],
  ['withdraw that amendment', '•··············', (a) => amendments.canWithdrawAmendment(a, amendment)],
  ['join that amendment', '··•············', (a) => amendments.canCoSponsorAmendment(a, amendment)],
  ['answer an amendment', '•·•······•·····', (a) => amendments.canAnswerAmendment(a, setting)],
  ['join amendments into it', '••·············', (a) => amendments.canJoinAmendments(a, setting)],
  ['compile the list', '·········••····', (a) => proposals.canCompileList(a, SESSION)],
  ['issue the list', '··········•····', (a) => proposals.canIssueList(a, SESSION)],
  ['read it in the making', '·······••••····', (a) => proposals.canReadListInTheMaking(a, SESSION)],
  ['write a comment', '•••••••········', (a) => comments.canDraftComment(a, setting)],
  ['release a comment', '•·•·•••········', (a) => comments.canReleaseComment(a, setting)],
  ['consolidate', '·········••····', (a) => consolidation.canConsolidate(a, SESSION)],
  ['choose what a stock-taking covers', '··········•····', (a) => consolidation.canChooseLists(a, SESSION)],
  ['preside, by office', '·······••······', (a) => consolidation.canPreside(a, SESSION)],
  ['preside now', '·······•·······', (a) => presides(a, SESSION, null)],
  ['run the screen', '·······••••····', (a) => consolidation.canRunScreen(a, SESSION)],
  ['object', '•·•············', (a) => consolidation.canObject(a, SESSION)],
  ['disagree', '•·•·•••········', (a) => consolidation.canDisagree(a, SESSION)],
  ['read what became of ours', '•••••••········', (a) => consolidation.canReadOurs(a, SESSION)],
  ['support a wording', '•·•············', (a) => consolidation.canSupport(a, SESSION)],
  ['read the desk', '·······••••····', (a) => consolidation.canReadDesk(a, SESSION)],
  ['read the consolidated list', '••••••••••••···', (a) => consolidation.canReadConsolidated(a, SESSION)],
  ['take a snapshot', '·······••·•····', (a) => consolidation.canTakeSnapshot(a, SESSION)],
  ['issue a corrigendum', '··········•····', (a) => consolidation.canCorrect(a, SESSION)],
  ['create a session', '··········•····', (a) => sessions.canCreateSession(a)],
  ['change the session', '··········•····', (a) => sessions.canChangeSession(a, SESSION)],
  ['open and close periods', '··········•····', (a) => sessions.canSetPeriods(a, SESSION)],
  ['register delegations', '··········•····', (a) => delegations.canRegisterDelegations(a, SESSION)],
  ['appoint officers', '··········•····', (a) => delegations.canAppointOfficers(a, SESSION, { wholeGroup: true })],
]

describe('who may', () => {
  test.each(table)('%s', (_, who, ability) => {
    const drawn = Object.values(roles).map((actor) => (ability(actor) ? '•' : '·'))
    expect(drawn.join('')).toBe(who)
  })

  test('every predicate of every policy stands in the table', () => {
    const told = table.map(([, , ability]) => ability.toString()).join('\n')
    const rooms = { amendments, comments, consolidation, delegations, proposals, sessions }
    const missing = Object.values(rooms)
      .flatMap((room) => Object.keys(room))
      .filter((name) => name.startsWith('can') && !told.includes(`.${name}`))
    expect(missing).toEqual([])
  })
})

describe('what the settings of the group change', () => {
  test('observer States propose where the group admits it; organisations never', () => {
    const open = { ...setting, observersMayPropose: true }
    expect(proposals.canSubmitProposal(roles['observer State']!, open)).toBe(true)
    expect(proposals.canSubmitProposal(roles.organisation!, open)).toBe(false)
  })

  test('other stakeholders comment unless the group closes it to them', () => {
    const closed = { ...setting, stakeholdersMayComment: false }
    expect(comments.canReleaseComment(roles.stakeholder!, closed)).toBe(false)
    expect(comments.canReleaseComment(roles.organisation!, closed)).toBe(true)
  })

  test('a Chair who handed over presides no more; the Vice-Chair who received the powers does', () => {
    const chair = { ...roles.Chair!, personId: 'the Chair' }
    const vice = { ...roles['Vice-Chair']!, personId: 'the Vice-Chair' }
    const powers = { fromPersonId: 'the Chair', toPersonId: 'the Vice-Chair' }
    expect(presides(chair, SESSION, powers)).toBe(false)
    expect(presides(vice, SESSION, powers)).toBe(true)
    expect(presides({ ...vice, personId: 'another Vice-Chair' }, SESSION, powers)).toBe(false)
  })
})
