import type { CorrigendumRow } from '@/lib/report/load'
import { paragraphsIn, type SectionView } from '@/lib/report/view'
import { languageOf } from '@/lib/report/writing/versions'
import type { Locale } from '@/lib/text/locales'

/** A released corrigendum of the report: its paragraph's new text, and the reason. */
export type ReportCorrigendumView = {
  symbol: string
  number: number
  key: string
  /** The number of the paragraph. */
  paragraph: number
  /** The language in which the paragraph prints. */
  language: Locale
  text: string
  reason: string
  releasedAt: Date
}

export function corrigendumOf(
  { key, text, reason, number, releasedAt, document }: CorrigendumRow,
  sections: readonly SectionView[],
): ReportCorrigendumView {
  const paragraph = paragraphsIn(sections).find((candidate) => candidate.key === key)!
  return {
    symbol: document!.symbol,
    number: number!,
    key,
    paragraph: paragraph.number,
    language: languageOf(paragraph),
    text,
    reason,
    releasedAt: releasedAt!,
  }
}

/** A paragraph's present text: by its last corrigendum, else as adopted and completed. */
export const presentText = (
  key: string,
  { sections, corrigenda }: { sections: SectionView[]; corrigenda: ReportCorrigendumView[] },
): string | undefined =>
  corrigenda.findLast((corrigendum) => corrigendum.key === key)?.text ??
  paragraphsIn(sections).find((candidate) => candidate.key === key)?.text
