import type { SessionKind } from '@/lib/sessions/kinds'

/** A window that is open now, and how many hours it stays so by the database's clock. */
export type OpenPeriod = { until: Date; hoursLeft: number }

/** Proposals on which a delegation keeps something that it has not released yet. */
export type Kept = { delegationId: string; number: number; count: number }

/** What a person's desk needs to know of one of their sessions. */
export type DeskSession = {
  id: string
  slug: string
  ordinal: number
  eventWord: string
  title: string
  kind: SessionKind
  startsOn: Date
  endsOn: Date
  place: string
  observersMayPropose: boolean
  stakeholdersMayComment: boolean
  submission: OpenPeriod | null
  comments: OpenPeriod | null
  /** Whether submission was ever opened. */
  submissionOpened: boolean
  listIssued: boolean
  /** Living proposals, and those of them that stand on no item of the preliminary list. */
  proposals: number
  unplaced: number
  stockTaking: StockTaking | null
}

/** How far a stock-taking has come: the sources of the lists that it covers, and the consolidated items. */
export type StockTaking = {
  opened: boolean
  /** The issued lists of the group, from which those that it covers are chosen. */
  issuedLists: number
  adopted: boolean
  sources: number
  withoutOutcome: number
  items: number
  agreed: number
}

/** The sessions of a person, and what their own delegations have not released, by delegation. */
export type Desk = {
  sessions: DeskSession[]
  drafts: { delegationId: string; count: number }[]
  commentDrafts: Kept[]
  amendmentDrafts: Kept[]
  /** Things of theirs to which something happened at a stock-taking since this person last looked. */
  changes: { delegationId: string; count: number }[]
  /** Mail that was given up; null for whoever does not keep it. */
  failedMail: number | null
}
