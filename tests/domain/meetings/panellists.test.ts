import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type PanellistLine,
  printPanellist,
  readPanellist,
  readPanellists,
} from '@/lib/meetings/panellists/lines'

const word = fc.stringMatching(/^[A-Z][a-zé]{2,8}$/)
const panellist: fc.Arbitrary<PanellistLine> = fc.record({
  honorific: fc.constantFrom('Mr.', 'Ms.', 'Dr.', 'Pol.col.', 'Lic.', 'H.E.', ''),
  name: fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(' ')),
  affiliation: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
})

describe('a panellist', () => {
  test('is read as printed', () => {
    fc.assert(
      fc.property(panellist, (given) => {
        expect(readPanellist(printPanellist(given))).toEqual(given)
      }),
    )
  })

  test('is read out of a sentence of several, or one a line', () => {
    fc.assert(
      fc.property(fc.array(panellist, { minLength: 1, maxLength: 8 }), (several) => {
        const printed = several.map(printPanellist)
        const last = printed.at(-1)!
        const sentence =
          printed.length > 1 ? `${printed.slice(0, -1).join(', ')} and ${last}.` : last
        for (const text of [printed.join('\n'), sentence, `1. ${printed.join('\n- ')}`])
          expect(readPanellists(text)).toEqual({ panellists: several, unread: [] })
      }),
    )
  })

  test('without a State or organization is not read, and is named', () => {
    expect(readPanellists('Mr. Nobody\nMs. A B (C)')).toMatchObject({
      panellists: [{ name: 'A B' }],
      unread: ['Mr. Nobody'],
    })
  })

  test('may come from a State with brackets in its name', () => {
    expect(readPanellist('Ms. A B (Bolivia (Plurinational State of))')).toEqual({
      honorific: 'Ms.',
      name: 'A B',
      affiliation: 'Bolivia (Plurinational State of)',
    })
  })
})
