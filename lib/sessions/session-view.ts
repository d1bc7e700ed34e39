import { ordinalWord, printDateRange } from '@/lib/clock'
import type { SessionFormat, SessionKind } from './kinds'

/** A period as pages show it; `open` was decided by the database's clock at `readAt`. */
export type PeriodView = {
  open: boolean
  openedAt: Date
  openUntil: Date
  closedAt: Date | null
  readAt: Date
}

/** The facts of a session that every page of it needs. */
export type SessionView = {
  id: string
  slug: string
  ordinal: number
  title: string
  kind: SessionKind
  format: SessionFormat
  startsOn: Date
  endsOn: Date
  place: string
  /** The version that a form sends back with a change. */
  version: number
  groupId: string
  groupName: string
  groupShortName: string
  symbolRoot: string
  eventWord: string
  observersMayPropose: boolean
  stakeholdersMayComment: boolean
  /** The latest period of each kind, or null if there was none. */
  submission: PeriodView | null
  comments: PeriodView | null
  listIssued: boolean
  /** Whether those who take part read the draft report. */
  reportReleased: boolean
  /** The time at which the session was read, by the database's clock. */
  readAt: Date
}

/** "Sixth session": how the group's setting names the event. Within a sentence, see below. */
export const sessionName = (session: Pick<SessionView, 'ordinal' | 'eventWord'>): string => {
  const name = sessionInSentence(session)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** "sixth session": the name as it stands within a sentence. */
export const sessionInSentence = ({
  ordinal,
  eventWord,
}: Pick<SessionView, 'ordinal' | 'eventWord'>): string => `${ordinalWord(ordinal)} ${eventWord}`

/** Whether sessions that stand together belong to several groups, so that each bears its group's name. */
export const areOfSeveralGroups = (sessions: readonly { groupName: string }[]): boolean =>
  new Set(sessions.map(({ groupName }) => groupName)).size > 1

/** Whether proposals are written in a session: a stock-taking consolidates the lists of others, and few have a period. */
export const takesProposals = (session: Pick<SessionView, 'kind' | 'submission'>): boolean =>
  session.kind === 'topical' || session.submission !== null

/** "Vienna, 27–29 July 2020" */
export const placeAndDates = (
  session: Pick<SessionView, 'place' | 'startsOn' | 'endsOn'>,
): string => `${session.place}, ${printDateRange(session.startsOn, session.endsOn)}`

/** The slug of the session in which an address lies, or undefined. */
export const sessionSlugIn = (path: string | null): string | undefined =>
  path?.match(/^\/sessions\/([a-z0-9-]+)(?:[/?#]|$)/)?.[1]
