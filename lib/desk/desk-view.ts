import type { Progress } from '@/lib/consolidation/status/progress'
import type { HandedPowers } from '@/lib/delegations/powers/powers'
import type { CorrigendumToRelease } from '@/lib/plenary/corrigenda/queries'
import type { ReportCorrigendumToRelease } from '@/lib/report/corrigenda/queries'
import type { PeriodKind, SessionKind } from '@/lib/sessions/kinds'
import type { WaitingSilence } from '@/lib/silence/waiting'
import type { DeskDraft, DeskProposal, SessionName } from './facts'

/** An open period and the whole hours until its deadline, by the database's clock. */
export type OpenPeriod = { until: Date; hoursLeft: number }

/** A period that has ended without another of its kind being open. */
type EndedPeriod = { kind: PeriodKind; at: Date }

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
  ended: EndedPeriod[]
  listIssued: boolean
  /** The agenda items to which a proposal can belong. */
  agendaItems: number
  /** Proposals that are not withdrawn, and those of them without an item on the preliminary list. */
  proposals: number
  unplaced: number
  /** The delegations that take part, and the meetings. */
  delegations: number
  meetings: number
  /** Whether lists went out for comments before the stock-taking. */
  circulated: boolean
  /** The offices that nobody holds and the Secretariat is to fill; empty for everybody else. */
  vacant: ('chair' | 'rapporteur')[]
  stockTaking: StockTaking | null
  /** The powers of its Chair, if they are handed over. */
  powers: HandedPowers
}

/** The progress of a stock-taking: sources of the covered lists, and consolidated items. */
export type StockTaking = {
  opened: boolean
  /** The issued lists of the group, from which those that it covers are chosen. */
  issuedLists: number
  adopted: boolean
  sources: number
  withoutOutcome: number
  /** Of a settled list: until when comments on circulated lists can come, and those that owe a response. */
  receiving: OpenPeriod | null
  unanswered: number
} & Pick<Progress, 'items' | 'agreed' | 'adReferendum'>

/** Whether every source has its outcome and every item of the list is agreed, before the adoption. */
export const isSettled = ({
  adopted,
  withoutOutcome,
  items,
  agreed,
}: Pick<StockTaking, 'adopted' | 'withoutOutcome' | 'items' | 'agreed'>): boolean =>
  !adopted && withoutOutcome === 0 && items > 0 && agreed === items

export type DeskResponses = {
  sessionId: string
  circulationId: string
  title: string
  count: number
}
export type DeskReplies = { sessionId: string; delegationId: string; count: number; at: Date }

/** A circulation in which the person's delegation is asked, or with late comments for the person's decision. */
export type DeskCirculation = SessionName & {
  id: string
  sessionId: string
  title: string
  openedAt: Date
  openUntil: Date
  /** While it is open. */
  period: OpenPeriod | null
  /** The person's delegation, if it is asked. */
  delegation: string | null
  maySubmit: boolean
  items: number
  looked: number
  /** Comments in the delegation's hand, and the time of the last change. */
  inHand: number
  inHandAt: Date | null
  /** Late comments that wait for the Secretariat's decision. */
  late: number
  lateAt: Date | null
  /** Papers that the Secretariat entered, with pieces to decide or comments to release. */
  papers: number
  papersAt: Date | null
  /** Stakeholders who ask to take part, for those who decide on them. */
  requests: { count: number; latest: Date } | null
}

/** Everything from which the rows of a person's desk are derived. */
export type Desk = {
  now: Date
  /** Those in which the person has a seat or an office. */
  sessions: DeskSession[]
  drafts: DeskDraft[]
  proposals: DeskProposal[]
  circulations: DeskCirculation[]
  /** The number of a delegation's own texts that changed at a stock-taking since this person's last visit, and the last time. */
  changes: { delegationId: string; count: number; at: Date }[]
  /** Comments on circulated lists that wait for the person's response, by circulation. */
  responses: DeskResponses[]
  /** Responses to which the person's delegations have not replied. */
  replies: DeskReplies[]
  silences: WaitingSilence[]
  /** Proposed corrigenda to adopted lists that the person may release, the oldest first. */
  corrigenda: CorrigendumToRelease[]
  /** The same to adopted reports. */
  reportCorrigenda: ReportCorrigendumToRelease[]
  /** Mail that could not be sent; null for people outside the Secretariat. */
  failedMail: number | null
  /** The time at which the person marked a row as done, by the row's subject. */
  marks: ReadonlyMap<string, Date>
}
