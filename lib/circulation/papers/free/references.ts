const WORD =
  'paragraphs?|paras?\\.?|recommendations?|conclusions?|items?|points?|no\\.?|nr\\.?|paragraphes?|recommandations?|párrafos?|recomendación|recomendaciones|пункт\\p{L}*|п\\.|рекомендаци\\p{L}*|الفقرة|التوصية|البند'
/** Words that touch the number: Chinese has no spaces. */
const TOUCHING = '第|段落|段|建议|结论'
/** Words for the letter of an item: "alinéa c) du paragraphe 1", "párrafo 1, apartado c)". */
const SUB =
  '(?:alinéas?|apartados?|incisos?|letras?|подпункт\\p{L}*|sub-?paragraphs?|الفقرة الفرعية)\\s*'
const LETTERED = `\\s*(?:段|条|项)?[.,،]?\\s*(?:${SUB})?[(（]\\s*(?<letter>[a-z]{1,2})ـ?\\s*[)）]|\\s?,?\\s?(?:${SUB})?(?<bare>[a-z])\\)`
/** A number with the words and the letter beside it. */
const REFERENCE = new RegExp(
  `(?:${SUB}[(（]?\\s*(?<before>[a-z]{1,2})ـ?\\s*[)）]\\s*,?\\s*(?:of|du|de la|del|de|من)?\\s*(?:the )?)?(?:(?<word>(?<![\\p{L}\\p{N}])(?:${WORD})\\s*|(?:${TOUCHING})\\s*)|(?<![\\p{L}\\p{N}./-]))(?<number>\\d{1,3})(?:${LETTERED})?(?![\\p{N}%])`,
  'giu',
)

const ABJAD = 'أبجدهوزحطي'

/**
 * The text with the letters and digits of references as Latin ones: "١ (ب)" is 1 (b), and "2 с)" has a Cyrillic c. Each
 * sign takes the place of one, so that a place in it is the same place in the text.
 */
const latinised = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(
      /(?<=[(（]\s*)[أابجدهوزحطي](?=ـ?\s*[)）])/g,
      (letter) => 'abcdefghij'[ABJAD.indexOf(letter === 'ا' ? 'أ' : letter)]!,
    )
    .replace(/(?<![\p{L}])[ас](?=\))/gu, (letter) => (letter === 'а' ? 'a' : 'c'))

/** A number in a text that may be that of an item; `isNamed` if a word for it or a letter stands beside: "para. 4", "4 (c)". */
type Reference = {
  number: number
  letter: string | null
  isNamed: boolean
  /** Its place in the text, and its words as they are written there. */
  index: number
  written: string
}

/** All numbers in a text that may be those of items, in their order. */
export const referencesIn = (text: string): Reference[] =>
  [...latinised(text).matchAll(REFERENCE)].map(({ groups = {}, index, 0: { length } }) => {
    const { word, number, letter = groups.bare ?? groups.before } = groups
    return {
      number: Number(number),
      letter: letter?.toLowerCase() ?? null,
      isNamed: Boolean(word || letter),
      index,
      written: text.slice(index, index + length),
    }
  })

/** Whether a text names a number of an item: "para. 4", "4 (c)". */
export const namesNumber = (text: string): boolean =>
  referencesIn(text).some(({ isNamed }) => isNamed)

/** A text without the numbers that may be those of items. */
export const withoutReferences = (text: string): string => latinised(text).replace(REFERENCE, ' ')
