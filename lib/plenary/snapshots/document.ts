import { printStatusTime, printSeatTime } from '@/lib/clock'
import { paragraphsFrom } from '@/lib/export/from-document'
import type { Block, Language, Paper, Paragraph, Run, Tracked } from '@/lib/export/paper'
import { originalLanguages } from '@/lib/proposals/preliminary-list/list-document'
import type { SessionView } from '@/lib/sessions/session-view'
import { diff } from '@/lib/text/diff/diff'
import { mastheadOf, type Translate } from '@/lib/consolidation/outputs/list-document'
import { changesBetween, type SnapshotChange, type SnapshotItem, snapshotItems } from './snapshot'
import type { SnapshotView } from './queries'

/** "Agreed paragraphs (Status: 7 April 2021, 6 p.m.)", in Vienna time. */
export const snapshotTitle = (takenAt: Date, t: Translate): string =>
  t('snapshot.title', { time: printStatusTime(takenAt) })

/**
 * The agreed paragraphs of one moment as a paper, under the numbers that they had on the list then.
 * Against an earlier snapshot, every change is marked as the United Nations mark it.
 */
export function snapshotPaper(
  session: SessionView,
  snapshot: SnapshotView,
  t: Translate,
  against: SnapshotView | null = null,
): Paper {
  const { content, takenAt, number, textHash, document } = snapshot
  const notice = t('list.notice')
  const changes = changesBetween(against?.content ?? content, content)
  const tracked = (kind: Tracked['kind']): Tracked => ({
    kind,
    author: t('snapshot.author', { number }),
    date: takenAt.toISOString(),
  })
  return {
    language: 'en',
    masthead: mastheadOf(session, document, takenAt, originalLanguages(snapshotItems(content))),
    title: snapshotTitle(takenAt, t),
    subtitle: subtitleOf(snapshot, against, t),
    titleNote: t('snapshot.note', { number, hash: textHash }),
    ...(notice && { notice }),
    created: takenAt.toISOString(),
    blocks: changes.flatMap((change, index) => [
      ...(change.heading === changes[index - 1]?.heading ? [] : [headingBlock(change)]),
      paragraphBlock(change, t, tracked),
    ]),
  }
}

function subtitleOf(
  { undoneAt, undoneBy }: SnapshotView,
  against: SnapshotView | null,
  t: Translate,
): string {
  if (undoneAt) return t('snapshot.undone', { time: printSeatTime(undoneAt), name: undoneBy })
  if (!against) return t('snapshot.subtitle')
  return t('snapshot.against', { time: printStatusTime(against.takenAt) })
}

const headingBlock = ({ heading }: SnapshotChange): Block => ({
  kind: 'heading',
  level: 1,
  text: heading,
  unnumbered: true,
})

function paragraphBlock(
  change: SnapshotChange,
  t: Translate,
  tracked: (kind: Tracked['kind']) => Tracked,
): Block {
  const { item } = change
  const paragraphs = wordsOf(change, item, tracked)
  const last = paragraphs.length - 1
  const mark: Run[] = item.adReferendum
    ? [{ text: ' ' }, { text: t('snapshot.adReferendum'), italic: true }]
    : []
  return {
    kind: 'paragraph',
    unnumbered: true,
    ...(item.language !== 'en' && { language: item.language as Language }),
    text: paragraphs.map(({ runs }, index) => ({
      runs: [
        ...(index === 0 ? [{ text: `${item.number.replace(' ', '\u00A0')}\u2002` }] : []),
        ...runs,
        ...(index === last ? mark : []),
      ],
    })),
  }
}

function wordsOf(
  { change, before }: SnapshotChange,
  item: SnapshotItem,
  tracked: (kind: Tracked['kind']) => Tracked,
): Paragraph[] {
  const wholeText = (kind: Tracked['kind']) =>
    paragraphsFrom(item.body).map(({ runs }) => ({
      runs: runs.map((run) => ({ ...run, tracked: tracked(kind) })),
    }))
  if (change === 'added') return wholeText('inserted')
  if (change === 'removed') return wholeText('deleted')
  if (change !== 'reworded' || !before) return paragraphsFrom(item.body)
  return reworded(before.text, item.text, item.language, tracked)
}

/** The later text with its insertions and deletions; its line feeds end paragraphs. */
function reworded(
  before: string,
  after: string,
  language: string,
  tracked: (kind: Tracked['kind']) => Tracked,
): Paragraph[] {
  const runs: Run[] = []
  let at = 0
  for (const change of diff(before, after, language)) {
    runs.push({ text: before.slice(at, change.at) })
    // A deleted end of a paragraph ends none here.
    runs.push({ text: change.remove.replaceAll('\n', ' '), tracked: tracked('deleted') })
    runs.push({ text: change.insert, tracked: tracked('inserted') })
    at = change.at + change.remove.length
  }
  runs.push({ text: before.slice(at) })
  const paragraphs: Paragraph[] = [{ runs: [] }]
  for (const run of runs)
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) paragraphs.push({ runs: [] })
      if (text) paragraphs.at(-1)!.runs.push({ ...run, text })
    }
  return paragraphs
}
