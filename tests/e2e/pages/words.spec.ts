import { expect, test } from '@playwright/test'
import { build } from 'esbuild'
import { wordCount, words } from '@/lib/text/words'

// The browser that people have may know other rules of Unicode than the server, or rules of its own: Chromium cuts
// "e.g." and addresses at their stops, Node does not.
const between = (sign: string) =>
  [
    `a${sign}b`,
    `1${sign}2`,
    `a${sign}1`,
    `1${sign}a`,
    `ж${sign}ж`,
    `ا${sign}ب`,
    `国${sign}国`,
    `a${sign}`,
  ].join(' ')
const SIGNS = [
  [0x21, 0xbf],
  [0x2010, 0x205f],
  [0x3001, 0x303f],
  [0xfe30, 0xff20],
] as const
const signs = SIGNS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, at) => between(String.fromCharCode(first + at))),
)
const texts = [
  'States should, e.g., use https://www.archive.example/a_b/c.d:8080?x=1.5 at 10:30, v2.1, co-op, it’s "so" (U.S.A.).',
  'Les États, p.ex. l’Érythrée : 3,5 % – « oui » ; aujourd’hui.',
  'Государства-члены, т.е. все: 1.000,5.',
  '会员国应当分享电子证据，例如：a.b。',
  'ينبغي للدول الأعضاء تبادل الأدلة، مثلاً: ٣٫٥ و v.2.',
  'los Estados p.ej. ¿cómo? 24/7',
]

test('a text has the same words on the server and in the browser', async ({ page }) => {
  const { outputFiles } = await build({
    entryPoints: ['lib/text/words.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'text',
  })
  await page.addScriptTag({ content: outputFiles[0]!.text })
  for (const locale of ['en', 'zh', 'ar'])
    for (const given of [texts, signs]) {
      const inBrowser = await page.evaluate(
        ([all, language]) => {
          const { text } = window as never as {
            text: { words: typeof words; wordCount: typeof wordCount }
          }
          return all.map((element) => [
            text.words(element, language).join('|'),
            text.wordCount(element, language),
          ])
        },
        [given, locale] as const,
      )
      const here = given.map((text) => [words(text, locale).join('|'), wordCount(text, locale)])
      const differing = here.flatMap((answer, at) =>
        String(answer) === String(inBrowser[at]) ? [] : [[answer, inBrowser[at]]],
      )
      expect(differing.slice(0, 3), locale).toEqual([])
    }
})
