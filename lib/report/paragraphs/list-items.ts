import type { ListFacts } from '@/lib/report/facts'
import { none, words } from '@/lib/report/words/pieces'
import type { ReportParagraph } from './paragraph'

/** The items of the session's list: one paragraph for each heading that has any, the items lettered below it. */
export function listItems(list: ListFacts | null): { title: string; paragraph: ReportParagraph }[] {
  const headings = (list?.headings ?? []).filter(({ items }) => items.length > 0)
  return headings.map(({ title, items }, index) => ({
    title,
    paragraph: {
      key: `list:items:${index + 1}`,
      words: words(
        `Under “${title}”, Member States suggested the following preliminary conclusions and recommendations:`,
      ),
      lines: items.map(({ letter, text, language }) => ({
        label: `(${letter})`,
        depth: 1,
        words: none,
        written: text,
        ...(language !== 'en' && { language }),
      })),
    },
  }))
}
