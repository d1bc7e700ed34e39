import { ordinalWord, printDateRange } from '@/lib/clock'
import type { SessionFormat, SessionKind } from './kinds'

/** A window as a reader sees it; `open` was decided by the database's clock. */
export type PeriodView = { open: boolean; openedAt: Date; openUntil: Date; closedAt: Date | null }

/** What every page of a session needs to know of it. */
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
  /** What a change of the session says that it was made on. */
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
}

/** "Sixth session": how the group's setting names the event. */
export const sessionName = (session: Pick<SessionView, 'ordinal' | 'eventWord'>): string => {
  const word = ordinalWord(session.ordinal)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${session.eventWord}`
}

/** "Vienna, 27–29 July 2020" */
export const placeAndDates = (
  session: Pick<SessionView, 'place' | 'startsOn' | 'endsOn'>,
): string => `${session.place}, ${printDateRange(session.startsOn, session.endsOn)}`
