/** The closed lists of a session's own words. */

export const sessionKinds = ['topical', 'stockTaking'] as const
export type SessionKind = (typeof sessionKinds)[number]

export const sessionFormats = ['inPerson', 'hybrid', 'online'] as const
export type SessionFormat = (typeof sessionFormats)[number]

export const agendaItemKinds = [
  'organizational',
  'substantive',
  'other',
  'adoptionOfReport',
] as const
export type AgendaItemKind = (typeof agendaItemKinds)[number]

/** The agenda items to which a proposal can belong. */
export const forProposals = { kind: { in: ['substantive', 'other'] as AgendaItemKind[] } }

export const periodKinds = ['submission', 'comments'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** The steps of a session, and other decisions on it. */
export const sessionSteps = [
  'datesApproved',
  'postponed',
  'agendaApproved',
  'formatApproved',
  'organizationOfWorkApproved',
  'textApproved',
  'opened',
  'agendaAdopted',
  'workplanAdopted',
  'suspended',
  'resumed',
  'reportAdopted',
  'closed',
  'reportIssued',
  'ruled',
] as const
export type SessionStep = (typeof sessionSteps)[number]

/** Steps that are entered by hand or from a file; an approved text comes out of its silence procedure alone. */
export type EnteredStep = Exclude<SessionStep, 'textApproved'>
export const enteredSteps = sessionSteps.filter(
  (step): step is EnteredStep => step !== 'textApproved',
)

/** The Chair's ruling in the room: free words, or a step of the session. */
export const roomRulings = ['ruled', 'opened', 'suspended', 'resumed', 'closed'] as const
export type RoomRuling = (typeof roomRulings)[number]

export const decidedBys = ['extendedBureau', 'group', 'chair', 'secretariat'] as const
export type DecidedBy = (typeof decidedBys)[number]

export const decidedHows = ['silence', 'meeting', 'ruling', 'informed'] as const
export type DecidedHow = (typeof decidedHows)[number]

export const sessionStatuses = [
  'planned',
  'datesApproved',
  'postponed',
  'agendaApproved',
  'open',
  'suspended',
  'reportAdopted',
  'closed',
  'reportIssued',
] as const
export type SessionStatus = (typeof sessionStatuses)[number]

export const bureauCapacities = [
  'chair',
  'viceChair',
  'rapporteur',
  'regionalGroup',
  'groupOfStates',
  'other',
] as const
export type BureauCapacity = (typeof bureauCapacities)[number]

export const groupOfStatesKinds = ['regional', 'political', 'adHoc'] as const

export const agendaStepKinds = ['adopted', 'opened', 'concluded', 'reopened'] as const
export type AgendaStepKind = (typeof agendaStepKinds)[number]
