import { type Actor, type Membership, visitor } from '@/lib/delegations/actor'
import type { EntityKind, OfficeKind } from '@/lib/delegations/kinds'

export const SESSION = 'the session'
const place = (delegationId: string, entityKind: EntityKind, maySubmit: boolean): Membership => ({
  representativeId: `${delegationId}-${maySubmit}`,
  delegationId,
  sessionId: SESSION,
  delegationName: delegationId,
  delegationState: 'registered',
  entityId: delegationId,
  entityKind,
  role: maySubmit ? 'head' : 'adviser',
  maySubmit,
})
const person = (memberships: Membership[], offices: OfficeKind[] = []): Actor => ({
  personId: 'somebody',
  name: 'Somebody',
  memberships,
  offices: offices.map((kind) => ({ kind, sessionId: kind === 'secretariat' ? null : SESSION })),
})

/** One of each kind of person, in the order of the columns of the table. */
export const roles: Record<string, Actor> = {
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
