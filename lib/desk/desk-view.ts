import type { SessionKind } from '@/lib/sessions/kinds'

/** An open period and the whole hours until its deadline, by the database's clock. */
export type OpenPeriod = { until: Date; hoursLeft: number }

/** How many unreleased texts a delegation has on a proposal. */
export type Kept = { delegationId: string; number: number; count: number }

/** The facts of a session from which the next steps are derived. */
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
  /** Proposals that are not withdrawn, and those of them without an item on the preliminary list. */
  proposals: number
  unplaced: number
  stockTaking: StockTaking | null
}

/** The progress of a stock-taking: sources of the covered lists, and consolidated items. */
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

/** The sessions of a person, and the unreleased texts of their own delegations. */
export type Desk = {
  sessions: DeskSession[]
  drafts: { delegationId: string; count: number }[]
  commentDrafts: Kept[]
  amendmentDrafts: Kept[]
  /** How many of the delegation's own texts changed at a stock-taking since this person's last visit. */
  changes: { delegationId: string; count: number }[]
  /** Mail that could not be sent; null for people outside the Secretariat. */
  failedMail: number | null
}
