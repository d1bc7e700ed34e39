/** Outcomes of a preliminary item. The first four follow from its lineage, the others are decided. */
export const outcomeKinds = [
  'adoptedAsIs',
  'mergedInto',
  'splitInto',
  'reworded',
  'deferred',
  'notAgreed',
  'withdrawn',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** Outcomes of an item that no consolidated item takes anything from. */
export const asideKinds = ['deferred', 'notAgreed', 'withdrawn'] as const
export type AsideKind = (typeof asideKinds)[number]

export const isAside = (outcome: OutcomeKind | null): outcome is AsideKind =>
  asideKinds.some((kind) => kind === outcome)

/** A consolidated item's share of a source. */
export const takenKinds = ['whole', 'part', 'idea'] as const
export type Taken = (typeof takenKinds)[number]

/** A consolidated item's status in the plenary. */
export const statusKinds = [
  'pending',
  'underDiscussion',
  'bracketed',
  'agreedAdReferendum',
  'agreed',
  'noConsensus',
] as const
export type StatusKind = (typeof statusKinds)[number]

/** The acts of the desk that can be undone; their names are under `consolidation.acts` of the messages. */
export const deskActKinds = [
  'made',
  'reworded',
  'linked',
  'unlinked',
  'moved',
  'removed',
  'merged',
  'split',
  'setAside',
  'takenBack',
  'undone',
] as const
export type DeskActKind = (typeof deskActKinds)[number]
