import { expect, test } from 'vitest'
import { corrigendumPaper } from '@/lib/report/corrigenda/paper'
import { composeReport } from '@/lib/report/outline'
import type { FreeParagraph } from '@/lib/report/facts'
import { inHouseItalics } from '@/lib/report/words/italics'
import { originalNote } from '@/lib/report/writing/original'
import { chooseVersion, versionsOf } from '@/lib/report/writing/versions'
import { documentFromText, paragraphsOf, toDocument } from '@/lib/text/document/document'
import type { SessionView } from '@/lib/sessions/session-view'
import type { Locale } from '@/lib/text/locales'
import { sixthSessionFacts } from '@/tests/support/report/facts'

const wording = (id: string, language: Locale, text: string, translatesId: string | null) => ({
  id,
  language,
  body: documentFromText(text),
  translatesId,
})
const french = [
  wording('en1', 'en', 'The host thanked all.', 'fr1'),
  wording('ar1', 'ar', 'شكر المضيف الجميع.', 'fr2'),
  wording('fr2', 'fr', 'L’hôte a remercié tous les participants.', null),
  wording('fr1', 'fr', 'L’hôte a remercié tout le monde.', null),
]

test('the report prints its own language where there is one, the original otherwise; the original comes first of the others', () => {
  const chosen = chooseVersion('fr', versionsOf('fr', french))
  expect(chosen).toMatchObject({
    language: 'en',
    original: 'fr',
    others: [
      { language: 'fr', text: french[2]!.body, isCurrent: true },
      { language: 'ar', isCurrent: true },
    ],
  })
  const alone = chooseVersion('fr', versionsOf('fr', french.slice(1)))
  expect(alone).toMatchObject({
    language: 'fr',
    text: french[2]!.body,
    others: [{ language: 'ar' }],
  })
})

test('a version is behind once the original has another wording', () => {
  const current = versionsOf('fr', french).map(({ language, isCurrent }) => [language, isCurrent])
  expect(current).toEqual([
    ['en', false],
    ['ar', true],
    ['fr', true],
  ])
})

test('a paragraph says its versions and its original only where all is not in English', () => {
  const free = (language: Locale, original: Locale): FreeParagraph => ({
    id: language,
    section: 'introduction',
    text: documentFromText('Words.'),
    language,
    original,
    others: [],
  })
  const all = [free('en', 'en'), free('en', 'fr'), free('ar', 'ar')]
  const [introduction] = composeReport({ ...sixthSessionFacts, free: all })
  const written = introduction!.paragraphs.slice(-3)
  expect(written.map(({ versions }) => versions)).toEqual([
    undefined,
    { language: 'en', original: 'fr', others: [] },
    { language: 'ar', original: 'ar', others: [] },
  ])
  expect(written.map(originalNote)).toEqual([
    '',
    'Original: French.',
    'Original: Arabic. There is no English version.',
  ])
})

test('words of the house list are set in italics, beside those that the writer set', () => {
  const runs = paragraphsOf(
    inHouseItalics(
      toDocument([
        [
          { text: 'Thanks, inter alia, ' },
          { text: 'to all', italic: true },
          { text: ' [so]', bracket: 'notAgreed' },
        ],
      ]),
    ),
  )[0]
  expect(runs).toEqual([
    { text: 'Thanks, ' },
    { text: 'inter alia', italic: true },
    { text: ', ' },
    { text: 'to all', italic: true },
    { text: ' [so]', bracket: 'notAgreed' },
  ])
})

test('a corrigendum of a paragraph in another language keeps its language', () => {
  const about = { paragraph: 3, language: 'ar' as const, text: 'نص\nنص آخر', reason: 'A slip.' }
  const session = {
    slug: 'sixth',
    ordinal: 6,
    eventWord: 'session',
    groupName: 'Group',
    symbolRoot: 'UNODC/CCPCJ/EG.4',
    place: 'Vienna',
    startsOn: new Date('2020-07-27'),
    endsOn: new Date('2020-07-29'),
  } as SessionView
  const { blocks } = corrigendumPaper({ ...about, releasedAt: new Date('2020-08-03') }, session, {
    symbol: 'UNODC/CCPCJ/EG.4/2020/2/Corr.1',
    distribution: 'general',
  })
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.language : block.kind))).toEqual(
    ['heading', 'ar', 'ar', undefined],
  )
})
