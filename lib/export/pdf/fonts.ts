import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(path.join(process.cwd(), 'package.json'))
const FILES = [
  'tinos/400Regular/Tinos_400Regular',
  'tinos/400Regular_Italic/Tinos_400Regular_Italic',
  'tinos/700Bold/Tinos_700Bold',
  'tinos/700Bold_Italic/Tinos_700Bold_Italic',
  'amiri/400Regular/Amiri_400Regular',
  'amiri/700Bold/Amiri_700Bold',
]

/** The families in the order in which a character is looked for: Latin, Cyrillic, Greek; Arabic; Chinese. */
export const FAMILIES = ['Tinos', 'Amiri', 'Noto Serif SC']

/**
 * The fonts that a text needs, all of them free and shipped with the app: Times New Roman's measures for Latin and
 * Cyrillic, a Naskh whose text can be copied for Arabic, and of the large Chinese font the characters used.
 */
export async function fontsFor(text: string): Promise<Uint8Array[]> {
  const [western, chinese] = await Promise.all([westernAndArabic(), chineseFor(text)])
  return [...western, ...chinese]
}

let loaded: Promise<Uint8Array[]> | undefined
const westernAndArabic = (): Promise<Uint8Array[]> => {
  loaded ??= Promise.all(
    FILES.map((file) => readFile(require.resolve(`@expo-google-fonts/${file}.ttf`))),
  )
  return loaded
}

const CHINESE =
  /[\u2E80-\u303F\u3100-\u312F\u31A0-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|[\u{20000}-\u{323AF}]/gu

async function chineseFor(text: string): Promise<Uint8Array[]> {
  const characters = [...new Set(text.match(CHINESE))].sort()
  if (characters.length === 0) return []
  const { default: subsetFont } = await import('subset-font')
  const folder = path.dirname(require.resolve('@fontsource-variable/noto-serif-sc/unicode.json'))
  const ranges = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >
  const parts = [...byPart(characters, ranges)].sort(([a], [b]) => (a < b ? -1 : 1))
  const fonts = await Promise.all(
    parts.map(async ([name, used]) => {
      const file = `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`
      const font = await readFile(path.join(folder, 'files', file))
      const weight = (wght: number) =>
        subsetFont(font, used, { targetFormat: 'truetype', variationAxes: { wght } })
      return [await weight(400), await weight(700)]
    }),
  )
  return fonts.flat()
}

/** Which part of the divided font holds which of these characters. */
function byPart(characters: string[], ranges: Record<string, string>): Map<string, string> {
  const parts = Object.entries(ranges).map(([name, list]) => ({
    name,
    spans: list.split(',').map((span) => {
      const [from, to] = span
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return { from: from ?? 0, to: to ?? from ?? 0 }
    }),
  }))
  const found = new Map<string, string>()
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0
    const part = parts.find(({ spans }) => spans.some(({ from, to }) => from <= code && code <= to))
    if (part) found.set(part.name, (found.get(part.name) ?? '') + character)
  }
  return found
}
