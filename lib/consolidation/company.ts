import { DIMENSIONS, STEMS, VECTORS } from './neighbourhood'

export { DIMENSIONS }

/** How far the common direction of all texts is taken out, so that what is peculiar to a text shows. */
const CENTRE = 0.6

const vectors = Int8Array.from(atob(VECTORS), (byte) => byte.charCodeAt(0))
const rows = new Map(STEMS.split(' ').map((stem, row) => [stem, row]))

/** The row of a stem among the words whose company is known; -1 for any other. */
export const rowOf = (stem: string): number => rows.get(stem) ?? -1

/**
 * Adds a word's direction, times its weight, to that of a text: texts that use other words of the same
 * matter point nearly the same way. Length and centre come after.
 */
export function addDirection(sum: Float32Array, row: number, weight: number): void {
  const from = row * DIMENSIONS
  for (let at = 0; at < DIMENSIONS; at += 1) sum[at]! += weight * vectors[from + at]!
}

/** The directions of many texts, to be compared with that of one. */
export class Directions {
  readonly #all: Float32Array
  readonly #middle = new Float32Array(DIMENSIONS)

  /** `write` gives the direction of one text, into a row of noughts. */
  constructor(count: number, write: (index: number, into: Float32Array) => void) {
    this.#all = new Float32Array(count * DIMENSIONS)
    for (let index = 0; index < count; index += 1) {
      const row = this.#row(index)
      write(index, row)
      for (let at = 0; at < DIMENSIONS; at += 1) this.#middle[at]! += (CENTRE * row[at]!) / count
    }
    for (let index = 0; index < count; index += 1) this.#apart(this.#row(index), this.#row(index))
  }

  #row(index: number): Float32Array {
    return this.#all.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS)
  }

  /** Writes a direction without its share of the middle, of length one, perhaps in its own place; noughts where no word was known. */
  #apart(direction: Float32Array, apart: Float32Array): void {
    let square = 0
    let known = false
    for (let at = 0; at < DIMENSIONS; at += 1) {
      const value = direction[at]!
      if (value !== 0) known = true
      const own = value - this.#middle[at]!
      apart[at] = own
      square += own * own
    }
    if (!known) apart.fill(0)
    else if (square > 0) {
      const length = Math.sqrt(square)
      for (let at = 0; at < DIMENSIONS; at += 1) apart[at]! /= length
    }
  }

  /** Adds to each text's score what its direction has in common with this one; opposite ones add nothing. */
  addTo(scores: Float32Array, direction: Float32Array, weight: number): void {
    const apart = new Float32Array(DIMENSIONS)
    this.#apart(direction, apart)
    for (let index = 0; index < scores.length; index += 1) {
      let common = 0
      const from = index * DIMENSIONS
      for (let at = 0; at < DIMENSIONS; at += 1) common += apart[at]! * this.#all[from + at]!
      if (common > 0) scores[index]! += weight * common
    }
  }
}
