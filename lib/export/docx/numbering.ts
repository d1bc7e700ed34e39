import {
  AlignmentType,
  type ILevelsOptions,
  type INumberingOptions,
  LevelFormat,
  LevelSuffix,
  TabStopType,
} from 'docx'
import { COLUMN, HEADING_NUMBER_END, twips } from '@/lib/export/geometry'
import { opens } from '@/lib/export/lines'
import type { Paper } from '@/lib/export/paper'

/** The start of an entry of a depth and of its words, from the margin; its other lines go back to the column. */
export const entryIndent = (depth: number) => ({
  left: twips(COLUMN.indent),
  right: twips(COLUMN.indent),
  firstLine: twips(COLUMN.step * depth),
})

export const entryTab = (depth: number) => [
  { type: TabStopType.LEFT, position: twips(COLUMN.indent + COLUMN.step * (depth + 1)) },
]

const entryLevel = (
  level: number,
  format: ILevelsOptions['format'],
  text: string,
  start = 1,
): ILevelsOptions => ({
  level,
  format,
  text,
  start,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.TAB,
  style: {
    paragraph: { indent: entryIndent(level), leftTabStop: entryTab(level)[0]?.position },
    run: { bold: false, italics: false },
  },
})

const headingLevel = (
  level: number,
  format: ILevelsOptions['format'],
  start = 1,
): ILevelsOptions => ({
  level,
  format,
  text: `%${level + 1}.`,
  start,
  alignment: AlignmentType.RIGHT,
  suffix: LevelSuffix.TAB,
  style: {
    style: `Heading${level + 1}`,
    paragraph: {
      indent: {
        left: twips(COLUMN.indent),
        right: twips(COLUMN.indent),
        hanging: twips(COLUMN.indent - HEADING_NUMBER_END),
      },
    },
  },
})

/**
 * Word's own numbering: one list of many levels for paragraphs and their items, so that letters restart under each
 * paragraph and stay right when a drafter adds one; one for items under an unnumbered paragraph, which must not disturb
 * the count of paragraphs; and one for headings.
 */
export function numbering(paper: Paper): INumberingOptions {
  const levels = entryLevels(paper)
  return {
    config: [
      { reference: 'entries', levels },
      { reference: 'items', levels },
      {
        reference: 'headings',
        levels: [
          headingLevel(0, LevelFormat.UPPER_ROMAN, paper.firstHeading),
          headingLevel(1, LevelFormat.UPPER_LETTER),
          headingLevel(2, LevelFormat.DECIMAL),
        ],
      },
    ],
  }
}

function entryLevels(paper: Paper): ILevelsOptions[] {
  const open = opens(paper.language)
  return [
    entryLevel(0, LevelFormat.DECIMAL, '%1.', paper.firstParagraph),
    entryLevel(1, LevelFormat.LOWER_LETTER, `${open}%2)`),
    entryLevel(2, LevelFormat.LOWER_ROMAN, `${open}%3)`),
    entryLevel(3, LevelFormat.LOWER_LETTER, '%4.'),
  ]
}

/** Lists as they are: of many levels, every level meant. */
export const mendedNumbering = (path: string, xml: string): string =>
  path === 'word/numbering.xml'
    ? xml.replaceAll('"hybridMultilevel"', '"multilevel"').replaceAll(' w:tentative="1"', '')
    : xml
