import type { Numbers } from './numbers'
import { DIMENSIONS, STEMS, VECTORS } from './embeddings-data'

export { DIMENSIONS }

/** How far the common direction of all texts is taken out, so that what is peculiar to a text shows. */
const CENTRE = 0.6

const vectors = Int8Array.from(atob(VECTORS), (byte) => byte.charCodeAt(0))
const rows = new Map(STEMS.split(' ').map((stem, row) => [stem, row]))

/** The row of a stem among the words whose company is known; -1 for any other. */
export const rowOf = (stem: string): number => rows.get(stem) ?? -1

/**
 * The company of words, each word's with its own weight: texts that use other words of the same matter
 * point nearly the same way.
 */
export class Company {
  readonly #weighed = new Float64Array(vectors.length)

  weigh(row: number, weight: number): void {
    const from = row * DIMENSIONS
    for (let at = from; at < from + DIMENSIONS; at += 1) this.#weighed[at] = weight * vectors[at]!
  }

  /** Writes where words point together, given by their rows, from a place on. Length and centre come after. */
  direction(rows: Numbers, into: Float32Array, place: number): void {
    const weighed = this.#weighed
    const { values, length } = rows
    // Four dimensions at a time, whose sums are not stored at each word but are rounded as if they were.
    for (let at = 0; at < DIMENSIONS; at += 4) {
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let word = 0; word < length; word += 1) {
        const from = values[word]! * DIMENSIONS + at
        a = Math.fround(a + weighed[from]!)
        b = Math.fround(b + weighed[from + 1]!)
        c = Math.fround(c + weighed[from + 2]!)
        d = Math.fround(d + weighed[from + 3]!)
      }
      into[place + at] = a
      into[place + at + 1] = b
      into[place + at + 2] = c
      into[place + at + 3] = d
    }
  }
}

/** The directions of many texts, to be compared with that of one. */
export class Directions {
  readonly #all: Float32Array
  readonly #middle = new Float32Array(DIMENSIONS)

  /** `write` writes the direction of one text from a place on. */
  constructor(count: number, write: (index: number, into: Float32Array, place: number) => void) {
    this.#all = new Float32Array(count * DIMENSIONS)
    for (let index = 0; index < count; index += 1) {
      write(index, this.#all, index * DIMENSIONS)
      this.#addToMiddle(index * DIMENSIONS, count)
    }
    for (let index = 0; index < count; index += 1) this.#apart(this.#all, index * DIMENSIONS)
  }

  #addToMiddle(place: number, count: number): void {
    const middle = this.#middle
    const all = this.#all
    for (let at = 0; at < DIMENSIONS; at += 1) middle[at]! += (CENTRE * all[place + at]!) / count
  }

  /** Takes the share of the middle out of a direction and brings it to length one; noughts stay where no word was known. */
  #apart(directions: Float32Array, place: number): void {
    const middle = this.#middle
    let square = 0
    let known = false
    for (let at = 0; at < DIMENSIONS; at += 1) {
      const value = directions[place + at]!
      if (value !== 0) known = true
      const own = value - middle[at]!
      directions[place + at] = own
      square += own * own
    }
    if (!known) directions.fill(0, place, place + DIMENSIONS)
    else if (square > 0) {
      const length = Math.sqrt(square)
      for (let at = 0; at < DIMENSIONS; at += 1) directions[place + at]! /= length
    }
  }

  /** Adds to each text's score what its direction has in common with this one; opposite ones add nothing. */
  addTo(scores: Float32Array, direction: Float32Array, weight: number): void {
    const apart = direction.slice()
    this.#apart(apart, 0)
    const all = this.#all
    for (let index = 0; index < scores.length; index += 1) {
      let common = 0
      const from = index * DIMENSIONS
      for (let at = 0; at < DIMENSIONS; at += 1) common += apart[at]! * all[from + at]!
      if (common > 0) scores[index]! += weight * common
    }
  }
}
