import { Document, Packer, Paragraph as WordParagraph } from 'docx'
import { wordEntry } from '@/lib/export/docx/entries'
import { footers, headers } from '@/lib/export/docx/heads'
import { wordMasthead } from '@/lib/export/docx/masthead'
import { mendedNumbering, numbering } from '@/lib/export/docx/numbering'
import { type ChangeIds, newChangeIds, textRuns } from '@/lib/export/docx/runs'
import { styles } from '@/lib/export/docx/styles'
import { wordTable } from '@/lib/export/docx/table'
import { HEAD, PAGE, twips } from '@/lib/export/geometry'
import { type Line, lines } from '@/lib/export/lines'
import type { Language, Paper } from '@/lib/export/paper'
import { rightToLeft } from '@/lib/export/phrases'
import { safe } from '@/lib/export/tables/safe'
import { datedProperties, repack } from '@/lib/export/tables/zip'

/**
 * The paper as a Word document, with Word's own numbering, tracked changes under their States' names, and the measures
 * of an issued United Nations paper. The same paper gives the same bytes, whenever and wherever it is written.
 */
export async function paperToDocx(paper: Paper): Promise<Uint8Array> {
  const changeIds = newChangeIds()
  const { masthead, language } = paper
  const document = new Document({
    title: safe(`${masthead.symbol} ${paper.title}`),
    subject: safe(masthead.body),
    creator: 'Stocktake',
    lastModifiedBy: 'Stocktake',
    styles: styles(language),
    numbering: numbering(paper),
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 567,
    compatibility: { doNotExpandShiftReturn: true },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: {
              top: twips(HEAD.top),
              bottom: twips(PAGE.margin),
              left: twips(PAGE.margin),
              right: twips(PAGE.margin),
              header: 400,
              footer: 567,
            },
          },
        },
        headers: headers(paper),
        footers: footers(paper),
        children: [
          ...wordMasthead(paper, changeIds),
          ...lines(paper).flatMap((line) => wordLine(line, language, changeIds)),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return repack(bytes, (path, xml) => {
    const content = paper.titleNote ? withAsterisk(path, xml) : xml
    return datedProperties(path, mendedNumbering(path, content), paper.created)
  })
}

/** The note to the title, which is the first footnote, has an asterisk for its number. */
function withAsterisk(path: string, xml: string): string {
  const plain = '<w:rPr><w:b w:val="0"/><w:sz w:val="20"/></w:rPr>'
  const number = /<w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr>/
  if (path === 'word/document.xml') {
    const reference = new RegExp(`${number.source}<w:footnoteReference w:id="1"/>`)
    return xml.replace(
      reference,
      `${plain}<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>`,
    )
  }
  if (path !== 'word/footnotes.xml') return xml
  const at = xml.indexOf('<w:footnote w:id="1">')
  return `${xml.slice(0, at)}${xml.slice(at).replace('<w:footnoteRef/>', '<w:t>*</w:t>')}`
}

function wordLine(line: Line, language: Language, changeIds: ChangeIds) {
  if (line.kind === 'table') return wordTable(line.table, language, changeIds)
  if (line.kind === 'entry') return wordEntry(line, language, changeIds)
  const rtl = rightToLeft(language)
  return [
    new WordParagraph({
      style: `Heading${line.level}`,
      ...(rtl && { bidirectional: true }),
      ...(line.label && {
        numbering: { reference: 'headings', level: line.level - 1, instance: 0, custom: true },
      }),
      children: textRuns(line.text, rtl),
    }),
  ]
}
