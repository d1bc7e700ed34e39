import { Node } from '@tiptap/pm/model'
import { Refused } from '@/lib/errors'
import { faultOfText } from '@/lib/text/limits'
import { type Bracket, bracketOf, textSchema } from './schema'

/** Words with one form: italic or not, within a bracket or not. The brackets' signs are not in `text`. */
export type Run = { text: string; italic?: true; bracket?: Bracket }
export type Paragraph = readonly Run[]

/** A text as it is stored and edited: ProseMirror JSON of `textSchema`, checked. */
export type TextDocument = {
  type: 'doc'
  content: { type: 'paragraph'; content?: TextNode[] }[]
}
type TextNode = { type: 'text'; text: string; marks?: { type: string }[] }

export const MAX_JSON = 600_000
const MAX_DEPTH = 12

/**
 * The document of an untrusted value (JSON, or parsed JSON), or a refusal of kind `invalid` beside the field `body`:
 * size first, then depth, then meaning. No part is dropped silently: an unknown node, mark or attribute is refused and
 * named. An empty text is refused too unless `allowEmpty`, as a draft may be.
 */
export function parseDocument(
  raw: unknown,
  { locale = 'en', allowEmpty = false }: { locale?: string; allowEmpty?: boolean } = {},
): TextDocument {
  const value = typeof raw === 'string' ? fromJson(raw) : raw
  requireShallow(value)
  const document = toTree(value)
  const paragraphs = paragraphsOf(document)
  const text = printedText(paragraphs)
  const fault = faultOfText(text, locale, { allowEmpty })
  if (fault) throw refusal(`text.${fault.key}`, fault.values)
  return toDocument(paragraphs)
}

/** A document of plain words: each line a paragraph, blank lines left out. Checks nothing. */
export function documentFromText(text: string): TextDocument {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return toDocument(lines.filter((line) => line !== '').map((line) => [{ text: line }]))
}

/** The paragraphs of a checked document. */
export const paragraphsOf = (document: TextDocument): Paragraph[] =>
  document.content.map((paragraph) =>
    (paragraph.content ?? []).map((node) => {
      const marks = (node.marks ?? []).map(({ type }) => ({ type: { name: type } }))
      const bracket = bracketOf(marks as never)
      const italic = marks.some(({ type }) => type.name === 'italic')
      return {
        text: node.text,
        ...(italic && { italic: true as const }),
        ...(bracket && { bracket }),
      }
    }),
  )

/** The document of these paragraphs; neighbouring runs of one form become one, empty ones go. */
export const toDocument = (paragraphs: readonly Paragraph[]): TextDocument => ({
  type: 'doc',
  content: (paragraphs.length > 0 ? paragraphs : [[]]).map((runs) => {
    const content = joinRuns(runs).map(({ text, italic, bracket }) => {
      const marks = [...(italic ? ['italic'] : []), ...(bracket ? [bracket] : [])]
      return {
        type: 'text' as const,
        text,
        ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
      }
    })
    return { type: 'paragraph' as const, ...(content.length > 0 && { content }) }
  }),
})

/** The text as it prints, without italics: paragraphs joined by line feeds, brackets as [ and ]. */
export const plainText = (document: TextDocument): string => printedText(paragraphsOf(document))

const printedText = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map((runs) =>
      withBracketSigns(runs)
        .map((run) => run.text)
        .join(''),
    )
    .join('\n')

/** The runs with the signs of their brackets written out, as runs of the same form: the visible text. */
export function withBracketSigns(runs: Paragraph): Run[] {
  return runs.map((run, index) => {
    if (!run.bracket) return run
    const opens = runs[index - 1]?.bracket !== run.bracket
    const closes = runs[index + 1]?.bracket !== run.bracket
    return { ...run, text: `${opens ? '[' : ''}${run.text}${closes ? ']' : ''}` }
  })
}

/** Neighbouring runs of one form joined into one. */
export function joinRuns(runs: Paragraph): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    if (last && last.italic === run.italic && last.bracket === run.bracket) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
}

function fromJson(json: string): unknown {
  if (json.length > MAX_JSON) throw refusal('text.tooLarge')
  if (nesting(json) > MAX_DEPTH) throw refusal('text.tooDeep')
  try {
    return JSON.parse(json)
  } catch {
    throw refusal('text.notAText')
  }
}

/** The deepest nesting of brackets in JSON, counted without a stack that could overflow. */
function nesting(json: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < json.length; i += 1) {
    const sign = json[i]
    if (quoted) {
      if (sign === '\\') i += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth -= 1
  }
  return deepest
}

function requireShallow(value: unknown): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw refusal('text.tooDeep')
    level = level.flatMap((entry) =>
      typeof entry === 'object' && entry !== null ? Object.values(entry) : [],
    )
  }
}

/** Exactly the keys that a document may have; then ProseMirror's own judgement of the whole. */
function toTree(value: unknown): TextDocument {
  requireKnown(value, 'doc')
  try {
    const node = Node.fromJSON(textSchema, value)
    node.check()
    return node.toJSON() as TextDocument
  } catch {
    throw refusal('text.notAText')
  }
}

const CHILD = { doc: 'paragraph', paragraph: 'text' } as const

function requireKnown(value: unknown, expected: 'doc' | 'paragraph' | 'text'): void {
  const node = requireObject(value)
  if (node.type !== expected) throw refusal('text.unknownNode', { node: nameOf(node.type) })
  const allowed = expected === 'text' ? ['type', 'text', 'marks'] : ['type', 'content']
  const unknown = Object.keys(node).find((key) => !allowed.includes(key))
  if (unknown) throw refusal('text.unknownNode', { node: nameOf(`${expected}.${unknown}`) })
  if (expected === 'text') return requireKnownMarks(node)
  for (const child of listOf(node.content)) requireKnown(child, CHILD[expected])
}

function requireKnownMarks(node: Record<string, unknown>): void {
  if (typeof node.text !== 'string' || node.text === '') throw refusal('text.notAText')
  for (const entry of listOf(node.marks)) {
    const mark = requireObject(entry)
    const isKnown = typeof mark.type === 'string' && Object.hasOwn(textSchema.marks, mark.type)
    if (!isKnown || Object.keys(mark).length > 1)
      throw refusal('text.unknownNode', { node: nameOf(mark.type) })
  }
}

function requireObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusal('text.notAText')
  return value as Record<string, unknown>
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw refusal('text.notAText')
  return value
}

/** A name from outside as it may stand in a sentence: short and plain. */
const nameOf = (name: unknown): string =>
  String(name)
    .replace(/[^\w. -]/g, '')
    .slice(0, 40) || '?'

const refusal = (key: string, values: Record<string, string | number> = {}) =>
  new Refused('invalid', key, values, 'body')
