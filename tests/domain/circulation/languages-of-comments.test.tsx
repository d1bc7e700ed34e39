import { strFromU8, unzipSync } from 'fflate'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CommentArticle } from '@/components/circulation/compilation/comment-list'
import { commentWords, shownComment } from '@/components/circulation/compilation/shown-comment'
import { compilationHtml } from '@/lib/circulation/compilation/files/html'
import { compilationWord } from '@/lib/circulation/compilation/files/word'
import type { ListedComment } from '@/lib/circulation/compilation/queries/overview'
import type { CompiledCirculation } from '@/lib/circulation/compilation/views'
import { commentHtml } from '@/lib/circulation/posting/pages/comment'
import type { PostedComment } from '@/lib/circulation/posting/views'
import { documentFromText } from '@/lib/text/document/document'

const ITEM = 'ينبغي للدول الأعضاء أن تتبادل الأدلة خلال 90 يوماً.'
const WORDING = 'ينبغي للدول الأعضاء أن تتبادل الأدلة خلال 45 يوماً.'
const PASSAGE = 'خلال 90 يوماً'
const SAID = 'Ninety days are too long for our courts.'

/** An English comment on an Arabic item: its form began with the language of the item. */
const comment = {
  id: '11111111-1111-4111-8111-111111111111',
  delegationId: 'd',
  name: 'Fenmark',
  onBehalf: null,
  kind: 'memberState',
  sortKey: 'fenmark',
  category: 'substantive',
  position: 'supportsWithChange',
  language: 'ar',
  passage: PASSAGE,
  text: SAID,
  wordingText: WORDING,
  releasedAt: new Date(0),
  receivedAt: new Date(0),
  late: false,
  enteredBySecretariat: false,
  replacedById: null,
  withdrawnAt: null,
  retractedAt: null,
  retractedBy: 'delegation',
  isGone: false,
  response: null,
  draft: null,
  entry: {
    key: 'item:1',
    target: { kind: 'item', id: 'i' },
    listId: 'l',
    sessionOrdinal: 6,
    heading: 'التعاون',
    number: '1 (a)',
    importedNumber: null,
    kind: 'recommendation',
    language: 'ar',
    text: ITEM,
  },
} satisfies ListedComment
const english = { ...comment, language: 'en' } satisfies ListedComment
const circulation = {
  title: 'Lists',
  openUntil: new Date(0),
  closed: true,
  postedFrom: new Date(0),
} as CompiledCirculation
// oxlint-disable-next-line typescript/require-await
const batches = async function* (one: ListedComment) {
  yield [one]
}

test.each([
  ['the language of the item', comment],
  ['English', english],
])('an English comment on an Arabic item declared in %s', async (_, said) => {
  const page = renderToStaticMarkup(
    <CommentArticle comment={shownComment(said, said.entry)} words={commentWords()} address="/" />,
  )
  let file = ''
  for await (const part of compilationHtml(circulation, batches(said))) file += part
  for (const drawn of [page, file]) {
    expect(drawn).toMatch(new RegExp(`<p (lang="en" )?dir="ltr"[^>]*>${SAID}|<p>${SAID}`))
    expect(drawn).toMatch(
      new RegExp(`<blockquote lang="ar" dir="rtl"[^>]*>${PASSAGE}</blockquote>`),
    )
    expect(drawn).toMatch(
      /<p lang="ar" dir="rtl"[^>]*>ينبغي للدول الأعضاء أن تتبادل الأدلة خلال <del>/,
    )
  }
})

test('a replaced comment leads to the page of the one that replaced it, whatever else the page lists', () => {
  const replaced = { ...english, replacedById: '018f2a9e-0000-7000-8000-000000000002' }
  const drawn = (isAlone: boolean) =>
    renderToStaticMarkup(
      <CommentArticle
        comment={shownComment(replaced, replaced.entry)}
        words={commentWords()}
        address="/comments/"
        isAlone={isAlone}
      />,
    )
  const linksOf = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
  expect(linksOf(drawn(true))).toEqual([`/comments/${replaced.replacedById}`])
  expect(linksOf(drawn(false))).toEqual([
    `/comments/${replaced.id}`,
    `/comments/${replaced.replacedById}`,
  ])
})

test('the same in the Word file: the words run from the left, passage and wording from the right', async () => {
  const chunks: Uint8Array[] = []
  for await (const chunk of compilationWord(circulation, batches(english))) chunks.push(chunk)
  const xml = strFromU8(unzipSync(Buffer.concat(chunks))['word/document.xml']!)
  const paragraphs = xml.split('<w:p>')
  const isRightToLeft = (words: string) =>
    paragraphs.find((paragraph) => paragraph.includes(words))!.includes('<w:bidi/>')
  expect(isRightToLeft(SAID)).toBe(false)
  expect(isRightToLeft(`“${PASSAGE}”`)).toBe(true)
  expect(isRightToLeft('>45<')).toBe(true)
})

test('the same on the public page', () => {
  const posted = {
    ...comment,
    wording: documentFromText(WORDING),
    base: { body: documentFromText(ITEM), language: 'ar' },
    replacedAt: null,
    response: null,
  } as unknown as PostedComment
  const drawn = commentHtml(posted, 'Fenmark', 'h2').text
  expect(drawn).toMatch(new RegExp(`<p( lang="en" dir="ltr")?>${SAID}</p>`))
  expect(drawn).toContain(`\u2068${PASSAGE}\u2069`)
})
