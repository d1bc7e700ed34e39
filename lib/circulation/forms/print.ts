import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { translations } from '@/lib/messages'
import { formColumns } from './reading/columns'
import type { FormLine, FormPaper } from './form'
import { oneLine } from '@/lib/text/one-line'
import type { OwnLines } from './reading/returned'

/** The words that a form prints besides its lines. */
export function formPrint({ title, delegation, until, untilUtc }: FormPaper) {
  const t = translations('papers.form')
  const names = (kinds: readonly string[], of: (key: string) => string) =>
    kinds.map((kind) => of(kind)).join(', ')
  return {
    title: t('title', { title }),
    lead: [
      t('delegation', { name: delegation, until, untilUtc }),
      t('categories', { names: names(commentCategories, translations('comments.categories')) }),
      t('positions', { names: names(commentPositions, translations('comments.positions')) }),
      t('wordingHint'),
      t('keep'),
    ],
    columns: formColumns.map((column) => t(`columns.${column}`)),
  }
}

/** The content of a line's own cells: the delegation's earlier answer. */
export const answerCells = ({ answer }: FormLine) => ({
  category: answer?.category ? translations('comments.categories')(answer.category) : '',
  position: answer?.position ? translations('comments.positions')(answer.position) : '',
  text: answer?.text ?? '',
  wording: answer?.wording ?? '',
})

/** One or two times as forms print them, now and before an extension: no other words stand in such a line. */
const DEADLINE = /^(?:\d{1,2} \p{L}+ \d{4}, \d\d:\d\d(?: \([^()]{1,60}\)| UTC)?(?:, )?){1,2}\.$/u

/** The lines that a form prints outside of its rows; found again in a returned form, they say nothing new. */
export function ownLines(paper: FormPaper): OwnLines {
  const { title, lead } = formPrint(paper)
  const lines = new Set([title, ...lead].map(oneLine))
  const [toDeadline = ''] = translations('papers.form')('delegation', {
    name: paper.delegation,
    until: SPLIT,
    untilUtc: SPLIT,
  }).split(SPLIT)
  return {
    has: (line) =>
      lines.has(line) ||
      (line.startsWith(oneLine(toDeadline)) &&
        DEADLINE.test(line.slice(oneLine(toDeadline).length).trim())),
  }
}

const SPLIT = '\u0000'
