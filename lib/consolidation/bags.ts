import { addDirection, DIMENSIONS } from './company'
import { FIELDS, type Vocabulary } from './terms'

/** What each view of a text weighs in the score, and how much the rarity of a term counts in it. */
export const VIEWS = { weight: [1, 0.34, 0.6], rarity: [0.6, 1, 1], company: 0.5 }

/** For each term, from `start[term]` to `start[term + 1]`, the texts that have it and its weight there. */
export type Postings = { start: Uint32Array; text: Uint32Array; weight: Float32Array }

/** The terms of texts with their counts, in typed arrays: a hundred thousand texts are ordinary. */
export class Bags {
  #terms = new Int32Array(1024)
  #counts = new Uint16Array(1024)
  #used = 0
  readonly #ends: number[] = []
  readonly #squares = new Float64Array(FIELDS)
  readonly #lengths = new Float64Array(FIELDS)
  /** By term: where it stands in the bag being filled, plus one. */
  readonly #places: number[] = []

  add(vocabulary: Vocabulary, words: readonly string[]): void {
    const from = this.#used
    vocabulary.terms(words, (term) => {
      if (term < 0) return
      const place = this.#places[term] ?? 0
      if (place > from) this.#counts[place - 1]! += 1
      else this.#append(term)
    })
    this.#ends.push(this.#used)
  }

  #append(term: number): void {
    if (this.#used === this.#terms.length) {
      const terms = new Int32Array(this.#used * 2)
      terms.set(this.#terms)
      const counts = new Uint16Array(this.#used * 2)
      counts.set(this.#counts)
      this.#terms = terms
      this.#counts = counts
    }
    this.#terms[this.#used] = term
    this.#counts[this.#used] = 1
    this.#used += 1
    this.#places[term] = this.#used
  }

  /** How rare each term is among the texts; what is in all of them still counts a little. */
  rarities(vocabulary: Vocabulary): Float32Array {
    const texts = new Uint32Array(vocabulary.size)
    for (let at = 0; at < this.#used; at += 1) texts[this.#terms[at]!]! += 1
    const all = this.#ends.length
    return Float32Array.from(texts, (having, term) =>
      Math.pow(Math.log((1 + all) / (1 + having)) + 1, VIEWS.rarity[vocabulary.fieldOf(term)]!),
    )
  }

  /** The weights of one text's terms, each view of it brought to length one. */
  weights(
    index: number,
    vocabulary: Vocabulary,
    rarities: Float32Array,
  ): { terms: Int32Array; weights: Float32Array; views: boolean[] } {
    const from = this.#ends[index - 1] ?? 0
    const terms = this.#terms.subarray(from, this.#ends[index])
    const weights = new Float32Array(terms.length)
    const squares = this.#weigh(from, this.#ends[index]!, vocabulary, rarities, weights)
    return { terms, weights, views: Array.from(squares, (square) => square > 0) }
  }

  /** Writes the weights of the terms from one place to another; returns the square of each view's length before. */
  #weigh(
    from: number,
    until: number,
    vocabulary: Vocabulary,
    rarities: Float32Array,
    weights: Float32Array,
  ): Float64Array {
    const squares = this.#squares.fill(0)
    for (let at = from; at < until; at += 1) {
      const term = this.#terms[at]!
      const count = this.#counts[at]!
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * rarities[term]!
      weights[at - from] = weight
      squares[vocabulary.fieldOf(term)]! += weight * weight
    }
    for (let field = 0; field < FIELDS; field += 1)
      this.#lengths[field] = Math.sqrt(squares[field]!)
    for (let at = from; at < until; at += 1)
      weights[at - from]! /= this.#lengths[vocabulary.fieldOf(this.#terms[at]!)]!
    return squares
  }

  /** Where the words of one text point together by the company that they keep, the rare ones more. */
  direction(
    index: number,
    vocabulary: Vocabulary,
    rarities: Float32Array,
    sum: Float32Array = new Float32Array(DIMENSIONS),
  ): Float32Array {
    for (let at = this.#ends[index - 1] ?? 0; at < this.#ends[index]!; at += 1) {
      const row = vocabulary.rowOf(this.#terms[at]!)
      if (row >= 0) addDirection(sum, row, rarities[this.#terms[at]!]!)
    }
    return sum
  }

  /** The same turned round: from a term to the texts that have it. */
  postings(vocabulary: Vocabulary, rarities: Float32Array): Postings {
    const start = new Uint32Array(vocabulary.size + 1)
    for (let at = 0; at < this.#used; at += 1) start[this.#terms[at]! + 1]! += 1
    for (let term = 0; term < vocabulary.size; term += 1) start[term + 1]! += start[term]!
    const text = new Uint32Array(this.#used)
    const weight = new Float32Array(this.#used)
    const next = start.slice()
    let own = new Float32Array(1_024)
    let from = 0
    for (const [index, until] of this.#ends.entries()) {
      if (until - from > own.length) own = new Float32Array(2 * (until - from))
      this.#weigh(from, until, vocabulary, rarities, own)
      for (let at = from; at < until; at += 1) {
        const place = next[this.#terms[at]!]!++
        text[place] = index
        weight[place] = own[at - from]!
      }
      from = until
    }
    return { start, text, weight }
  }
}
