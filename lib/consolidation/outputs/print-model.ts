import type { Registered } from '@/lib/documents/head'
import type { ProposalKind } from '@/lib/proposals/kinds'
import type { SessionView } from '@/lib/sessions/session-view'
import type { TextDocument } from '@/lib/text/document/document'
import type { OutcomeKind, StatusKind, Taken } from '@/lib/consolidation/kinds'

/** A correction of an adopted item, and its new text. */
export type PrintedCorrigendum = {
  number: number
  body: TextDocument
  text: string
  textHash: string
  reason: string
  issuedAt: Date
}

/** An item as the list prints it: adopted, or as it reads now. */
export type PrintedItem = {
  id: string
  kind: ProposalKind
  language: string
  body: TextDocument
  text: string
  textHash: string
  wording: number
  paragraph: number
  letter: string
  status: StatusKind
  /** The earliest first; the last one is how the item reads. */
  corrigenda: PrintedCorrigendum[]
}

type PrintedHeading = { title: string; items: PrintedItem[] }

/** A preliminary item with its outcome at this stock-taking. */
export type PrintedSource = {
  id: string
  sessionOrdinal: number
  heading: string
  paragraph: number | null
  letter: string | null
  importedNumber: string | null
  kind: ProposalKind
  language: string
  text: string
  textHash: string
  /** The States that it prints, each with the group for which it made the proposal. */
  attribution: string[]
  /** The States that took over the proposal that its authors withdrew. */
  takenOverBy: string[]
  outcome: OutcomeKind | null
  reason: string
  decidedAt: Date | null
  decidedBy: string
  /** The consolidated items that take something of it, in the order of their list. */
  uses: { itemId: string; taken: Taken; words: string }[]
  /** Delegations that disagree with its outcome, and their texts. */
  disagreements: { by: string; text: string; itemId: string | null; wording: number | null }[]
}

/** The papers that are printed of a consolidated list. */
export type ListPaperKind = 'consolidatedList' | 'concordance' | 'decisions'

/** Everything that a form of the consolidated list may t. */
export type PrintedList = {
  id: string
  /** Its papers in the register. */
  documents: Partial<Record<ListPaperKind, Registered>>
  session: SessionView
  /** The time of adoption, else of the latest wording. */
  asOf: Date
  adoptedAt: Date | null
  adoptedMeeting: number | null
  textHash: string | null
  /** Headings without items are left out. */
  headings: PrintedHeading[]
  /** Every item of the preliminary lists that were taken stock of, the oldest session first. */
  sources: PrintedSource[]
}

/** "2 (c)": how the list names an item. */
export const itemNumber = ({ paragraph, letter }: Pick<PrintedItem, 'paragraph' | 'letter'>) =>
  `${paragraph} (${letter})`

/** The present words of an item: corrected, if it was corrected. */
export const present = (item: PrintedItem): Pick<PrintedItem, 'body' | 'text' | 'textHash'> =>
  item.corrigenda.at(-1) ?? item

/** The items in the order of the list. */
export const itemsOf = ({ headings }: Pick<PrintedList, 'headings'>): PrintedItem[] =>
  headings.flatMap(({ items }) => items)

/** The sources of an item, with the part taken of each. */
export const sourcesOfItem = (
  { sources }: Pick<PrintedList, 'sources'>,
  itemId: string,
): { source: PrintedSource; taken: Taken; words: string }[] =>
  sources.flatMap((source) =>
    source.uses
      .filter((use) => use.itemId === itemId)
      .map(({ taken, words }) => ({ source, taken, words })),
  )

/** The names of a source as outputs print them: its authors, and the States that took over what those withdrew. */
export const namesOf = ({ attribution, takenOverBy }: PrintedSource): string[] =>
  takenOverBy.length === 0
    ? attribution
    : withTakers(
        attribution.filter((name) => !takenOverBy.includes(name)),
        takenOverBy,
      )

const withTakers = (authors: readonly string[], takers: readonly string[]): string[] => [
  ...authors.slice(0, -1),
  `${authors.at(-1) ?? ''}, taken over by ${takers.join(' and ')}`,
]
