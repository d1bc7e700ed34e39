import type { Numbers } from './numbers'
import { wordsOf } from './tokens'

/** By character, the letter or digit that it is in lower case; 0 for what stands between words. */
const LETTERS = Uint16Array.from({ length: 0x7_00 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase()
  return /^[\p{L}\p{M}\p{N}]/u.test(lower) ? lower.charCodeAt(0) : 0
})

/**
 * What those letters (Latin, Greek, Cyrillic, Arabic) and the dashes and quotation marks of print leave out, and two
 * letters whose lower case is two letters or depends on what stands around.
 */
const OTHER = /[^\0-\u06FF\u2010-\u2027]|[\u0130\u03A3]/

/**
 * Numbers for words, from 0 in the order in which they are met. A word met before is found by its
 * letters where it stands in a text, without making a string of it; there are millions of them.
 * What grows starts small: code that was made fast before it had to grow would be made anew when it must.
 */
export class WordTable {
  /** The words met, by their numbers. */
  readonly words: string[] = []
  readonly #numbers = new Map<string, number>()
  /** The letters of words one after another, and behind them those of the word being read. */
  #letters = new Uint16Array(256)
  #used = 0
  /**
   * Four figures for each word, at the first free place from its hash on; half of them stay free. They are its number
   * plus one, its hash, where its letters start and how many they are.
   */
  #places = new Int32Array(4 * 64)
  #taken = 0

  /** The number of a word, -1 where it was not met. */
  find(word: string): number {
    return this.#numbers.get(word) ?? -1
  }

  /** Appends the number of each word of a text, as `wordsOf` cuts it. */
  read(text: string, found: Numbers): void {
    if (!OTHER.test(text)) this.#scan(text, found)
    else for (const word of wordsOf(text)) found.push(this.#numberOf(word))
  }

  /** Finds the words of a text of known letters. One loop with its own variables: it is what takes the time. */
  #scan(text: string, found: Numbers): void {
    const end = text.length
    this.#makeRoom(end)
    const letterOf = LETTERS
    const letters = this.#letters
    let places = this.#places
    let start = this.#used
    let length = 0
    let hash = 0
    for (let at = 0; at <= end; at += 1) {
      const code = at < end ? text.charCodeAt(at) : 0
      const letter = code < letterOf.length ? letterOf[code]! : 0
      if (letter > 0) {
        letters[start + length] = letter
        length += 1
        // FNV-1a.
        hash = Math.imul(hash ^ letter, 0x01000193)
      } else if (length > 0) {
        const last = places.length - 1
        let place = (hash << 2) & last
        for (; places[place] !== 0; place = (place + 4) & last) {
          if (places[place + 1] !== hash || places[place + 3] !== length) continue
          const from = places[place + 2]!
          let same = 0
          while (same < length && letters[from + same] === letters[start + same]) same += 1
          if (same === length) break
        }
        if (places[place] !== 0) found.push(places[place]! - 1)
        else {
          found.push(this.#keep(text.slice(at - length, at).toLowerCase(), hash, place))
          places = this.#places
          start = this.#used
        }
        length = 0
        hash = 0
      }
    }
  }

  /** Takes the word written behind the others among them, at a free place; returns its number. */
  #keep(word: string, hash: number, place: number): number {
    const number = this.#numberOf(word)
    this.#places[place] = number + 1
    this.#places[place + 1] = hash
    this.#places[place + 2] = this.#used
    this.#places[place + 3] = word.length
    this.#used += word.length
    this.#taken += 1
    if (8 * this.#taken > this.#places.length) this.#spread()
    return number
  }

  #numberOf(word: string): number {
    const before = this.#numbers.get(word)
    if (before !== undefined) return before
    this.#numbers.set(word, this.words.length)
    return this.words.push(word) - 1
  }

  /** Gives the words twice as many places. */
  #spread(): void {
    const before = this.#places
    this.#places = new Int32Array(2 * before.length)
    const last = this.#places.length - 1
    for (let from = 0; from < before.length; from += 4) {
      if (before[from] === 0) continue
      let place = (before[from + 1]! << 2) & last
      while (this.#places[place] !== 0) place = (place + 4) & last
      this.#places.set(before.subarray(from, from + 4), place)
    }
  }

  #makeRoom(length: number): void {
    if (this.#used + length <= this.#letters.length) return
    const before = this.#letters
    this.#letters = new Uint16Array(2 * (this.#used + length))
    this.#letters.set(before)
  }
}
