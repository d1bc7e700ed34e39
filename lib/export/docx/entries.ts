import { Paragraph as WordParagraph, Tab, TextRun } from 'docx'
import { runsRightToLeft } from '@/lib/export/direction'
import { entryIndent, entryTab } from '@/lib/export/docx/numbering'
import { change, type ChangeIds, textRuns, wordRuns } from '@/lib/export/docx/runs'
import { arabic } from '@/lib/export/docx/styles'
import { closingOf, type EntryLine } from '@/lib/export/lines'
import type { Language, Paragraph } from '@/lib/export/paper'

/**
 * A numbered paragraph or a lettered item as Word's paragraphs: the first has the number, the last the attribution. A
 * changed break is a paragraph mark that is inserted or deleted, so that rejecting all changes gives the earlier
 * paragraphs and accepting them the later ones.
 */
export function wordEntry(
  line: EntryLine,
  language: Language,
  changeIds: ChangeIds,
): WordParagraph[] {
  const { entry } = line
  const rtl = runsRightToLeft('', entry.language ?? language)
  const paragraphs = entry.text.length > 0 ? entry.text : [{ runs: [] }]
  const closing = closingOf(line, language)
  return paragraphs.map(({ runs, end }, index) => {
    const isLast = index === paragraphs.length - 1
    const { properties, revision } = propertiesAt(line, paragraphs, index, rtl)
    return new WordParagraph({
      ...properties,
      keepNext: isLast && (entry.items?.length ?? 0) > 0,
      ...(end &&
        !isLast && {
          run: { [end.kind === 'inserted' ? 'insertion' : 'deletion']: change(end, changeIds) },
        }),
      ...(revision && {
        revision: { ...revision.properties, ...change(revision.tracked, changeIds) },
      }),
      children: [
        ...(index === 0 && line.label !== '' && line.list === null ? literalLabel(line, rtl) : []),
        ...runs.flatMap((run) => wordRuns(run, rtl, changeIds)),
        ...(isLast && closing ? textRuns(closing, rtl) : []),
      ],
    })
  })
}

/**
 * The properties of a paragraph, and those before the changes if they differ. Word gives joined paragraphs the
 * properties of the last of them: a paragraph without any break left before it has the entry's number.
 */
function propertiesAt(line: EntryLine, text: readonly Paragraph[], index: number, rtl: boolean) {
  const before = text.slice(0, index)
  const properties = entryProperties(
    line,
    before.every(({ end }) => end?.kind === 'deleted'),
    rtl,
  )
  const earlier = entryProperties(
    line,
    before.every(({ end }) => end?.kind === 'inserted'),
    rtl,
  )
  const tracked = before.at(-1)?.end
  const isChanged = properties.isFirst !== earlier.isFirst && line.label !== ''
  return {
    properties: properties.options,
    revision: isChanged && tracked ? { properties: earlier.options, tracked } : null,
  }
}

function entryProperties({ depth, label, list }: EntryLine, isFirst: boolean, rtl: boolean) {
  const isLabelled = isFirst && label !== ''
  const options = {
    style: 'SingleText',
    ...(rtl && { bidirectional: true, spacing: { after: 120, ...arabic } }),
    indent: entryIndent(isLabelled ? depth : depth + 1),
    tabStops: entryTab(depth),
    ...(isLabelled &&
      list !== null && {
        numbering: {
          reference: list === 0 ? 'entries' : 'items',
          level: depth,
          instance: list,
          custom: true,
        },
      }),
  }
  return { isFirst, options }
}

// Word has no numbering that prints "4 bis.": the label of an alternative is written out.
const literalLabel = ({ label, latin, depth }: EntryLine, rtl: boolean) => [
  ...textRuns(depth === 0 ? label.slice(0, -1) : label, rtl),
  ...(latin ? textRuns(` ${latin}`, rtl, { italic: true }) : []),
  ...(depth === 0 ? textRuns('.', rtl) : []),
  new TextRun({ children: [new Tab()] }),
]
