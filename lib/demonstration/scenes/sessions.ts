import { SessionFile } from '@/lib/meetings/session-file/format'
import factsOfSixth from '@/data/sixth-session.json' with { type: 'json' }
import type { AgendaItemKind, SessionFormat, SessionKind } from '@/lib/sessions/kinds'

export type DemonstrationSession = {
  ordinal: number
  slug: string
  kind: SessionKind
  format: SessionFormat
  place: string
  dates: readonly [string, string]
  earlier?: { dates: readonly [string, string]; reason: string; superseded: string }
  /** The days of its meetings, in the order of their numbers. */
  meetings: readonly string[]
  agenda: readonly { item: string; title: string; kind: AgendaItemKind }[]
  /** All that its own papers tell of it. */
  facts?: SessionFile
}

const agenda = (...substantive: string[]): DemonstrationSession['agenda'] => [
  { item: '1', title: 'Organizational matters', kind: 'organizational' },
  { item: '1a', title: 'Opening of the meeting', kind: 'organizational' },
  { item: '1b', title: 'Adoption of the agenda', kind: 'organizational' },
  ...substantive.map((title, index) => ({
    item: String(index + 2),
    title,
    kind: 'substantive' as const,
  })),
  { item: String(substantive.length + 2), title: 'Other matters', kind: 'other' },
  {
    item: String(substantive.length + 3),
    title: 'Adoption of the report',
    kind: 'adoptionOfReport',
  },
]

export const fourthSession: DemonstrationSession = {
  ordinal: 4,
  slug: 'fourth-session-2018',
  kind: 'topical',
  format: 'inPerson',
  place: 'Vienna',
  dates: ['2018-04-03', '2018-04-05'],
  meetings: ['2018-04-03', '2018-04-03', '2018-04-04', '2018-04-04', '2018-04-05', '2018-04-05'],
  agenda: agenda('Legislation and frameworks', 'Criminalization'),
}

export const fifthSession: DemonstrationSession = {
  ordinal: 5,
  slug: 'fifth-session-2019',
  kind: 'topical',
  format: 'inPerson',
  place: 'Vienna',
  dates: ['2019-03-27', '2019-03-29'],
  meetings: ['2019-03-27', '2019-03-27', '2019-03-28', '2019-03-28', '2019-03-29', '2019-03-29'],
  agenda: agenda('Law enforcement and investigations', 'Electronic evidence and criminal justice'),
}

/** Dates, postponement, agenda and panellists as the draft report of 27 July 2020 gives them. */
export const sixthSession: DemonstrationSession = {
  ordinal: 6,
  slug: 'sixth-session-2020',
  kind: 'topical',
  format: 'hybrid',
  place: 'Vienna',
  dates: ['2020-07-27', '2020-07-29'],
  earlier: {
    dates: ['2020-04-06', '2020-04-08'],
    reason: 'Postponed due to COVID-19 restrictions',
    superseded: '2020-04-15T12:00:00Z',
  },
  meetings: ['2020-07-27', '2020-07-27', '2020-07-28', '2020-07-28', '2020-07-29', '2020-07-29'],
  agenda: agenda('International cooperation', 'Prevention'),
  facts: SessionFile.parse(factsOfSixth),
}

/** The stock-taking is planned for 2021; its exact days are the demonstration's own. */
export const stockTakingSession: DemonstrationSession = {
  ordinal: 7,
  slug: 'seventh-session-2021',
  kind: 'stockTaking',
  format: 'hybrid',
  place: 'Vienna',
  dates: ['2021-04-06', '2021-04-08'],
  meetings: ['2021-04-06', '2021-04-06', '2021-04-07', '2021-04-07', '2021-04-08', '2021-04-08'],
  agenda: agenda('Consolidation of the preliminary conclusions and recommendations'),
}
