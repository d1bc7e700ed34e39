import { translations } from '@/lib/messages'
import { readIssuedTexts } from '@/lib/report/adoption/kept'
import type { PartRow } from '@/lib/report/load'
import { paragraphsIn, type SectionView } from '@/lib/report/view'

/** A main section of the draft with its lettered ones, and the document in which it stands: null in none yet. */
export type PartView = {
  key: string
  label: string
  heading: string
  /** The keys of the section and of those below it. */
  sections: string[]
  symbol: string | null
  /** The keys of its paragraphs, with whether the text is another one than in the document. */
  paragraphs: { key: string; isChanged: boolean }[]
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
    const issued = new Map(row ? readIssuedTexts(row.content) : [])
    return {
      key,
      label,
      heading,
      sections: group.map((section) => section.key),
      symbol: row?.document.symbol ?? (rows.length === 0 ? draftSymbol : null),
      paragraphs: paragraphsIn(group).map((paragraph) => ({
        key: paragraph.key,
        isChanged: row !== undefined && issued.get(paragraph.key) !== paragraph.composed,
      })),
    }
  })
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

/** "in UNODC/CCPCJ/EG.4/2020/L.1", and whether the paragraph changed since; nothing before the release. */
export function placeIn(parts: readonly PartView[], key: string): string[] {
  const part = partOf(parts, key)
  if (!part) return []
  const t = translations('report.documents')
  if (!part.symbol) return [t('notYet')]
  const isChanged = part.paragraphs.find((paragraph) => paragraph.key === key)!.isChanged
  return [t('in', { symbol: part.symbol }), ...(isChanged ? [t('changed')] : [])]
}
