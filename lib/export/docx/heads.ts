import {
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph as WordParagraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { textRuns } from '@/lib/export/docx/runs'
import { exactly } from '@/lib/export/docx/styles'
import { PAGE, twips } from '@/lib/export/geometry'
import type { Paper } from '@/lib/export/paper'
import { rightToLeft } from '@/lib/export/phrases'

const farTab = [{ type: TabStopType.RIGHT, position: twips(PAGE.width - 2 * PAGE.margin) }]
const tab = () => new TextRun({ children: [new Tab()] })
const empty = () => new WordParagraph({ spacing: exactly(12), children: [] })

/**
 * Running heads: the symbol at the left of even pages and the right of odd ones, over a rule, the warning at the other
 * side. The first page has the masthead instead. The head's own height moves the text down to its start.
 */
export function headers(paper: Paper) {
  const rtl = rightToLeft(paper.language)
  const symbol = () => textRuns(paper.masthead.symbol, false, { points: 9, bold: true })
  const notice = () => textRuns(paper.notice ?? '', rtl, { points: 8, italic: true })
  const head = (even: boolean) =>
    new Header({
      children: [
        new WordParagraph({
          ...(rtl && { bidirectional: true }),
          tabStops: farTab,
          spacing: { before: twips(23), ...exactly(12) },
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 3, color: '000000' } },
          children: even ? [...symbol(), tab(), ...notice()] : [...notice(), tab(), ...symbol()],
        }),
        empty(),
      ],
    })
  return { default: head(false), even: head(true), first: new Header({ children: [empty()] }) }
}

/** Feet: the page number at the outer edge, the job number at the inner; the first page has only the job number. */
export function footers({ masthead, language }: Paper) {
  const rtl = rightToLeft(language)
  const page = () => new TextRun({ children: [PageNumber.CURRENT], bold: true, size: 18 })
  const job = (points: number) => textRuns(masthead.jobNumber ?? '', false, { points })
  const foot = (children: TextRun[]) =>
    new Footer({
      children: [
        new WordParagraph({
          ...(rtl && { bidirectional: true }),
          tabStops: farTab,
          spacing: exactly(12),
          children,
        }),
      ],
    })
  return {
    default: foot([...job(8), tab(), page()]),
    even: foot([page(), tab(), ...job(8)]),
    first: foot(job(10)),
  }
}
