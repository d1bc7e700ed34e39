import type { TextDocument } from '@/lib/text/document/document'
import { plainText } from '@/lib/text/document/document'
import type { ChosenVersion } from '@/lib/report/writing/versions'
import { plainWords, type Words } from '@/lib/report/words/pieces'

/** The adoption mode of a section. */
export const sectionModes = ['adopted', 'chairSummary', 'factual'] as const
export type SectionMode = (typeof sectionModes)[number]

/** A paragraph before it has its number. `key` stays the same while the facts change. */
export type ReportParagraph = {
  key: string
  words: Words
  /** A person's text in place of composed words, with its italics. */
  written?: TextDocument
  /** The language of `written`, the original, and the other versions; left out if all is in the report's language. */
  versions?: Omit<ChosenVersion, 'text'>
  /** Lines below the paragraph: the agenda, documents, items of the list. */
  lines?: ParagraphLine[]
}

/** "1. Organizational matters:", "(a) Opening of the meeting;". */
export type ParagraphLine = {
  label: string
  depth: 1 | 2
  words: Words
  written?: TextDocument
  language?: string
}

export type ReportSection = {
  key: string
  /** 1 prints "I.", 2 prints "A.". */
  level: 1 | 2
  heading: string
  mode: SectionMode
  paragraphs: ReportParagraph[]
}

const textOf = ({ words, written }: Pick<ReportParagraph, 'words' | 'written'>): string =>
  written ? plainText(written) : plainWords(words)

/** The paragraph as it prints, without its number: its words, then each line with its label. */
export const printedText = (paragraph: ReportParagraph): string =>
  [
    textOf(paragraph),
    ...(paragraph.lines ?? []).map((line) => `${line.label} ${textOf(line)}`.trim()),
  ].join('\n')

export const plainParagraph = (key: string, words: Words): ReportParagraph => ({ key, words })
