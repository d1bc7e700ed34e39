import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { InboxGroupRows } from '@/components/desk/inbox'
import type { ShownRow } from '@/lib/desk/queries'
import { foldRows } from '@/lib/desk/rows/folded'

const session = (slug: string) => ({ slug, ordinal: 6, title: '', eventWord: 'session' as const })
const row = (kind: ShownRow['kind'], at: number, more: Partial<ShownRow> = {}): ShownRow => ({
  subject: `${kind}:${at}`,
  group: 'decide',
  kind,
  session: session('sixth'),
  proposal: null,
  words: '',
  states: ['Arvenia'],
  values: { kind: 'proposal', own: 'yes', count: 1, asked: 'no', writer: '', asker: '' },
  href: `/${kind}/${at}`,
  at: new Date(),
  period: null,
  unread: false,
  dismissible: false,
  counts: true,
  excerpt: '',
  language: 'en',
  ...more,
})
const many = (count: number, more: Partial<ShownRow> = {}) =>
  Array.from({ length: count }, (_, at) => row('finish', at, more))

test('sixty drafts fold behind three, and the question after them is in sight', () => {
  const question = row('answerQuestions', 1)
  const folded = foldRows([...many(60), question])
  expect(folded.map(({ row: { subject }, more }) => [subject, more.length])).toEqual([
    ['finish:0', 0],
    ['finish:1', 0],
    ['finish:2', 57],
    ['answerQuestions:1', 0],
  ])
})

test('five of a kind stand one by one, also where each of two sessions has five', () => {
  const rows = [...many(5), ...many(5, { session: session('seventh') })]
  expect(foldRows(rows).map((folded) => folded.row)).toEqual(rows)
})

test('drafts of another kind, and those whose release a colleague asks for, do not hide behind proposals', () => {
  const rows = [
    ...many(6, { values: { kind: 'proposal', asked: 'no' } }),
    row('finish', 6, { values: { kind: 'comment', asked: 'no' } }),
    row('finish', 7, { values: { kind: 'proposal', asked: 'yes' } }),
  ]
  expect(foldRows(rows).map(({ row: { subject }, more }) => [subject, more.length])).toEqual([
    ['finish:0', 0],
    ['finish:1', 0],
    ['finish:2', 3],
    ['finish:6', 0],
    ['finish:7', 0],
  ])
})

test('no row is lost by folding, wherever the others of its kind stand', () => {
  const rows = [...many(3), row('release', 1), ...many(4), row('release', 2)]
  const folded = foldRows(rows).flatMap((each) => [each.row, ...each.more])
  expect(new Set(folded)).toEqual(new Set(rows))
  expect(folded).toHaveLength(rows.length)
})

test('the line behind which rows fold says how many there are, and the heading counts all', () => {
  const drawn = renderToStaticMarkup(<InboxGroupRows group="decide" rows={many(60)} />)
  expect(drawn).toContain('57 more of this kind')
  expect(drawn).toMatch(/tabular-nums">60</)
  expect(drawn.match(/data-inbox-row/g)).toHaveLength(60)
})

test('the words of a row are cut at their own end, in Arabic too', () => {
  const arabic = row('finish', 1, { excerpt: 'ينبغي للدول الأعضاء', language: 'ar' })
  const drawn = renderToStaticMarkup(<InboxGroupRows group="decide" rows={[arabic]} />)
  expect(drawn).toMatch(/<span lang="ar" dir="rtl" class="[^"]*truncate[^"]*">ينبغي/)
})
