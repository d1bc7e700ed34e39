import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import { COLUMN, TYPE, twips } from '@/lib/export/geometry'
import type { Language } from '@/lib/export/paper'
import { locale } from '@/lib/export/phrases'

const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: 'SimSun',
  cs: 'Times New Roman',
}
const column = { left: twips(COLUMN.indent), right: twips(COLUMN.indent) }

export const exactly = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT })

/** Arabic needs more room above and below than the exact line of the other scripts gives. */
export const arabic = {
  line: twips(TYPE.arabic.line),
  lineRule: LineRuleType.AT_LEAST,
}

const edge = { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' }
const frame = { top: edge, bottom: edge, left: edge, right: edge }

const run = (points: number, bold = false, italic = false) => ({
  size: points * 2,
  sizeComplexScript: points === TYPE.body.size ? TYPE.arabic.size * 2 : points * 2,
  bold,
  boldComplexScript: bold,
  italics: italic,
  italicsComplexScript: italic,
  color: '000000',
})

const heading = (
  { size, line }: { size: number; line: number },
  before: number,
  after: number,
) => ({
  basedOn: 'Normal',
  next: 'SingleText',
  run: run(size, true),
  paragraph: {
    indent: column,
    keepNext: true,
    keepLines: true,
    alignment: AlignmentType.LEFT,
    spacing: { before: twips(before), after: twips(after), ...exactly(line) },
  },
})

/** The paragraph styles a drafter finds in Word's list, with the measures of an issued paper. */
export function styles(language: Language): IStylesOptions {
  const [first, second, third] = TYPE.headings
  return {
    default: {
      document: {
        run: {
          ...run(TYPE.body.size),
          font: FONT,
          language: { value: locale(language), eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 0, ...exactly(TYPE.body.line) } },
      },
      title: heading(first, 18, 12),
      heading1: heading(first, 18, 12),
      heading2: heading(second, 14, 10),
      heading3: heading(third, 12, 8),
      footnoteText: {
        run: { size: TYPE.note.size * 2, sizeComplexScript: TYPE.note.size * 2 },
        paragraph: {
          indent: { ...column, hanging: twips(11.35) },
          spacing: { after: 40, ...exactly(TYPE.note.line) },
        },
      },
    },
    paragraphStyles: [
      {
        id: 'SingleText',
        name: 'Single Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          indent: column,
          alignment: AlignmentType.JUSTIFIED,
          spacing: { after: twips(COLUMN.after), ...exactly(TYPE.body.line) },
        },
      },
      {
        id: 'Subtitle',
        name: 'Subtitle',
        ...heading(second, 18, 0),
      },
      {
        id: 'Notice',
        name: 'Notice',
        basedOn: 'Normal',
        next: 'SingleText',
        run: run(TYPE.note.size, false, true),
        paragraph: {
          indent: column,
          keepNext: true,
          spacing: { before: twips(12), after: twips(12), ...exactly(TYPE.note.line) },
          border: frame,
        },
      },
      {
        id: 'TableTitle',
        name: 'Table Title',
        ...heading(third, 12, 4),
        paragraph: { ...heading(third, 12, 4).paragraph, indent: { left: 0, right: 0 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: run(TYPE.note.size),
        paragraph: { spacing: { before: 40, after: 40, ...exactly(TYPE.note.line) } },
      },
      {
        id: 'TableHead',
        name: 'Table Head',
        basedOn: 'TableText',
        run: run(8, false, true),
        paragraph: { keepNext: true },
      },
    ],
  }
}
