import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { placesSql, termsSql, typedLabel, typedQuery } from '@/lib/db/search-sql'
import { excerpt, wordSpans } from '@/lib/text/search/marks'

const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const

async function finds(typed: string, text: string, language: string | null): Promise<boolean> {
  const [row] = await read<{ finds: boolean }>(Prisma.sql`
    SELECT coalesce(search_vector(${text}, search_written_in(${language})) @@ ${typedQuery(typed)}, false) AS finds`)
  return row!.finds
}

const FOUND: [typed: string, text: string, language: string | null][] = [
  ['entraide', 'Les mesures d’entraide judiciaire', 'fr'],
  ['l’entraide', 'une entraide judiciaire', 'fr'],
  ["qu'elles", 'afin qu’elles coopèrent', 'fr'],
  ['cote', 'La Côte d’Arvenia', 'fr'],
  ['preservees', 'Les preuves ont été préservées', 'fr'],
  ['préserver', 'Les preuves ont été préservées', 'fr'],
  ['turkiye', 'Türkiye proposes', 'en'],
  ['TÜRKİYE', 'Turkiye proposes', 'en'],
  ['ISTANBUL', 'İstanbul, Isparta ve Iğdır', null],
  ['igdir', 'İstanbul, Isparta ve Iğdır', null],
  ["State's", 'The State’s obligations', 'en'],
  ['State’s', "The State's obligations", 'en'],
  ['states', 'The State’s obligations', 'en'],
  ['preserve', 'the preservation of evidence', 'en'],
  ['preservation', 'to preserve evidence', 'en'],
  ['preservation', 'to preserve evidence', null],
  ['victima', 'las víctimas', 'es'],
  ['protección', 'Proteccion de las victimas', 'es'],
  ['حماية', 'حِمَايَةُ الممتلكات', 'ar'],
  ['ممتلكات', 'حماية الممتلكـــات الثقافية', 'ar'],
  ['الممتلكات', 'ممتلكات ثقافية', 'ar'],
  ['احمد', 'أحمد', 'ar'],
  ['إحمد', 'أحمد', 'ar'],
  ['شيء', 'شئ', 'ar'],
  ['١٢', 'Paragraph 12', 'en'],
  ['ценность', 'охрана культурных ценностей', 'ru'],
  ['ценностями', 'культурная ценность', 'ru'],
  ['ценность', 'охрана культурных ценностей', null],
  ['учет', 'учёт преступлений', 'ru'],
  ['保护', '应当保护文物', 'zh'],
  ['物', '应当保护文物', 'zh'],
  ['保护文物', '文物的保护', 'zh'],
  ['"保护文物"', '应当保护文物', 'zh'],
  ['soft', 'so\u00ADft hyphens', 'en'],
  ['hyphens', 'so\u00ADft hy\u200Bphens', 'en'],
  ['financial', 'ﬁnancial crime', 'en'],
  ['ARVENIA', 'Ａｒｖｅｎｉａ proposes', 'en'],
  ['strasse', 'Straße', null],
  ['oeuvre', 'une œuvre', 'fr'],
  ['coop', 'international cooperation', 'en'],
  ['12', 'within 12 months', 'en'],
  ['EG.4/2021/CRP.1', 'UNODC/CCPCJ/EG.4/2021/CRP.1', null],
  ['CRP.1', 'UNODC/CCPCJ/EG.4/2021/CRP.1', null],
  ['"mutual legal assistance"', 'on mutual legal assistance in time', 'en'],
  ['the protection of victims', 'Victims’ protection', 'en'],
  ['the', 'the rights', 'en'],
]

test.each(FOUND)('%j finds %j', async (typed, text, language) => {
  expect(await finds(typed, text, language)).toBe(true)
})

const NOT_FOUND: [typed: string, text: string, language: string | null][] = [
  ['"legal mutual"', 'on mutual legal assistance', 'en'],
  ['"保护文物"', '文物的保护', 'zh'],
  ['护物', '应当保护文物', 'zh'],
  ['12', 'within 120 months', 'en'],
  ['operation', 'international cooperation', 'en'],
  ['и', 'й', 'ru'],
  ['…', 'An end …', 'en'],
  ["'); --", 'An end', 'en'],
]

test.each(NOT_FOUND)('%j does not find %j', async (typed, text, language) => {
  expect(await finds(typed, text, language)).toBe(false)
})

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(
        ...Array.from(
          ' \n’\'"-.,/()«»\u00AD\u200B\u0640\u064E\u0654\u0301ßœıİŞéñЙёЯأإؤئىةک文物，保五12½№ﬁＡ²\uE000',
        ),
      ),
      fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzABCабвгдежзийابتثجح')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  })
  .map((raw) => raw.replaceAll('\0', ''))

test('folding words that are folded changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (raw) => {
      const [row] = await read<{ once: string[]; twice: string[] }>`
        SELECT ARRAY(SELECT word FROM search_words(${raw}) WHERE word <> '' AND NOT chinese) AS once,
          ARRAY(SELECT word FROM search_words((SELECT string_agg(word, ' ') FROM search_words(${raw})
            WHERE NOT chinese)) WHERE word <> '') AS twice`
      expect(row!.twice).toEqual(row!.once)
    }),
    { numRuns: 300 },
  )
})

test('every word of a text finds the text, in every language', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...languages, null), async (raw, language) => {
      const spans = wordSpans(raw)
      for (const [at, { start, end }] of spans.entries()) {
        // A character such as ½ may hold the end of a word and the beginning of the next.
        if ((spans[at - 1]?.end ?? 0) > start || (spans[at + 1]?.start ?? end) < end) continue
        const word = raw.slice(start, end)
        const [row] = await read<{ says: boolean }>`
          SELECT EXISTS (SELECT 1 FROM search_words(${word}) WHERE word <> '') AS says`
        if (row!.says) expect([word, await finds(word, raw, language)]).toEqual([word, true])
      }
    }),
    { numRuns: 60 },
  )
})

test('a text has the words that the database counts, and each is marked where it stands', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (raw) => {
      const [row] = await read<{ count: number }>`
        SELECT count(*)::int AS count FROM search_words(${raw})`
      expect(wordSpans(raw)).toHaveLength(row!.count)
    }),
    { numRuns: 500 },
  )
})

async function marked(typed: string, raw: string): Promise<string> {
  const [row] = await read<{ places: number[] }>(Prisma.sql`
    WITH terms AS (${termsSql(typedQuery(typed))}),
      e AS (SELECT search_vector(${raw}, '{en,fr,es}') AS vector)
    SELECT ${placesSql} AS places FROM e`)
  return excerpt(raw, row!.places)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')
}

test('marks what was found in the words that stand in the text', async () => {
  expect(await marked('preserve', 'The pre\u00ADservation of évidence.')).toBe(
    'The [pre\u00ADservation] of évidence.',
  )
  expect(await marked('evidence', 'The preservation of évidence.')).toBe(
    'The preservation of [évidence].',
  )
  expect(await marked('entraide', 'd’entraide')).toBe('d’[entraide]')
  expect(await marked('保护文物', '应当保护文物，防止')).toBe('应当[保护文物]，防止')
  expect(await marked('物', '应当保护文物')).toBe('应当保护文[物]')
  expect(await marked('½ 3', 'It is ½ or 3.')).toBe('It is [½] or [3].')
})

test('compares numbers and symbols by their letters and digits', async () => {
  for (const [typed, label] of [
    ['#12', '12'],
    ['No. 12', '12'],
    ['1 (b)', '1b'],
    ['1(B)', '1b'],
    ['EG.4/2021/CRP.1', 'eg42021crp1'],
  ] as const) {
    const [row] = await read<{ label: string }>(Prisma.sql`SELECT ${typedLabel(typed)} AS label`)
    expect(row!.label).toBe(label)
  }
})
