/** The closed lists of the field's own words, shared by schemas, policies and pages. */

export const entityKinds = [
  'memberState',
  'observerState',
  'intergovernmental',
  'unEntity',
  'institute',
  'privateSector',
  'nonGovernmental',
  'academia',
] as const
export type EntityKind = (typeof entityKinds)[number]

/** Whether an entity of this kind is a State. */
export const isStateKind = (kind: EntityKind): boolean =>
  kind === 'memberState' || kind === 'observerState'

const delegationStates = ['announced', 'registered', 'accredited', 'withdrawn'] as const
export type DelegationState = (typeof delegationStates)[number]

/**
 * The delegations that take part in a session. An announced one is only asked to comment on lists that circulate: nobody
 * has a seat in it.
 */
export const takingPart: { in: DelegationState[] } = { in: ['registered', 'accredited'] }

export const representativeRoles = ['head', 'alternate', 'adviser'] as const
export type RepresentativeRole = (typeof representativeRoles)[number]

export const officeKinds = ['chair', 'viceChair', 'rapporteur', 'secretariat', 'bureau'] as const
export type OfficeKind = (typeof officeKinds)[number]
