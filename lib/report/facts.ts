import type {
  AgendaItemKind,
  DecidedBy,
  DecidedHow,
  SessionKind,
  SessionStep,
} from '@/lib/sessions/kinds'
import type { EntityKind } from '@/lib/delegations/kinds'
import type { DocumentKind } from '@/lib/documents/kinds'
import type { TextDocument } from '@/lib/text/document/document'
import type { ChosenVersion } from './writing/versions'

/**
 * All facts of a report, as plain values: decisions, meetings, statements and attendance. Days are "2020-07-27"; an
 * unknown fact is null or empty, and becomes a placeholder. `load.ts` reads them out of the database; the functions of
 * `paragraphs/` turn them into text and know no other source.
 */
export type ReportFacts = {
  group: GroupFacts
  session: SessionFacts
  mandates: MandateFacts[]
  earlier: EarlierMeetingFacts[]
  workplan: WorkplanFacts | null
  decisions: DecisionFacts[]
  opening: OpeningFacts | null
  agenda: AgendaItemFacts[]
  meetings: MeetingFacts[]
  statements: StatementFacts
  attendance: AttendanceFacts[]
  documents: DocumentFacts[]
  /** Whether comments of Member States under the workplan lay before the session. */
  commentsReceived: boolean
  list: ListFacts | null
  free: FreeParagraph[]
}

export type GroupFacts = {
  /** "Expert Group to Conduct a Comprehensive Study on Cybercrime" */
  name: string
  /** The name in running text after "the": "Expert Group". */
  calledShort: string
  /** The longer description after "the": "intergovernmental expert group on cybercrime"; empty: `calledShort`. */
  describedAs: string
  symbolRoot: string
  /** "Commission on Crime Prevention and Criminal Justice" */
  parentBody: string
  /** "session" or "meeting": the word for the whole event. */
  eventWord: string
}

export type SessionFacts = {
  kind: SessionKind
  ordinal: number
  place: string
  startsOn: string
  endsOn: string
}

/** A resolution or declaration that gave the group a task. */
export type MandateFacts = {
  id: string
  /** "65/230"; empty if `instrument` names the source. */
  symbol: string
  /** The speaking body: "General Assembly", "Member States". */
  body: string
  /** As much of the date as is known and printed: "2019-12-18", "2017-05", or "2010", which is not printed. */
  dated: string
  /** The session of the body that adopted it: 26 prints "adopted at its twenty-sixth session in May 2017". */
  adoptedAtSession: number | null
  /** Other than a resolution: the words after "In", such as "the Doha Declaration on …". */
  instrument: string
  /** Its request, from its verb on: "requested the Expert Group to …". */
  asked: string
}

/** An earlier session of the group. */
export type EarlierMeetingFacts = {
  ordinal: number
  place: string
  startsOn: string
  endsOn: string
  /** The events, after "At that meeting, ": free words; empty if only its dates are known. */
  account: string
}

export type WorkplanFacts = {
  fromYear: number
  untilYear: number
  symbol: string
  proposedByChair: boolean
  stockTakingYear: number | null
  /** The test of a conclusion or recommendation, after "which are". */
  listRule: string
  secretariatAssists: boolean
  /** Recipients of lists: "memberStates", "observers", "otherStakeholders". */
  circulatedTo: string[]
  commentsPosted: boolean
  /** The body that receives the adopted list; empty: the parent body. */
  submittedTo: string
}

export type DecisionFacts = {
  step: SessionStep
  decidedBy: DecidedBy
  how: DecidedHow
  on: string
  meeting: { number: number; date: string } | null
  circulatedOn: string | null
  startsOn: string | null
  endsOn: string | null
  /** "hybrid/Chair format" */
  formatWords: string
  reason: string
  documentSymbol: string
  /** The title of an approved text; empty for every other step. */
  subject: string
  /** The meeting at which the group took note of it. */
  noted: { number: number; date: string } | null
}

/** A person as reports print one: "Mr. André Rypl (Brazil), Vice-Chair". */
export type OfficerFacts = {
  title: string
  honorific: string
  name: string
  affiliation: string
  /** "his" or "her", if it is known. */
  possessive: string
}

export type OpeningFacts = {
  by: OfficerFacts | null
  remotely: boolean
  powers: { from: OfficerFacts; to: OfficerFacts; scope: string }[]
  /** Whether powers were handed over from or to somebody who is not entered in the Bureau, and so has no printed name. */
  unnamedPowers?: boolean
}

type MeetingFacts = { number: number; date: string }

export type AgendaItemFacts = {
  id: string
  number: number
  letter: string
  title: string
  kind: AgendaItemKind
  /** The meetings that considered it: of a meeting without a number only the day is known. */
  considered: { meeting: number | null; date: string; confirmed: boolean }[]
  allMeetingsKnown: boolean
  panellists: PanellistFacts[]
}

export type PanellistFacts = { honorific: string; name: string; affiliation: string }

export type StatementFacts = {
  /** Whether no further speaker is expected; until then a list ends in a placeholder. */
  complete: boolean
  speakers: SpeakerFacts[]
}

/** A State or another entity as running text names it. */
export type NamedFacts = {
  name: string
  /** Whether running text says "the" before the name. */
  article: boolean
  /** The place in English alphabetical order. */
  sortKey: string
}

export type SpeakerFacts = NamedFacts & {
  kind: EntityKind | 'groupOfStates'
  /** The group for which it spoke. */
  onBehalfOf: string
  /** The members of that group, or of the speaking group itself, that dissociated themselves from the statement. */
  except: NamedFacts[]
}

/** The number of participants of a kind, in the order in which the report names the kinds; `count` null: some, not counted. */
export type AttendanceFacts = { kind: EntityKind; count: number | null; provisional: boolean }

export type DocumentFacts = { kind: DocumentKind; title: string; symbol: string }

/** The preliminary list of the session; its items print in the report or in addenda to the draft. */
export type ListFacts = {
  headings: { title: string; items: { letter: string; text: TextDocument; language: string }[] }[]
}

/** A paragraph that a person wrote, as it prints: it stands after the composed ones of its section. */
export type FreeParagraph = { id: string; section: string } & ChosenVersion
