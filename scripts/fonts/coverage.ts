import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import fontverter from 'fontverter'
import { families } from '../../lib/export/pdf/families'

const require = createRequire(path.join(process.cwd(), 'package.json'))
const LATIN = /^(latin|latin-ext|vietnamese|cyrillic|cyrillic-ext|greek|greek-ext)$/

/**
 * The characters of each family, by its parts, as data/font-coverage.json holds them. Characters of an earlier family
 * are left out, so are the Latin parts of other scripts.
 */
export async function fontCoverage(): Promise<Record<string, Record<string, string>>> {
  const seen = new Set<number>()
  const coverage: Record<string, Record<string, string>> = {}
  for (const { name, files, parts } of families) {
    const fonts: [part: string, file: string][] = files
      ? [['', require.resolve(`@expo-google-fonts/${files[0]}.ttf`)]]
      : partsOf(parts!.package, parts!.file)
    coverage[name] = {}
    for (const [part, file] of fonts) {
      const found = (await charactersOf(readFileSync(file))).filter((code) => !seen.has(code))
      for (const code of found) seen.add(code)
      if (found.length > 0) coverage[name][part] = rangesOf(found)
    }
  }
  return coverage
}

function partsOf(name: string, file: (part: string, weight: 400) => string): [string, string][] {
  const folder = path.join(path.dirname(require.resolve(`${name}/unicode.json`)), 'files')
  const [before, after] = file('#', 400).split('#') as [string, string]
  return readdirSync(folder)
    .filter((found) => found.startsWith(before) && found.endsWith(after))
    .map((found): [string, string] => [
      found.slice(before.length, -after.length),
      path.join(folder, found),
    ])
    .filter(([part]) => !LATIN.test(part))
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
}

/** The characters of a font's table `cmap` (formats 4 and 12), ascending. */
async function charactersOf(font: Buffer): Promise<number[]> {
  const bytes = await fontverter.convert(font, 'sfnt')
  const tables = bytes.readUInt16BE(4)
  let at = 0
  for (let table = 0; table < tables; table += 1) {
    const entry = 12 + 16 * table
    if (bytes.toString('latin1', entry, entry + 4) === 'cmap') at = bytes.readUInt32BE(entry + 8)
  }
  const codes = new Set<number>()
  for (let table = 0; table < bytes.readUInt16BE(at + 2); table += 1) {
    const start = at + bytes.readUInt32BE(at + 4 + 8 * table + 4)
    const format = bytes.readUInt16BE(start)
    if (format === 12) addGroups(bytes, start, codes)
    else if (format === 4) addSegments(bytes, start, codes)
  }
  return [...codes].toSorted((a, b) => a - b)
}

function addGroups(bytes: Buffer, start: number, codes: Set<number>): void {
  const groups = bytes.readUInt32BE(start + 12)
  for (let group = 0; group < groups; group += 1) {
    const entry = start + 16 + 12 * group
    for (let code = bytes.readUInt32BE(entry); code <= bytes.readUInt32BE(entry + 4); code += 1)
      codes.add(code)
  }
}

function addSegments(bytes: Buffer, start: number, codes: Set<number>): void {
  const size = bytes.readUInt16BE(start + 6)
  for (let segment = 0; segment < size; segment += 2) {
    const end = bytes.readUInt16BE(start + 14 + segment)
    const from = bytes.readUInt16BE(start + 16 + size + segment)
    const delta = bytes.readUInt16BE(start + 16 + 2 * size + segment)
    const offsetAt = start + 16 + 3 * size + segment
    const offset = bytes.readUInt16BE(offsetAt)
    for (let code = from; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset
        ? bytes.readUInt16BE(offsetAt + offset + 2 * (code - from))
        : code + delta
      if (glyph % 0x10000 !== 0) codes.add(code)
    }
  }
}

function rangesOf(codes: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const code of codes) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges
    .map(([from, to]) =>
      from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`,
    )
    .join(' ')
}
