import { describe, expect, test } from 'vitest'
import {
  documentFromText,
  plainText,
  type TextDocument,
  toDocument,
} from '@/lib/text/document/document'
import { cutAtPlaces, fillPlaces, openPlaces } from '@/lib/text/document/open-places'

const printed = (document: TextDocument, known: string[] = []) =>
  openPlaces(document, known).map((place) => place.printed)
const typed = (text: string) => printed(documentFromText(text))

describe('the open places of a text', () => {
  test('are brackets around dots, a stand-in, a figure or nothing', () => {
    expect(
      typed('At its [...] and [2nd...] meetings, [94] States […] [TBC] [ ] [. . .] took part.'),
    )
      // The order of the text.
      .toEqual(['[...]', '[2nd...]', '[94]', '[…]', '[TBC]', '[ ]', '[. . .]'])
  })

  test('are no brackets around words, and no dots without brackets', () => {
    expect(typed('The group [or others] heard “States ... agreed” [emphasis added] …')).toEqual([])
  })

  test('are the words under the placeholder mark, across italics, but none that are not agreed', () => {
    const marked = toDocument([
      [
        { text: 'By ' },
        { text: 'the name ', bracket: 'placeholder' },
        { text: 'inter alia', italic: true, bracket: 'placeholder' },
        { text: ' and ' },
        { text: 'shall', bracket: 'notAgreed' },
      ],
    ])
    expect(printed(marked)).toEqual(['[the name inter alia]'])
    expect(printed(documentFromText('Of [twelve] States'), ['[twelve]'])).toEqual(['[twelve]'])
  })

  test('take words in place of their brackets, and the rest of the text stays', () => {
    const text = toDocument([
      [{ text: 'One [...] and ' }, { text: 'two', bracket: 'placeholder' }, { text: ' end' }],
      [{ text: 'a [...] b', bracket: 'notAgreed' }],
    ])
    const places = openPlaces(text)
    expect(places).toHaveLength(3)
    expect(plainText(fillPlaces(text, places, () => undefined))).toBe(plainText(text))
    expect(fillPlaces(text, places, () => undefined)).toEqual(text)
    expect(plainText(fillPlaces(text, places, (place) => ['1', '2', '3'][place]))).toBe(
      'One 1 and 2 end\n[a 3 b]',
    )
    expect(
      cutAtPlaces(text, places)
        .map((runs) => runs.map((run) => run.text).join(''))
        .join('\n'),
    ).toBe(plainText(text))
  })
})
