import { strFromU8, unzipSync } from 'fflate'
import { letter } from '@/lib/export/paper'

/** The text of a part of an Office file. */
export function part(bytes: Uint8Array, path: string): string {
  const data = unzipSync(bytes)[path]
  if (!data) throw new Error(`no ${path}`)
  return strFromU8(data)
}

export type Reading = 'accepted' | 'rejected'

/** The visible content of each paragraph of a Word file: the number that Word counts, and the words. */
export function read(bytes: Uint8Array, reading: Reading = 'accepted'): string[] {
  const count = counter(part(bytes, 'word/numbering.xml'))
  const body = settle(part(bytes, 'word/document.xml'), reading)
  return joined([...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => xml)).map((xml) => {
    const [, level, id] =
      /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(xml) ?? []
    const number = level && id ? `${count(id, Number(level))} ` : ''
    return number + wordsOf(xml)
  })
}

const GONE = '<gone/>'

/**
 * Word's markup with all tracked changes accepted or rejected: runs that go are left out, properties are the new or
 * the old ones, and a paragraph whose mark goes bears GONE.
 */
function settle(xml: string, reading: Reading): string {
  const gone = reading === 'accepted' ? 'del' : 'ins'
  return xml
    .replace(
      /<w:pPr>((?:(?!<\/w:pPr>).)*)<w:pPrChange [^>]*>(.*?)<\/w:pPrChange><\/w:pPr>/gs,
      (_, now, old) => (reading === 'accepted' ? `<w:pPr>${now}</w:pPr>` : `${old}${markOf(now)}`),
    )
    .replace(new RegExp(`<w:rPr>(?:(?!</w:rPr>).)*<w:${gone} [^>]*/>.*?</w:rPr>`, 'gs'), GONE)
    .replace(new RegExp(`<w:${gone} [^>]*[^/]>.*?</w:${gone}>`, 'gs'), '')
}

/** The paragraph's mark; changes of its other properties do not affect the mark. */
const markOf = (properties: string) => /<w:rPr>.*<\/w:rPr>/s.exec(properties)?.[0] ?? ''

/** If a paragraph's mark is removed, it is joined with the next, which keeps its own properties, as in Word. */
function joined(paragraphs: string[]): string[] {
  const out: string[] = []
  let waiting = ''
  for (const xml of paragraphs) {
    const words = xml.replace(/^<w:p>(<w:pPr>.*?<\/w:pPr>)?/s, `$&${waiting}`)
    waiting = ''
    if (xml.includes(GONE)) waiting = words.replace(/<w:pPr>.*?<\/w:pPr>|<\/?w:p>|<gone\/>/gs, '')
    else out.push(words)
  }
  return out
}

/** The words of a piece of Word's markup, tabs as spaces and line breaks as line feeds. */
export const wordsOf = (xml: string): string =>
  xml
    .replace(/<w:pPr>.*?<\/w:pPr>/gs, '')
    .replace(/<w:tab\/>/g, ' ')
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

/** Counts like Word: lower levels restart, lists of one definition share a count, an own start applies once. */
function counter(xml: string) {
  const definitions = new Map(
    [...xml.matchAll(/<w:abstractNum w:abstractNumId="(\d+)".*?<\/w:abstractNum>/gs)].map(
      ([all, id]) => [
        id,
        [...all.matchAll(/<w:numFmt w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]*)"\/>/gs)],
      ],
    ),
  )
  const lists = new Map(
    [
      ...xml.matchAll(
        /<w:num w:numId="(\d+)"[^>]*><w:abstractNumId w:val="(\d+)"\/>(.*?)<\/w:num>/gs,
      ),
    ].map(([, id, definition, overrides]) => [
      id,
      {
        definition,
        starts: [...(overrides ?? '').matchAll(/<w:startOverride w:val="(\d+)"/g)].map(([, n]) =>
          Number(n),
        ),
      },
    ]),
  )
  const counts = new Map<string | undefined, number[]>()
  const begun = new Set<string>()
  return (id: string, level: number): string => {
    const list = lists.get(id)
    const count = counts.get(list?.definition) ?? []
    counts.set(list?.definition, count)
    const first = !begun.has(`${id} ${level}`)
    begun.add(`${id} ${level}`)
    const start = list?.starts[level] ?? 1
    count[level] = first || count[level] === undefined ? start : count[level] + 1
    count.length = level + 1
    const [, format, text] = definitions.get(list?.definition)?.[level] ?? []
    return (text ?? '').replace(`%${level + 1}`, written(format, count[level]))
  }
}

function written(format: string | undefined, n: number): string {
  if (format === 'lowerLetter') return letter(n)
  if (format === 'upperLetter') return letter(n).toUpperCase()
  const romans = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
  if (format === 'lowerRoman') return romans[n] ?? '?'
  if (format === 'upperRoman') return (romans[n] ?? '?').toUpperCase()
  return String(n)
}
