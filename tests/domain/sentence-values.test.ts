import compile from 'icu-minify/compile'
import { expect, test } from 'vitest'
import messages from '@/messages/en.json'
import { files, read } from '@/tests/support/sources'

/** A call of a sentence with values written out: the namespaces that its `t` may have, its key, the names of its values. */
type Said = { namespaces: string[]; key: string; names: string[] }

/** The calls of a source that give a sentence no value, or an object whose names can all be read. */
function saidIn(source: string): Said[] {
  const namespaces = new Map<string, string[]>()
  for (const [, name, namespace] of source.matchAll(
    /const (\w+) = (?:translations|useTranslations)\('([^']+)'\)/g,
  ))
    namespaces.set(name!, [...(namespaces.get(name!) ?? []), namespace!])
  const calls = source.matchAll(
    /(?:\b(?:translations|useTranslations)\('([^']+)'\)|\b(\w+))\(\s*'([\w.]+)'\s*(\)|,\s*(?=\{))/g,
  )
  return [...calls].flatMap((call) => {
    const [whole, direct, name, key, end] = call
    const known = direct ? [direct] : (namespaces.get(name!) ?? [])
    if (known.length === 0) return []
    const names = end === ')' ? [] : namesIn(source, call.index + whole.length)
    return names ? [{ namespaces: known, key: key!, names }] : []
  })
}

/** The names of an object that is written out at this place; null if it takes over another object's. */
function namesIn(source: string, from: number): string[] | null {
  let depth = 0
  let part = ''
  const parts: string[] = []
  for (const sign of source.slice(from)) {
    if (depth > 0 && '})]'.includes(sign)) depth -= 1
    if (depth === 0 && sign === '}') break
    if (depth === 1 && sign === ',') {
      parts.push(part)
      part = ''
    } else if (depth > 0) part += sign
    if ('{(['.includes(sign)) depth += 1
  }
  const names = [...parts, part].map((entry) => entry.trim()).filter(Boolean)
  if (names.some((entry) => entry.startsWith('...'))) return null
  return names.map((entry) => /^\w+/.exec(entry)?.[0] ?? '')
}

const sentenceAt = (path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (tree, part) => (tree as Record<string, unknown> | undefined)?.[part],
      messages,
    )

/** The values that a sentence always needs: outside of its choices and tags. */
function placesOf(sentence: string): string[] {
  const parts = compile(sentence.replaceAll('{seat}', 'Vienna'))
  if (!Array.isArray(parts)) return []
  return parts.flatMap((part) => (Array.isArray(part) ? [String(part[0])] : []))
}

test('a sentence with values gets each of them by its name', () => {
  let seen = 0
  const wrong = files.flatMap((file) =>
    saidIn(read(file)).flatMap(({ namespaces, key, names }) => {
      const sentences = namespaces
        .map((namespace) => sentenceAt(`${namespace}.${key}`))
        .filter((sentence) => typeof sentence === 'string')
      if (sentences.length === 0) return []
      seen += 1
      const missing = sentences.map((sentence) =>
        placesOf(sentence).filter((place) => !names.includes(place)),
      )
      return missing.every((places) => places.length > 0)
        ? [`${file}: ${key} without ${missing[0]!.join(', ')}`]
        : []
    }),
  )
  expect(seen).toBeGreaterThan(1_000)
  expect(wrong).toEqual([])
})
