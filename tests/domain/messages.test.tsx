import compile from 'icu-minify/compile'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { _createCache, _createIntlFormatters } from 'use-intl/core'
import formatParsed from 'use-intl/format-message'
import formatCompiled from 'use-intl/format-message/format-only'
import { IntlProvider, useTranslations } from 'use-intl/react'
import { language, messagesOf, translations } from '@/lib/messages'
import commands from '@/messages/commands.en.json'
import messages from '@/messages/en.json'
import failedPage from '@/messages/failed-page.en.json'
import failures from '@/messages/failures.en.json'

/** The text of a client component in a language that orders the values differently from English. */
function says(locale: string, saved: string, values: { count: number; name: string }): string {
  const Sentence = () => useTranslations('desk')('saved', values)
  return renderToStaticMarkup(
    <IntlProvider locale={locale} timeZone="UTC" messages={{ desk: { saved } }}>
      <Sentence />
    </IntlProvider>,
  )
}

describe('sentences of client components', () => {
  test.each([
    [0, 'لا تعديلات — حفظها Arvenia'],
    [1, 'تعديل واحد — حفظها Arvenia'],
    [2, 'تعديلان — حفظها Arvenia'],
    [5, '5 تعديلات — حفظها Arvenia'],
    [11, '11 تعديلاً — حفظها Arvenia'],
    [100, '100 تعديل — حفظها Arvenia'],
  ])('have the six plurals of Arabic: %i', (count, expected) => {
    const saved =
      '{count, plural, zero {لا تعديلات} one {تعديل واحد} two {تعديلان} few {# تعديلات} many {# تعديلاً} other {# تعديل}} — حفظها {name}'
    expect(toLatinDigits(says('ar', saved, { count, name: 'Arvenia' }))).toBe(expected)
  })

  test.each([
    [1, 'Arvenia: 1 поправка'],
    [3, 'Arvenia: 3 поправки'],
    [5, 'Arvenia: 5 поправок'],
    [21, 'Arvenia: 21 поправка'],
    [22, 'Arvenia: 22 поправки'],
  ])('have the plurals of Russian, and the name first: %i', (count, expected) => {
    const saved =
      '{name}: {count, plural, one {# поправка} few {# поправки} many {# поправок} other {# поправки}}'
    expect(says('ru', saved, { count, name: 'Arvenia' })).toBe(expected)
  })
})

describe('the messages that a page brings to the browser', () => {
  test('are those of the namespaces that it names', () => {
    expect(messagesOf(['search', 'joining.desk'])).toEqual({
      search: messages.search,
      joining: { desk: messages.joining.desk },
    })
  })

  test('are refused where the namespace does not exist', () => {
    expect(() => messagesOf(['joining.dusk'])).toThrow('joining.dusk')
    expect(() => messagesOf(['nowhere.desk'])).toThrow('nowhere.desk')
  })
})

test('every sentence says the same when it is compiled, as in pages, and when it is parsed', () => {
  const cache = _createCache()
  const options = { cache, formatters: _createIntlFormatters(cache), ...language() }
  const flat = (drawn: unknown): string => [drawn].flat(9).join('')
  const sentences = Object.entries(messages).flatMap(([, tree]) => sentencesOf(tree))
  expect(sentences.length).toBeGreaterThan(1_000)
  for (const sentence of sentences)
    for (const count of [0, 1, 2, 1_234]) {
      const values = valuesFor(sentence, count)
      const parsed = formatParsed('', sentence, values, options)
      const compiled = formatCompiled('', compile(sentence), values, options)
      expect(flat(compiled), sentence).toBe(flat(parsed))
    }
})

test('no sentence has a straight quotation mark or apostrophe, except within what is typed', () => {
  const files = [messages, commands, failedPage, failures]
  const straight = files
    .flatMap((tree) => sentencesOf(tree))
    .filter((sentence) => /['"]/.test(sentence.replace(/<code>.*?<\/code>/g, '')))
  expect(straight).toEqual([])
})

const sentencesOf = (tree: object | string): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree).flatMap(sentencesOf)

/** Values for every place of a sentence: figures, words, and renderers of its tags. */
function valuesFor(sentence: string, count: number) {
  const places = [...sentence.matchAll(/\{(\w+)(?:, (\w+),? ?(\w+)?)?/g)]
  const tags = [...sentence.matchAll(/<(\w+)>/g)]
  return Object.fromEntries([
    ...places.map(([, name, kind, first]) => [
      name,
      kind === 'select' ? first : kind ? count : `“${name}”`,
    ]),
    ...tags.map(([, name]) => [name, (inner: unknown) => `<${flatWords(inner)}>`]),
  ]) as Record<string, string>
}
const flatWords = (inner: unknown): string => [inner].flat(9).join('')

test('no sentence has a sign of our own in the place of a value', () => {
  const sentences = (tree: object): string[] =>
    Object.values(tree).flatMap((entry) => (typeof entry === 'string' ? [entry] : sentences(entry)))
  const all = sentences(messages)
  expect(all.length).toBeGreaterThan(1_000)
  expect(all.filter((sentence) => sentence.includes('#') && !sentence.includes('plural'))).toEqual(
    [],
  )
})

test('the server says a sentence without waiting', () => {
  expect(translations('joining.desk')('undecided', { count: 2 })).toBe('2 not decided')
})

const toLatinDigits = (text: string) =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))

test('a letter, its subject, and a comment posted to the public name the zone of each time', () => {
  const sentences = (of: object): string[] =>
    Object.values(of).flatMap((value: string | object) =>
      typeof value === 'string' ? [value] : sentences(value),
    )
  const timed = [...sentences(messages.mail.letters), ...sentences(messages.postedComments)].filter(
    (sentence) => /\{(?:until|time)\}/.test(sentence),
  )
  expect(timed.length).toBeGreaterThan(20)
  const bare = /\{(?:until|time)\}(?! ?\(\{seat\} time\)|, \{seat\} time)/
  expect(timed.filter((sentence) => bare.test(sentence))).toEqual([])
})

describe('a letter', () => {
  const letters = sentencesOf(messages.mail.letters)

  /** The first words of a compiled sentence, one for each of its variants; of a value, its name in braces. */
  function beginnings(compiled: unknown): string[] {
    if (typeof compiled === 'string') return [compiled]
    if (!Array.isArray(compiled)) return []
    const [first, , variants] = compiled as unknown[]
    if (variants && typeof variants === 'object' && !Array.isArray(variants))
      return Object.values(variants).flatMap(beginnings)
    if (typeof first === 'string' && compiled.length === 1) return [`{${first}}`]
    return beginnings(first)
  }

  test('goes on with a capital after the salutation, in each of its variants', () => {
    const begun = letters
      .filter((sentence) => sentence.startsWith('Dear {'))
      .flatMap((sentence) => beginnings(compile(sentence.replace(/^[^,]*,\n\n/, ''))))
    expect(begun.length).toBeGreaterThan(60)
    expect(begun.filter((beginning) => /^[a-z]/.test(beginning))).toEqual([])
  })

  test('names in its subject no delegation that decided or took a position', () => {
    const act = 'declined|accepted|supports|objected|broke|dissociated'
    const telling = new RegExp(`^\\{session\\}: .*\\{\\w+\\} (${act})`)
    expect(letters.filter((sentence) => telling.test(sentence))).toEqual([])
  })
})
