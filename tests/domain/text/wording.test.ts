import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeInEditor, takeOver } from '@/components/editor/take-over'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { textSchema } from '@/lib/text/document/schema'
import { CLOSE, OPEN, withoutMarks } from '@/lib/text/signs'
import { readWording } from '@/lib/text/document/wording'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'

const MARKED = `States ${OPEN.notAgreed}shall${CLOSE.notAgreed} act ${OPEN.italic}mutatis mutandis${CLOSE.italic}.`
const over = fromMarked(MARKED)
const typed = (text: string) =>
  toMarked(readWording({ body: '', text }, 'en', { over, allowEmpty: true }))

describe('plain words typed over a text', () => {
  test('are what they are, whatever the text was', () => {
    fc.assert(
      fc.property(amendedTexts(1), ({ locale, base, texts: [text = ''] }) => {
        const words = withoutMarks(text)
        const read = (options: object) =>
          plainText(
            readWording({ body: '', text: words }, locale, { allowEmpty: true, ...options }),
          )
        expect(read({ over: fromMarked(base) })).toBe(read({}))
      }),
      { numRuns: RUNS },
    )
  })

  test('unchanged, are the text itself', () => {
    fc.assert(
      fc.property(amendedTexts(0), ({ locale, base }) => {
        const document = readWording({ body: JSON.stringify(fromMarked(base)), text: '' }, locale, {
          allowEmpty: true,
        })
        // Lines without a word and spaces at a line's ends do not come through a plain field.
        fc.pre(plainText(documentFromText(plainText(document))) === plainText(document))
        const again = readWording({ body: '', text: plainText(document) }, locale, {
          over: document,
          allowEmpty: true,
        })
        expect(toMarked(again)).toBe(toMarked(document))
      }),
      { numRuns: RUNS },
    )
  })

  test('keep italics and brackets on the words that are kept', () => {
    expect(typed('All States [shall] act mutatis mutandis.')).toBe(`All ${MARKED}`)
    expect(typed('States should act mutatis mutandis.')).toBe(
      `States should act ${OPEN.italic}mutatis mutandis${CLOSE.italic}.`,
    )
    expect(typed('Nothing of it.')).toBe('Nothing of it.')
  })
})

describe('the editor takes over a plain field', () => {
  test('with its spaces and empty lines, as somebody goes on typing there', () => {
    expect(plainText(takeOver(over, 'States act \n\nand ', 'en'))).toBe('States act \n\nand ')
    expect(takeOver(over, plainText(over), 'en')).toBe(over)
  })

  test('and its cursor stands behind the same words', () => {
    fc.assert(
      fc.property(amendedTexts(0), fc.nat(), ({ base }, place) => {
        const document = fromMarked(withoutMarks(base))
        const words = plainText(document)
        const characters = Array.from(words)
        const at = characters.slice(0, place % (characters.length + 1)).join('').length
        const editor = Node.fromJSON(textSchema, document)
        const before = editor.textBetween(0, placeInEditor(document, at), '\n')
        // An empty paragraph has no words yet that identify its end.
        expect(before.trimEnd()).toBe(words.slice(0, at).trimEnd())
      }),
      { numRuns: RUNS },
    )
  })

  test('also behind and within a bracket, whose signs the editor draws', () => {
    const behind = (words: string) => {
      const editor = Node.fromJSON(textSchema, over)
      const at = plainText(over).indexOf(words) + words.length
      return editor.textBetween(0, placeInEditor(over, at))
    }
    expect(behind('[sh')).toBe('States sh')
    expect(behind('[shall] a')).toBe('States shall a')
  })
})
