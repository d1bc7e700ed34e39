import type { DocumentFacts, ReportFacts } from '@/lib/report/facts'
import { gap, unknown } from '@/lib/report/placeholder'
import { letter } from '@/lib/export/paper'
import { say, type Words, words } from '@/lib/report/words/pieces'
import { yearsOf } from '@/lib/report/paragraphs/list'
import { theGroup } from '@/lib/report/paragraphs/names'
import type { ParagraphLine, ReportParagraph } from '@/lib/report/paragraphs/paragraph'

type Facts = Pick<ReportFacts, 'group' | 'workplan' | 'documents' | 'commentsReceived'>

/** The papers before a session; the other papers come out of it. */
const BEFORE: readonly DocumentFacts['kind'][] = [
  'annotatedAgenda',
  'organizationOfWork',
  'comments',
  'paper',
]

/** The documents that the group had before it, lettered below the paragraph. */
export function documentation(facts: Facts): ReportParagraph {
  const { group, documents, commentsReceived } = facts
  const before = documents.filter(({ kind }) => BEFORE.includes(kind))
  const beginning = `${theGroup(group).replace(/^t/, 'T')} had before it`
  const besides = commentsReceived ? commentsWords(facts) : ''
  if (before.length === 0) return { key: 'documents', words: withoutDocuments(beginning, besides) }
  const noun = before.length === 1 ? 'document' : 'documents'
  return {
    key: 'documents',
    words: say`${beginning}${besides && `, in addition to ${besides},`} the following ${noun}:`,
    lines: before.map(lineOf),
  }
}

const withoutDocuments = (beginning: string, besides: string): Words =>
  besides
    ? say`${beginning} ${besides}.`
    : say`${beginning} ${unknown(gap('documents', 'documents', 'documents'))}.`

const commentsWords = ({ workplan }: Facts): string =>
  `the comments from Member States received${workplan ? ` in accordance with the workplan for the period ${yearsOf(workplan)}` : ''}`

const lineOf = (
  document: DocumentFacts,
  index: number,
  documents: readonly DocumentFacts[],
): ParagraphLine => ({
  label: `(${letter(index + 1)})`,
  depth: 1,
  words: words(
    `${document.title}${document.symbol && ` (${document.symbol})`}${index === documents.length - 1 ? '.' : ';'}`,
  ),
})
