/**
 * A paper: a document of the Expert Group as plain values, before it takes a form (Word, HTML, PDF). The caller fills
 * one from released texts; every writer of this folder gives the same words, the same numbers and, for the same paper,
 * the same bytes.
 */
export type Paper = {
  /** The language of the printed form: its fixed words, the style of its letters, its direction. */
  language: Language
  masthead: Masthead
  title: string
  subtitle?: string
  /** Printed as a footnote to the title, with an asterisk. */
  titleNote?: string
  /** A warning that stands on every page, such as "Demonstration: invented States". */
  notice?: string
  /** An ISO instant out of the record (when the list was issued). It goes into the file's properties; it is never the clock. */
  created: string
  /** The number of the first numbered paragraph if an extract keeps the numbers of its report; 1 if left out. */
  firstParagraph?: number
  /** The number of the first main heading (2 prints "II."); 1 if left out. */
  firstHeading?: number
  blocks: Block[]
}

export type Language = 'en' | 'fr' | 'es' | 'ru' | 'zh' | 'ar'

/**
 * The head of the first page. An expert group's own papers (symbols that begin with UNODC/) print the date and the
 * original language alone; a report to its Commission prints the distribution too.
 */
export type Masthead = {
  symbol: string
  /** As printed: "27 July 2020". */
  date: string
  /** The original language as printed: "English", "All languages". */
  original: string
  /** The large words of the head: "Economic and Social Council". */
  organ?: string
  /** The meeting body: "Expert Group to Conduct a Comprehensive Study on Cybercrime". */
  body: string
  /** "Sixth session" */
  session?: string
  /** "Vienna, 27–29 July 2020" */
  datesAndPlace: string
  agendaItem?: { number: string; title: string }
  /** "V.20-xxxxx (E)" */
  jobNumber?: string
} & ({ kind: 'office' } | { kind: 'full'; distribution: 'General' | 'Limited' | 'Restricted' })

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; unnumbered?: true }
  | ({ kind: 'paragraph'; unnumbered?: true } & Entry)
  | Table

/**
 * A numbered paragraph, or inside one a lettered item: its text as received, then its authors, then the stop of the
 * list. Items of a paragraph are lettered (a), (b); theirs (i), (ii); theirs a., b.
 */
export type Entry = {
  text: Paragraph[]
  /** Set if the text is in another language than the paper. */
  language?: Language
  /** Names of States in the order to print: "(X, Y and Z)". Left out or empty: nothing is printed. */
  attribution?: string[]
  /** The stop of the item after its attribution: ";", "; and", ".". */
  ending?: string
  /** 2 makes it the alternative "bis" of the entry before it, 3 "ter" (lib/text/latin.ts): it takes no separate number. */
  alternative?: number
  items?: Entry[]
}

/**
 * One paragraph of a text. `end` tells that the break after it, not its words, was inserted or deleted; `language`, in
 * a table, that it is not the paper's.
 */
export type Paragraph = { runs: Run[]; end?: Tracked; language?: Language }

export type Run = {
  text: string
  italic?: boolean
  bold?: boolean
  tracked?: Tracked
  /** A footnote, referred to right after the run. */
  note?: Run[]
}

/** A change by a State, as Word records it. `date` is an ISO instant. */
export type Tracked = { kind: 'inserted' | 'deleted'; author: string; date: string }

/** A plain table over the width of the page, its heading repeated on each page. `width` is a share of the whole. */
export type Table = {
  kind: 'table'
  title?: string
  columns: { title: string; width?: number }[]
  rows: Cell[][]
}

export type Cell = Paragraph[]

/**
 * The letters of list items: a … z, then aa, bb … zz, then aaa. Word prints the 27th to 29th letter so, and so do the
 * United Nations; (aa), (ab), as spreadsheets count, would make the printed and the real numbering two different lists.
 */
export function letter(position: number): string {
  const index = position - 1
  return String.fromCharCode(97 + (index % 26)).repeat(Math.floor(index / 26) + 1)
}

/** One paragraph of plain words, without any mark. */
export const plain = (text: string): Paragraph => ({ runs: [{ text }] })
