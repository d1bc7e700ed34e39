import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { charactersOf, type FontPart, fontOf } from '@/lib/export/pdf/coverage'
import { families, type Family } from '@/lib/export/pdf/families'

const require = createRequire(path.join(process.cwd(), 'package.json'))

/** The names of the families in the order in which a character is looked for. */
export const FAMILIES = families.map(({ name }) => name)

/**
 * The fonts that a text needs, all of them free and shipped with the app: those of Latin, Cyrillic, Greek and Arabic
 * always, and of every other script the characters used.
 */
export async function fontsFor(text: string): Promise<Uint8Array[]> {
  const [wholes, subsets] = await Promise.all([wholeFonts(), subsetsFor(text)])
  return [...wholes, ...subsets]
}

let fonts: Promise<Uint8Array[]> | undefined
const wholeFonts = (): Promise<Uint8Array[]> => {
  fonts ??= Promise.all(
    families
      .flatMap(({ files }) => files ?? [])
      .map((file) => readFile(require.resolve(`@expo-google-fonts/${file}.ttf`))),
  )
  return fonts
}

async function subsetsFor(text: string): Promise<Uint8Array[]> {
  const used = new Map<FontPart, string>()
  for (const character of [...new Set(text.normalize('NFC') + text)].toSorted()) {
    const font = fontOf(character)
    if (font) used.set(font, (used.get(font) ?? '') + character)
  }
  const inOrder = [...used].toSorted(
    ([a], [b]) =>
      FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) || (a.part < b.part ? -1 : 1),
  )
  return (await Promise.all(inOrder.map(([font, characters]) => fontPart(font, characters)))).flat()
}

const wholeParts = new Map<FontPart, Promise<Uint8Array[]>>()

/** A part of a divided font, regular and bold: the characters used of a large one, else all, for shaping needs them. */
async function fontPart(font: FontPart, used: string): Promise<Uint8Array[]> {
  const { parts } = families.find(({ name }) => name === font.family)!
  if (!parts) return []
  if (parts.isLarge) return subset(parts, font.part, used)
  let whole = wholeParts.get(font)
  if (!whole) {
    whole = subset(parts, font.part, SHAPING + charactersOf(font))
    wholeParts.set(font, whole)
  }
  return whole
}

/** Joiners and the dotted circle. */
const SHAPING = '\u200C\u200D\u25CC'

async function subset(
  { package: name, file, isVariable }: NonNullable<Family['parts']>,
  part: string,
  characters: string,
): Promise<Uint8Array[]> {
  const { default: subsetFont } = await import('subset-font')
  const folder = path.join(path.dirname(require.resolve(`${name}/unicode.json`)), 'files')
  const weight = async (wght: 400 | 700) =>
    subsetFont(await readFile(path.join(folder, file(part, wght))), characters, {
      targetFormat: 'truetype',
      ...(isVariable && { variationAxes: { wght } }),
    })
  return [await weight(400), await weight(700)]
}
