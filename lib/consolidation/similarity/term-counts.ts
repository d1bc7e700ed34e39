import { longer, Numbers } from './numbers'
import { FIELDS, type Vocabulary } from './vocabulary'

/** What each view of a text weighs in the score, and how much the rarity of a term counts in it. */
export const VIEWS = { weight: [1, 0.34, 0.6], rarity: [0.6, 1, 1], company: 0.5 }

/** For each term, from `start[term]` to `start[term + 1]`, the texts that have it and its weight there. */
export type Postings = { start: Uint32Array; text: Uint32Array; weight: Float32Array }

/** The terms of texts with their counts, in typed arrays: a hundred thousand texts are ordinary. */
export class Bags {
  readonly #vocabulary: Vocabulary
  readonly #terms = new Numbers()
  readonly #counts = new Numbers()
  /** Where the bag of each text starts, and where the next one will. */
  readonly #starts = new Numbers()
  /** By term: where it stands in the bag being filled, plus one; how many texts have it. */
  #places = new Int32Array(64)
  #having = new Int32Array(64)
  readonly #lengths = new Float64Array(FIELDS)
  #weights = new Float32Array(64)

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#starts.push(0)
    this.#makeRoom(vocabulary.size)
  }

  /** Takes one text, given by its terms, each as often as it occurs. */
  add(met: Numbers): void {
    const { values, length } = met
    this.#makeRoom(this.#vocabulary.size)
    const places = this.#places
    const having = this.#having
    const start = this.#terms.length
    for (let at = 0; at < length; at += 1) {
      const term = values[at]!
      const place = places[term]!
      if (place > start) this.#counts.values[place - 1]! += 1
      else {
        this.#terms.push(term)
        this.#counts.push(1)
        places[term] = this.#terms.length
        having[term]! += 1
      }
    }
    this.#starts.push(this.#terms.length)
  }

  #makeRoom(terms: number): void {
    if (terms <= this.#places.length) return
    this.#places = longer(this.#places, 2 * terms)
    this.#having = longer(this.#having, 2 * terms)
  }

  /** How rare each term is among the texts; what is in all of them still counts a little. */
  rarities(): Float32Array {
    const all = this.#starts.length - 1
    return Float32Array.from({ length: this.#vocabulary.size }, (_, term) =>
      Math.pow(
        Math.log((1 + all) / (1 + this.#having[term]!)) + 1,
        VIEWS.rarity[this.#vocabulary.fieldOf(term)]!,
      ),
    )
  }

  /** The weights of one text's terms, each view of it brought to length one. */
  weights(
    index: number,
    rarities: Float32Array,
  ): { terms: Int32Array; weights: Float32Array; views: boolean[] } {
    const start = this.#starts.values[index]!
    const terms = this.#terms.values.subarray(start, this.#starts.values[index + 1])
    const raw = this.#weigh(index, rarities)
    const weights = Float32Array.from(
      terms,
      (term, at) => raw[at]! / this.#lengths[this.#vocabulary.fieldOf(term)]!,
    )
    return { terms, weights, views: Array.from(this.#lengths, (length) => length > 0) }
  }

  /** The weights of one text's terms before, until the next call; `#lengths` are those of its views. */
  #weigh(index: number, rarities: Float32Array): Float32Array {
    const terms = this.#terms.values
    const counts = this.#counts.values
    const start = this.#starts.values[index]!
    const end = this.#starts.values[index + 1]!
    if (end - start > this.#weights.length) this.#weights = new Float32Array(2 * (end - start))
    const weights = this.#weights
    const lengths = this.#lengths.fill(0)
    for (let at = start; at < end; at += 1) {
      const term = terms[at]!
      const count = counts[at]!
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * rarities[term]!
      weights[at - start] = weight
      lengths[this.#vocabulary.fieldOf(term)]! += weight * weight
    }
    for (let field = 0; field < FIELDS; field += 1) lengths[field] = Math.sqrt(lengths[field]!)
    return weights
  }

  /** Lists the rows (company.ts) of one text's words, each word once. */
  rows(index: number, rows: Numbers): void {
    rows.length = 0
    const end = this.#starts.values[index + 1]!
    for (let at = this.#starts.values[index]!; at < end; at += 1) {
      const row = this.#vocabulary.rowOf(this.#terms.values[at]!)
      if (row >= 0) rows.push(row)
    }
  }

  /** The same turned round: from a term to the texts that have it. */
  postings(rarities: Float32Array): Postings {
    const { size } = this.#vocabulary
    const start = new Uint32Array(size + 1)
    for (let term = 0; term < size; term += 1) start[term + 1] = start[term]! + this.#having[term]!
    const text = new Uint32Array(this.#terms.length)
    const weight = new Float32Array(this.#terms.length)
    const next = start.slice()
    for (let index = 0; index + 1 < this.#starts.length; index += 1)
      this.#post(index, this.#weigh(index, rarities), next, text, weight)
    return { start, text, weight }
  }

  #post(
    index: number,
    weights: Float32Array,
    next: Uint32Array,
    text: Uint32Array,
    weight: Float32Array,
  ): void {
    const terms = this.#terms.values
    const lengths = this.#lengths
    const start = this.#starts.values[index]!
    const end = this.#starts.values[index + 1]!
    for (let at = start; at < end; at += 1) {
      const term = terms[at]!
      const place = next[term]!
      next[term] = place + 1
      text[place] = index
      weight[place] = weights[at - start]! / lengths[this.#vocabulary.fieldOf(term)]!
    }
  }
}
