import { rowOf } from './embeddings'
import { fields, keyOf, meetFamilies } from './lexicon'
import { Numbers } from './numbers'
import { stem } from './stem'
import { WordTable } from './word-table'
import { isTelling } from './tokens'

/** The three views in which two texts are compared: their words, their drafting verbs, their subjects. */
export const FIELDS = 3

/** What stands in the place of a word's term where its stem was not met, and where the word is too small. */
const UNMET = -1
const SMALL = -2

/**
 * Numbers for all that texts are compared by. The families come first, the stems of words as they
 * are met.
 */
export class Vocabulary {
  readonly #words = new WordTable()
  /** By the number of a word: its stem's term, and its key in the families, -1 where it has none. */
  readonly #terms = new Numbers()
  readonly #keys = new Numbers()
  readonly #stems = new Map<string, number>()
  readonly #rows = new Numbers()
  /** The text being read: its words by number, their keys, and its terms. */
  readonly #text = { words: new Numbers(), keys: new Numbers(), terms: new Numbers() }

  get size(): number {
    return fields.length + this.#stems.size
  }

  fieldOf(term: number): number {
    return term < fields.length ? fields[term]! : 0
  }

  /** The row of a word's company (company.ts), -1 where it is not known and for families. */
  rowOf(term: number): number {
    return term < fields.length ? -1 : this.#rows.values[term - fields.length]!
  }

  /** The terms of a text, each as often as it occurs, until the next call. What was not met before is learnt. */
  learn(text: string): Numbers {
    const { words, keys, terms } = this.#text
    words.length = 0
    keys.length = 0
    terms.length = 0
    this.#words.read(text, words)
    this.#learnWords()
    const termOf = this.#terms.values
    const keyOf = this.#keys.values
    for (let at = 0; at < words.length; at += 1) {
      const word = words.values[at]!
      if (termOf[word] === SMALL) continue
      terms.push(termOf[word]!)
      keys.push(keyOf[word]!)
    }
    meetFamilies(keys, terms)
    return terms
  }

  /** The terms of words, each as often as it occurs, until the next call. Nothing is learnt, and what was not met left out. */
  known(words: readonly string[]): Numbers {
    const { keys, terms } = this.#text
    keys.length = 0
    terms.length = 0
    for (const word of words) {
      const number = this.#words.find(word)
      const term = number < 0 ? this.#termOf(word) : this.#terms.values[number]!
      if (term === SMALL) continue
      if (term !== UNMET) terms.push(term)
      keys.push(number < 0 ? keyOf(plainForm(word)) : this.#keys.values[number]!)
    }
    meetFamilies(keys, terms)
    return terms
  }

  #termOf(word: string): number {
    const plain = plainForm(word)
    return isTelling(plain) ? (this.#stems.get(stem(plain)) ?? UNMET) : SMALL
  }

  /** Gives the new words of the table their terms and keys. */
  #learnWords(): void {
    const { words } = this.#words
    for (let next = this.#terms.length; next < words.length; next += 1) {
      const plain = plainForm(words[next]!)
      const telling = isTelling(plain)
      this.#terms.push(telling ? this.#learnStem(stem(plain)) : SMALL)
      this.#keys.push(telling ? keyOf(plain) : -1)
    }
  }

  #learnStem(stemmed: string): number {
    const before = this.#stems.get(stemmed)
    if (before !== undefined) return before
    const next = this.size
    this.#stems.set(stemmed, next)
    this.#rows.push(rowOf(stemmed))
    return next
  }
}

/** One form of each character; accents and vowel signs are left out, for not everybody types them. */
const plainForm = (word: string): string =>
  /^[a-z]+$/.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
