import type { ReportParagraph, ReportSection } from '@/lib/report/paragraphs/paragraph'

/** The computed paragraphs that a report can do without, by the beginnings of their keys. */
const OPTIONAL = ['earlier:', 'preparation', 'panel:', 'statements', 'participants', 'documents']

/** Whether a report can do without the paragraph. Free paragraphs are removed instead. */
export const isOptional = ({ key }: Pick<ReportParagraph, 'key'>): boolean =>
  OPTIONAL.some((beginning) =>
    beginning.endsWith(':') ? key.startsWith(beginning) : key === beginning,
  )

/**
 * The sections without the omitted paragraphs; a section of omitted paragraphs alone goes with them, so that numbers
 * and letters stay consecutive.
 */
export function withoutOmitted(
  sections: readonly ReportSection[],
  keys: readonly string[],
): ReportSection[] {
  const omittedKeys = new Set(keys)
  return sections.flatMap((section, index) => {
    const paragraphs = section.paragraphs.filter(
      (paragraph) => !(isOptional(paragraph) && omittedKeys.has(paragraph.key)),
    )
    const next = sections[index + 1]
    const holdsOthers = section.level === 1 && next?.level === 2
    const isGone = section.paragraphs.length > 0 && paragraphs.length === 0 && !holdsOthers
    return isGone ? [] : [{ ...section, paragraphs }]
  })
}
