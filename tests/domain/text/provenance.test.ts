import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  carryProvenance,
  lengthOf,
  ownWords,
  type Provenance,
  readProvenance,
  type Source,
  sourcesIn,
} from '@/lib/text/weave/provenance'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'

const amendment: Source = { kind: 'amendment', id: 'a', by: ['Belmara', 'Tarsonia'] }
const text = 'States should share evidence.'
const mixed: Provenance = [
  { length: 7, source: { kind: 'revision', number: 1 } },
  { length: 6, source: amendment },
  { length: 16, source: { kind: 'revision', number: 1 } },
]
const carried = (after: string, number: number) =>
  carryProvenance(text, mixed, after, { kind: 'revision', number }, 'en')
const at = (after: string, provenance: Provenance, word: string) =>
  sourcesIn(provenance, after.indexOf(word), after.indexOf(word) + word.length)

test('words keep their source over later revisions, wherever they come to stand', () => {
  const third = 'All Member States should promptly share electronic evidence.'
  const provenance = carried(third, 3)
  expect(at(third, provenance, 'should')).toEqual([amendment])
  expect(at(third, provenance, 'States')).toEqual([{ kind: 'revision', number: 1 }])
  expect(at(third, provenance, 'promptly')).toEqual([{ kind: 'revision', number: 3 }])
  const fourth = `(a) ${third}`
  const later = carryProvenance(third, provenance, fourth, { kind: 'revision', number: 4 }, 'en')
  expect(at(fourth, later, 'should')).toEqual([amendment])
  expect(at(fourth, later, 'promptly')).toEqual([{ kind: 'revision', number: 3 }])
})

test('words taken out and brought back are the later hand’s', () => {
  const without = 'States share evidence.'
  const back = carryProvenance(
    without,
    carried(without, 3),
    text,
    { kind: 'revision', number: 4 },
    'en',
  )
  expect(at(text, back, 'should')).toEqual([{ kind: 'revision', number: 4 }])
})

test('what was stored is read back; what does not fit the text names nobody', () => {
  const stored: unknown = JSON.parse(JSON.stringify(mixed))
  expect(readProvenance(stored, text)).toEqual(mixed)
  expect(readProvenance(stored, `${text} More.`)).toBeNull()
  for (const doubtful of [null, undefined, 'x', [{ length: 29 }], [{ ...mixed[0], more: 1 }]])
    expect(readProvenance(doubtful, text)).toBeNull()
})

test('it covers the text exactly, over any chain of revisions', () => {
  fc.assert(
    fc.property(amendedTexts(5), ({ locale, base, texts }) => {
      let [before, provenance] = [base, ownWords(base, 1)]
      texts.forEach((after, index) => {
        const source: Source = { kind: 'revision', number: index + 2 }
        const next = carryProvenance(before, provenance, after, source, locale)
        expect(lengthOf(next)).toBe(after.length)
        expect(readProvenance(next, after)).toEqual(next)
        ;[before, provenance] = [after, next]
      })
    }),
    { numRuns: RUNS },
  )
})
