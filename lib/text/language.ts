import { isLocale, type Locale } from './locales'

/** The verdict of a text's letters and common words on its stated language. */
type LanguageFault =
  /** Hardly a letter is of the script in which the language is written: certain. */
  | { is: 'otherScript' }
  /** Less than half of the letters are of that script. */
  | { is: 'mixedScripts' }
  /** Its common words are those of another language: a guess. */
  | { is: 'otherWords'; language: LatinLanguage }

type LatinLanguage = keyof typeof COMMON
type Script = 'latin' | 'cyrillic' | 'arabic' | 'han'

const SCRIPT_OF: Record<Locale, Script> = {
  en: 'latin',
  fr: 'latin',
  es: 'latin',
  ru: 'cyrillic',
  zh: 'han',
  ar: 'arabic',
}

const LETTERS: Record<Script, RegExp> = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  arabic: /\p{Script=Arabic}/gu,
  han: /\p{Script=Han}/gu,
}
/** A letter of any other script. */
const OTHER_LETTER: Record<Script, RegExp> = {
  latin: /(?!\p{Script=Latin})\p{L}/u,
  cyrillic: /(?!\p{Script=Cyrillic})\p{L}/u,
  arabic: /(?!\p{Script=Arabic})\p{L}/u,
  han: /(?!\p{Script=Han})\p{L}/u,
}
/** A Chinese character says as much as three letters. */
const WEIGHT_OF_HAN = 3
/** A name or an abbreviation in the right script does not make a text one of that language. */
const HARDLY = 0.2

/** Words that are frequent in one of these languages and rare in the others. */
const COMMON = {
  en: 'the of and to that for with should shall which their be is by this these are from or not its on as at it has have',
  fr: 'le les des du et une dans pour qui aux par leur leurs devraient devrait est sur avec sans ainsi ou afin cette ces l’ d’ qu’ n’ s’ au',
  es: 'el los las y del una para por deberían debería su sus es como al con esta estos o sin entre más',
  pt: 'os das dos do da em uma para não ao aos deveriam com pelo pela são seus suas às à',
  de: 'der die das und den dem für von zu mit sollten sollte ist ein eine einer werden im auf nicht sich als',
  it: 'il gli della delle degli di che dei dovrebbero dovrebbe nel nella sono alla per le con dell’ all’ un',
} as const

const WORDS = new Map(
  Object.entries(COMMON).map(([language, words]) => [
    language as LatinLanguage,
    new Set(words.split(' ')),
  ]),
)
/** The minimum of common words to guess a language, which must also be twice as many as the stated one has. */
const ENOUGH = 3

/** The reason why a text is hardly in its declared language; null if there is none. */
export function faultOfLanguage(text: string, language: string): LanguageFault | null {
  if (!isLocale(language)) return null
  const share = shareOf(SCRIPT_OF[language], text)
  if (share === null) return null
  if (share < HARDLY) return { is: 'otherScript' }
  if (share < 0.5) return { is: 'mixedScripts' }
  if (SCRIPT_OF[language] !== 'latin') return null
  const guessed = guessOf(text)
  const ownCount = guessed.get(language as LatinLanguage) ?? 0
  const [best, count] = [...guessed].reduce((top, next) => (next[1] > top[1] ? next : top))
  return best !== language && count >= ENOUGH && count >= ownCount * 2
    ? { is: 'otherWords', language: best }
    : null
}

/**
 * The language in which a text is shown: the declared one, unless hardly a letter is of its script. The form of a comment
 * begins with the language of its item, in which not every delegation writes.
 */
export function writtenLanguage(text: string, declared: string): string {
  if (!isLocale(declared) || !OTHER_LETTER[SCRIPT_OF[declared]].test(text)) return declared
  return faultOfLanguage(text, declared)?.is === 'otherScript' ? languageOf(text) : declared
}

/** So many words in a row are a passage; fewer are a name. */
const PASSAGE = 2
/** So many characters that are written without spaces between words are more than a name. */
const LONG = 5

/**
 * The passages of a text that are in another script than its language: two or more words one after the other. A single
 * word is a name, and abbreviations in Latin capitals stand in a text of any script.
 */
export function passagesInOtherScript(text: string, language: string): string[] {
  if (!isLocale(language)) return []
  const passages: string[] = []
  let [start, end, count] = [0, 0, 0]
  const close = () => {
    if (count >= PASSAGE) passages.push(text.slice(start, end))
    count = 0
  }
  for (const { 0: word, index } of text.matchAll(wordsByScript(LETTERS[SCRIPT_OF[language]]))) {
    const [first] = word
    if (first!.match(LETTERS[SCRIPT_OF[language]])) close()
    else if (!/^[\p{Lu}\p{M}]+$/u.test(word)) {
      if (count === 0) start = index
      end = index + word.length
      count += WITHOUT_SPACES.test(word) && word.length >= LONG ? PASSAGE : 1
    }
  }
  close()
  return passages
}

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words that are of this script alone, and words without a letter of it. */
function wordsByScript({ source: own }: RegExp): RegExp {
  const other = `(?!${own}|\\p{Script=Common}|\\p{Script=Inherited})\\p{L}`
  return new RegExp(`(?:${own}\\p{M}*)+|${other}(?:${other}|\\p{M}|[-’'](?=${other}))*`, 'gu')
}

/** The share of a text's letters in a script, between 0 and 1; null for a text without letters. */
function shareOf(script: Script, text: string): number | null {
  const weigh = (letters: RegExp, weight: number) => (text.match(letters)?.length ?? 0) * weight
  const han = weigh(LETTERS.han, 1)
  const total = weigh(/\p{L}/gu, 1) + han * (WEIGHT_OF_HAN - 1)
  const scriptTotal = weigh(LETTERS[script], script === 'han' ? WEIGHT_OF_HAN : 1)
  return total === 0 ? null : scriptTotal / total
}

/** The number of common words of each language in a text. */
function guessOf(text: string): Map<LatinLanguage, number> {
  const counts = new Map<LatinLanguage, number>()
  const words =
    text
      .toLowerCase()
      .replaceAll("'", '’')
      .match(/\p{L}+’?/gu) ?? []
  for (const [language, common] of WORDS)
    counts.set(language, words.filter((word) => common.has(word)).length)
  return counts
}

/** The official language in which a text seems to be written: by its script, and for Latin letters by its common words. */
export function languageOf(text: string): Locale {
  const [script, share] = (['cyrillic', 'arabic', 'han'] as const)
    .map((language) => [language, shareOf(language, text) ?? 0] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best))
  if (share >= 0.5) return ({ cyrillic: 'ru', arabic: 'ar', han: 'zh' } as const)[script]
  const counts = guessOf(text)
  const latin = (['en', 'fr', 'es'] as const).map(
    (language) => [language, counts.get(language) ?? 0] as const,
  )
  return latin.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}
