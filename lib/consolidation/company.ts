import { DIMENSIONS, STEMS, VECTORS } from './neighbourhood'

/** How far the common direction of all texts is taken out, so that what is peculiar to a text shows. */
const CENTRE = 0.6

const vectors = Int8Array.from(atob(VECTORS), (byte) => byte.charCodeAt(0))
const rows = new Map(STEMS.split(' ').map((stem, row) => [stem, row]))

/** The row of a stem among the words whose company is known; -1 for any other. */
export const rowOf = (stem: string): number => rows.get(stem) ?? -1

/**
 * The direction in which a text's words point together: texts that use other words of the same matter
 * point nearly the same way. Adds each row times its weight; length and centre come after.
 */
export function direction(found: Iterable<readonly [row: number, weight: number]>): Float32Array {
  const sum = new Float32Array(DIMENSIONS)
  for (const [row, weight] of found)
    for (let at = 0; at < DIMENSIONS; at += 1) sum[at]! += weight * vectors[row * DIMENSIONS + at]!
  return sum
}

/** The directions of many texts, to be compared with that of one. */
export class Directions {
  readonly #all: Float32Array
  readonly #middle = new Float32Array(DIMENSIONS)

  constructor(directions: readonly Float32Array[]) {
    this.#all = new Float32Array(directions.length * DIMENSIONS)
    for (const direction of directions)
      for (let at = 0; at < DIMENSIONS; at += 1)
        this.#middle[at]! += (CENTRE * direction[at]!) / directions.length
    for (const [index, direction] of directions.entries())
      this.#all.set(this.#apart(direction), index * DIMENSIONS)
  }

  /** A direction without its share of the middle, of length one; nothing where no word was known. */
  #apart(direction: Float32Array): Float32Array {
    const apart = new Float32Array(DIMENSIONS)
    if (direction.every((value) => value === 0)) return apart
    let square = 0
    for (let at = 0; at < DIMENSIONS; at += 1) {
      apart[at] = direction[at]! - this.#middle[at]!
      square += apart[at]! * apart[at]!
    }
    if (square > 0) for (let at = 0; at < DIMENSIONS; at += 1) apart[at]! /= Math.sqrt(square)
    return apart
  }

  /** Adds to each text's score what its direction has in common with this one; opposite ones add nothing. */
  addTo(scores: Float32Array, direction: Float32Array, weight: number): void {
    const apart = this.#apart(direction)
    for (let index = 0; index < scores.length; index += 1) {
      let common = 0
      const from = index * DIMENSIONS
      for (let at = 0; at < DIMENSIONS; at += 1) common += apart[at]! * this.#all[from + at]!
      if (common > 0) scores[index]! += weight * common
    }
  }
}
