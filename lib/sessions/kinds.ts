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

export const periodKinds = ['submission', 'comments'] as const
export type PeriodKind = (typeof periodKinds)[number]
