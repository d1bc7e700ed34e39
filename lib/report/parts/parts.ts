import { translations } from '@/lib/messages'
import { sha256 } from '@/lib/record/record'
import { type IssuedParagraph, readIssuedParagraphs } from '@/lib/report/adoption/kept'
import type { PartRow } from '@/lib/report/load'
import { paragraphsIn, type ParagraphView, type SectionView } from '@/lib/report/view'

/** A main section of the draft with its lettered ones, and the document in which it stands: null in none yet. */
export type PartView = {
  key: string
  label: string
  heading: string
  /** The keys of the section and of those below it. */
  sections: string[]
  symbol: string | null
  /** The paragraphs that the report has now. */
  paragraphs: PlacedParagraph[]
  /** The numbers of the document's paragraphs that the report no longer has. */
  gone: number[]
}

/** The difference of a paragraph of the report from the issued document of its part. */
type PlacedParagraph = {
  key: string
  /** Its number in the document, if it differs from that in the report. */
  otherNumber: number | null
  since: 'same' | 'changed' | 'added'
}

/** The sections by their main sections. */
export function mainSections(sections: readonly SectionView[]): SectionView[][] {
  const parts: SectionView[][] = []
  for (const section of sections)
    if (section.level === 1) parts.push([section])
    else parts.at(-1)!.push(section)
  return parts
}

/**
 * In which document each main section of a released draft stands. A draft that was released before its documents were
 * kept stands whole in the first.
 */
export function viewParts(
  sections: readonly SectionView[],
  rows: readonly PartRow[],
  draftSymbol: string,
): PartView[] {
  const bySection = new Map(rows.map((row) => [row.section, row]))
  return mainSections(sections).map((group) => {
    const [{ key, label, heading }] = group as [SectionView]
    const row = bySection.get(key)
    const issued = row ? readIssuedParagraphs(row.paragraphs) : null
    const present = paragraphsIn(group)
    return {
      key,
      label,
      heading,
      sections: group.map((section) => section.key),
      symbol: row?.document.symbol ?? (rows.length === 0 ? draftSymbol : null),
      paragraphs: present.map((paragraph) => place(paragraph, issued)),
      gone: (issued ?? [])
        .filter((paragraph) => present.every((candidate) => candidate.key !== paragraph.key))
        .map(({ number }) => number),
    }
  })
}

function place(
  { key, number, composed }: ParagraphView,
  issued: readonly IssuedParagraph[] | null,
): PlacedParagraph {
  if (!issued) return { key, otherNumber: null, since: 'same' }
  const printed = issued.find((candidate) => candidate.key === key)
  if (!printed) return { key, otherNumber: null, since: 'added' }
  return {
    key,
    otherNumber: printed.number === number ? null : printed.number,
    since: printed.textHash === sha256(composed) ? 'same' : 'changed',
  }
}

/** The symbols of the documents, each once. */
export const documentsOf = (parts: readonly PartView[]): string[] => [
  ...new Set(parts.flatMap(({ symbol }) => symbol ?? [])),
]

/** The symbol of the document in which a section stands. */
export const documentOf = (parts: readonly PartView[], section: string): string | null =>
  parts.find(({ sections }) => sections.includes(section))?.symbol ?? null

const partOf = (parts: readonly PartView[], paragraph: string) =>
  parts.find(({ paragraphs }) => paragraphs.some(({ key }) => key === paragraph))

/** Whether a paragraph stands in a document of the draft. */
export const standsInDocument = (
  { parts }: { parts: readonly PartView[] },
  { key }: { key: string },
): boolean => Boolean(partOf(parts, key)?.symbol)

/** "in UNODC/CCPCJ/EG.4/2020/L.1", or that it stands in no document yet. */
export function documentPhrase({ symbol }: PartView): string {
  const t = translations('report.documents')
  return symbol ? t('in', { symbol }) : t('notYet')
}

/** The document of a paragraph, and its difference from the text there; nothing before the release. */
export function placeIn(parts: readonly PartView[], key: string): string[] {
  const part = partOf(parts, key)
  if (!part) return []
  const differences = differencesIn(parts, key)
  return differences.length > 0 ? differences : [documentPhrase(part)]
}

/**
 * The difference of a paragraph from its document: "in UNODC/CCPCJ/EG.4/2020/L.1 as paragraph 13", changed or added
 * since; nothing if they are equal.
 */
export function differencesIn(parts: readonly PartView[], key: string): string[] {
  const part = partOf(parts, key)
  const symbol = part?.symbol
  if (!symbol) return []
  const t = translations('report.documents')
  const { otherNumber: number, since } = part.paragraphs.find((paragraph) => paragraph.key === key)!
  if (since === 'added') return [t('added', { symbol })]
  return [
    ...(number === null ? [] : [t('inAs', { symbol, number })]),
    ...(since === 'changed' ? [t('changed')] : []),
  ]
}
