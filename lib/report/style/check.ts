import type { ParagraphView, SectionView } from '@/lib/report/view'
import { REPORT_LANGUAGE } from '@/lib/report/writing/versions'
import { rules, type StyleRule } from './rules'

/** A place of the report that breaks a rule of the house style: the found words, and the proposed ones. */
export type Finding = { number: number; rule: StyleRule['key']; found: string; proposed: string }

/**
 * The house's other spellings for the report's own words. It proposes and never rewrites; it skips the delegations'
 * items of the list, and paragraphs in another language.
 */
export const checkStyle = (sections: readonly SectionView[]): Finding[] =>
  sections.flatMap(({ paragraphs }) => paragraphs.flatMap(findingsIn))

/** The findings in one text, in their order. */
export function findStyle(text: string): Omit<Finding, 'number'>[] {
  return rules
    .flatMap(({ key, pattern, propose }) =>
      [...text.matchAll(pattern)].map((match) => ({
        at: match.index,
        rule: key,
        found: match[0],
        proposed: propose(match),
      })),
    )
    .toSorted((a, b) => a.at - b.at)
    .map(({ rule, found, proposed }) => ({ rule, found, proposed }))
}

function findingsIn({ number, words, lines, text, versions }: ParagraphView): Finding[] {
  if (versions && versions.language !== REPORT_LANGUAGE) return []
  const isList = lines?.some((line) => line.written)
  const ownText = isList ? words.map((piece) => piece.text).join('') : text
  return findStyle(ownText).map((finding) => ({ number, ...finding }))
}
