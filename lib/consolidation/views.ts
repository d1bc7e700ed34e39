import type { ProposalKind } from '@/lib/proposals/kinds'
import { differentPrintedNumber, itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import type { TextDocument } from '@/lib/text/document/document'
import type { DeskActKind, OutcomeKind, StatusKind, Taken } from './kinds'

/** A preliminary item as the desk shows it, with its outcome so far. */
export type DeskSource = {
  id: string
  sessionSlug: string
  sessionOrdinal: number
  heading: string
  paragraph: number | null
  letter: string | null
  /** The number under which an imported list printed it. */
  importedNumber: string | null
  kind: ProposalKind
  language: string
  text: string
  /** The States it is attributed to, in the order in which they are printed. */
  attribution: string[]
  /** Whether every proposal that it stands for was withdrawn by its authors. */
  withdrawn: boolean
  /** The States that took over a proposal that it stands for, after its authors withdrew it. */
  takenOverBy: string[]
  outcome: OutcomeKind | null
  reason: string
  decidedAt: Date | null
  decidedBy: string
  /** Delegations that disagree with its outcome. */
  disagreements: number
  /** The consolidated items that take something of it, with the words if they take a part. */
  uses: Use[]
}

export type Use = { id: string; taken: Taken; words: string }

export type DeskItem = {
  id: string
  headingId: string
  position: number
  kind: ProposalKind
  language: string
  text: string
  wording: number
  /** Its number, as the adoption gives it. */
  paragraph: number
  letter: string
  sources: number
  status: StatusKind
  /** Objections that stand against the present wording or an earlier one. */
  objections: number
  /** Delegations that disagree with the outcome of their items. */
  disagreements: number
  /** The number of its last corrigendum after its adoption, which set its text; 0 for none. */
  corrected: number
}

/** `position` counts from 1 among the headings. */
export type DeskHeading = { id: string; title: string; position: number; items: DeskItem[] }

export type ListFacts = {
  id: string
  sessionId: string
  version: number
  adoptedAt: Date | null
  adoptedMeeting: number | null
  textHash: string | null
}

export type ConsolidatedListView = ListFacts & { headings: DeskHeading[] }

/** One page of the list with the headings that have items on it, and the names of all. */
export type DeskListView = ConsolidatedListView & {
  page: number
  pages: number
  all: { id: string; title: string }[]
}

/** The filter of the desk's left side; all empty shows everything. */
export type DeskFilter = {
  session: string
  outcome: OutcomeKind | 'none' | ''
  words: string
  /** The title of a heading, and the name of a State; none given is any. */
  topic?: string
  state?: string
}

/** An issued list of the group, and whether the stock-taking covers it. */
export type ListToCover = {
  id: string
  symbol: string
  slug: string
  ordinal: number
  startsOn: Date
  endsOn: Date
  items: number
  covered: boolean
}

/** The options of the filter: the sessions with issued lists, the headings on them, the States printed there. */
export type DeskChoices = {
  sessions: { slug: string; ordinal: number }[]
  topics: string[]
  states: string[]
}

/** An act of the desk that can be undone now; one that undid another gives it again. */
export type RecentAct = {
  id: string
  kind: DeskActKind
  /** The kind of the act that it undid; null for an act that is no undoing. */
  undoes: DeskActKind | null
  by: string
  at: Date
  /** The item that it touched, or the first of several: its number and first words, and the session of its list. */
  item: {
    id: string
    number: string
    words: string
    source: { slug: string; ordinal: number } | null
  } | null
}

/** A consolidated item with all that it comes from and all that it ever read. */
export type ConsolidatedItemView = DeskItem & {
  /** The reason that the presiding officer gave for the declared status; '' for none. */
  statusReason: string
  heading: string
  body: TextDocument
  /** Corrections after adoption, the earliest first; `text` and `body` stay the adopted ones. */
  corrigenda: {
    number: number
    body: TextDocument
    text: string
    reason: string
    issuedAt: Date
  }[]
  wordings: {
    number: number
    body: TextDocument
    text: string
    reason: string
    createdAt: Date
    createdBy: string
    /** The State or organisation that proposed it by a comment; null for others. */
    proposedBy: string | null
  }[]
  from: (DeskSource & { taken: Taken; words: string })[]
  disagreed: StatedDisagreement[]
}

/**
 * A delegation's disagreement that stands: with a wording of a consolidated item, or, without one, with the
 * outcome of its preliminary item.
 */
export type StatedDisagreement = {
  id: string
  itemId: string
  consolidatedItemId: string | null
  wording: number | null
  delegationName: string
  text: string
  statedAt: Date
}

/** "Fifth session, A. Legislation, para. 2 (c)": the public name of a preliminary item, but the session's part. */
export const placeOnList = ({
  heading,
  paragraph,
  letter,
  importedNumber = null,
}: Pick<DeskSource, 'heading' | 'paragraph' | 'letter'> & { importedNumber?: string | null }) => {
  const number = itemNumber({ paragraph, letter })
  const printed = differentPrintedNumber(number, importedNumber)
  return [heading, number && `para. ${number}${printed ? ` [${printed}]` : ''}`]
    .filter(Boolean)
    .join(', ')
}
