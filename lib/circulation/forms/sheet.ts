import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { sheetsToXlsx } from '@/lib/export/tables/xlsx'
import { datedProperties, repack } from '@/lib/export/tables/zip'
import { translations } from '@/lib/messages'
import { formColumns } from './reading/columns'
import type { FormPaper } from './form'
import { formIdentifier, rowIdentifierWithSaid } from './identifiers'
import { answerCells, formPrint } from './print'

const WIDTHS = [16, 60, 15, 22, 50, 50]

/**
 * The form as a spreadsheet: the same rows and columns as the file of Word, and before them a hidden column with the
 * identifier of each row, and of the form in its head. Category and position are chosen from a list.
 */
export async function formToSheet(paper: FormPaper): Promise<Uint8Array> {
  const t = translations('papers.form')
  const { title, lead, columns } = formPrint(paper)
  const bytes = await sheetsToXlsx([
    {
      name: t('sheet'),
      titles: [formIdentifier(paper), ...columns],
      widths: [10, ...WIDTHS],
      rows: paper.lines.map((line) => {
        const { category, position, text, wording } = answerCells(line)
        return [
          rowIdentifierWithSaid(line),
          line.label,
          line.text,
          category,
          position,
          text,
          wording,
        ]
      }),
    },
    { name: t('hints'), titles: [title], widths: [120], rows: lead.map((line) => [line]) },
  ])
  const last = paper.lines.length + 1
  return repack(bytes, (path, xml) =>
    datedProperties(
      path,
      path === 'xl/worksheets/sheet1.xml' ? withLists(hideFirst(xml), last) : xml,
      paper.created,
    ),
  )
}

const hideFirst = (xml: string): string => xml.replace(/<col /, '<col hidden="1" ')

/** Lists to choose from in the columns category and position; other words can be typed all the same. */
function withLists(xml: string, last: number): string {
  const list = (column: 'category' | 'position', names: string[]) => {
    const letter = String.fromCharCode('B'.charCodeAt(0) + formColumns.indexOf(column))
    return `<dataValidation type="list" allowBlank="1" errorStyle="information" sqref="${letter}2:${letter}${last}"><formula1>"${names.join(',')}"</formula1></dataValidation>`
  }
  const [categories, positions] = [
    translations('comments.categories'),
    translations('comments.positions'),
  ]
  const lists = [
    list(
      'category',
      commentCategories.map((category) => categories(category)),
    ),
    list(
      'position',
      commentPositions.map((position) => positions(position)),
    ),
  ]
  return xml.replace(
    '</sheetData>',
    `</sheetData><dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`,
  )
}
