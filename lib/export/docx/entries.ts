import { Paragraph as WordParagraph, Tab, TextRun } from 'docx'
import { runsRightToLeft } from '@/lib/export/direction'
import { entryIndent, entryTab } from '@/lib/export/docx/numbering'
import { breakRun, change, type Ink, textRuns, wordRuns } from '@/lib/export/docx/runs'
import { arabic } from '@/lib/export/docx/styles'
import { closingOf, type EntryLine } from '@/lib/export/lines'
import type { Language, Paragraph } from '@/lib/export/paper'

/** A numbered paragraph or a lettered item as Word's paragraphs: the first bears the number, the last the attribution. */
export function wordEntry(line: EntryLine, language: Language, ink: Ink): WordParagraph[] {
  const { entry, depth } = line
  const rtl = runsRightToLeft('', entry.language ?? language)
  const parts = joinedAtChanges(entry.text)
  const closing = closingOf(line, language)
  return parts.map((part, index) => {
    const first = index === 0 && line.label !== ''
    const last = index === parts.length - 1
    const end = part.at(-1)?.end
    return new WordParagraph({
      style: 'SingleText',
      ...(rtl && { bidirectional: true, spacing: { after: 120, ...arabic } }),
      indent: entryIndent(first ? depth : depth + 1),
      tabStops: entryTab(depth),
      keepNext: last && (entry.items?.length ?? 0) > 0,
      ...(first &&
        line.list !== null && {
          numbering: {
            reference: line.list === 0 ? 'entries' : 'items',
            level: depth,
            instance: line.list,
            custom: true,
          },
        }),
      ...(end && {
        run: { [end.kind === 'inserted' ? 'insertion' : 'deletion']: change(end, ink) },
      }),
      children: [
        ...(first && line.list === null ? literalLabel(line, rtl) : []),
        ...part.flatMap(({ runs, end }, place) => [
          ...runs.flatMap((run) => wordRuns(run, rtl, ink)),
          ...(end && place < part.length - 1 ? [breakRun(end, ink)] : []),
        ]),
        ...(last && closing ? textRuns(closing, rtl) : []),
      ],
    })
  })
}

/**
 * The paragraphs of a text, those with a changed break between them taken together. Word gives a joined paragraph the
 * number and indents of its second half, so a changed break inside an entry is a tracked line break: accepted or
 * rejected, the entry keeps its letter.
 */
function joinedAtChanges(text: readonly Paragraph[]): Paragraph[][] {
  const parts: Paragraph[][] = []
  let open = false
  for (const paragraph of text.length ? text : [{ runs: [] }]) {
    if (open) parts.at(-1)?.push(paragraph)
    else parts.push([paragraph])
    open = paragraph.end !== undefined
  }
  return parts
}

// Word has no numbering that prints "4 bis.": the label of an alternative is written out.
const literalLabel = ({ label, latin, depth }: EntryLine, rtl: boolean) => [
  ...textRuns(depth === 0 ? label.slice(0, -1) : label, rtl),
  ...(latin ? textRuns(` ${latin}`, rtl, { italic: true }) : []),
  ...(depth === 0 ? textRuns('.', rtl) : []),
  new TextRun({ children: [new Tab()] }),
]
