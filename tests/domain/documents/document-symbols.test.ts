import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentSeries } from '@/lib/documents/kinds'
import {
  type DocumentSymbol,
  headKind,
  parseSymbol,
  printSymbol,
  symbolFromAddress,
} from '@/lib/documents/symbols/symbol'
import { paths } from '@/lib/paths'

const number = fc.integer({ min: 1, max: 99_999 })
const suffix = fc.oneof(
  fc
    .tuple(fc.constantFrom('Add', 'Amend', 'Corr', 'Rev'), number)
    .map(([word, n]) => `${word}.${n}`),
  fc.constantFrom('Summary', '-*'),
)
const symbols: fc.Arbitrary<DocumentSymbol> = fc.record({
  root: fc.constantFrom('UNODC/CCPCJ/EG.4', 'E/CN.15', 'A', 'A/AC.291', 'A/CONF.234'),
  year: fc.integer({ min: 1945, max: 2999 }),
  series: fc.constantFrom(...documentSeries),
  number,
  suffix: fc.array(suffix, { maxLength: 3 }).map((parts) => parts.join('/')),
})

describe('a symbol', () => {
  test('is read into the parts of which it was printed', () => {
    fc.assert(
      fc.property(symbols, (symbol) => {
        expect(parseSymbol(printSymbol(symbol))).toEqual(symbol)
      }),
    )
  })

  test('that is read is printed as it was, and nothing else is read', () => {
    fc.assert(
      fc.property(fc.oneof(symbols.map(printSymbol), fc.string()), (text) => {
        const read = parseSymbol(text)
        if (read) expect(printSymbol(read)).toBe(text.trim())
      }),
    )
  })

  test('of two different documents is never the same', () => {
    fc.assert(
      fc.property(symbols, symbols, (first, second) => {
        if (printSymbol(first) === printSymbol(second)) expect(first).toEqual(second)
      }),
    )
  })

  test('stands in an address without a stroke and comes back from it', () => {
    fc.assert(
      fc.property(symbols.map(printSymbol), (symbol) => {
        const [part, ...more] = paths.document('sixth', symbol).split('/').slice(4)
        expect(more).toEqual([])
        expect(symbolFromAddress(part!)).toBe(symbol)
      }),
    )
  })

  test.each([
    ['UNODC/CCPCJ/EG.4/2020/1', 'plain', 1, ''],
    ['UNODC/CCPCJ/EG.4/2021/CRP.1', 'crp', 1, ''],
    ['UNODC/CCPCJ/EG.4/2020/INF/1', 'inf', 1, ''],
    ['UNODC/CCPCJ/EG.4/2020/L.1/Add.3', 'l', 1, 'Add.3'],
    ['UNODC/CCPCJ/EG.4/2020/NGO/2/Rev.1/Corr.1', 'ngo', 2, 'Rev.1/Corr.1'],
    ['E/CN.15/2018/12', 'plain', 12, ''],
    ['E/CN.15/2018/12/-*', 'plain', 12, '-*'],
  ])('%s is of the series %s', (printed, series, n, ending) => {
    expect(parseSymbol(printed)).toMatchObject({ series, number: n, suffix: ending })
  })

  test.each([
    '',
    'UNODC/CCPCJ/EG.4/2020',
    'UNODC/CCPCJ/EG.4/2020/',
    'UNODC/CCPCJ/EG.4/2020/0',
    'UNODC/CCPCJ/EG.4/2020/01',
    'UNODC/CCPCJ/EG.4/2020/CRP1',
    'UNODC/CCPCJ/EG.4/2020/INF.1',
    'UNODC/CCPCJ/EG.4/2020/CRP.1/Rev.0',
    'UNODC/CCPCJ/EG.4/2020/CRP.1/Foo.1',
    'UNODC//EG.4/2020/1',
    'unodc/ccpcj/2020/1',
    '../2020/1',
    'UNODC/CCPCJ/EG.4/20/1',
    'UNODC/CCPCJ/EG.4/2020/1/',
  ])('“%s” is none', (text) => {
    expect(parseSymbol(text)).toBeNull()
  })

  test('of the group’s own root bears the plain head, that of its parent the full one', () => {
    expect(headKind('UNODC/CCPCJ/EG.4/2020/2')).toBe('office')
    expect(headKind('E/CN.15/2018/12')).toBe('full')
  })
})
