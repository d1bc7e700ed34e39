import data from '@/data/embeddings.json'

/**
 * Embeddings of word stems: words that occur with the same other words point the same way. Counted in 42,007 real
 * recommendations by scripts/embeddings.ts.
 */
const { dimensions, stems, vectors } = data

const bytes = Int8Array.from(atob(vectors), (byte) => byte.charCodeAt(0))
const byStem = new Map(
  stems
    .split(' ')
    .map((stem, row) => [stem, bytes.subarray(row * dimensions, (row + 1) * dimensions)]),
)

/** The share of the texts' mean direction to subtract, so that peculiarities show. */
const CENTRE = 0.6

/** The embedding of a stem, if it is known. */
export const embeddingOf = (stem: string): Int8Array | undefined => byStem.get(stem)

/** The sum of the embeddings of words, each with its weight; all zeros if no word is known. */
export function sumOf(
  words: readonly { embedding: Int8Array | undefined; weight: number }[],
): Float32Array {
  const sum = new Float32Array(dimensions)
  for (const { embedding, weight } of words)
    if (embedding) for (let at = 0; at < dimensions; at += 1) sum[at]! += weight * embedding[at]!
  return sum
}

/** The mean of the sums of many texts, scaled to the share that is subtracted from each. */
export function centreOf(sums: readonly Float32Array[]): Float32Array {
  const centre = new Float32Array(dimensions)
  for (const sum of sums)
    for (let at = 0; at < dimensions; at += 1) centre[at]! += (CENTRE * sum[at]!) / sums.length
  return centre
}

/** The sum without the centre, normalized to unit length; a text of unknown words stays zero. */
export function directionOf(sum: Float32Array, centre: Float32Array): Float32Array {
  if (sum.every((value) => value === 0)) return sum
  const difference = sum.map((value, at) => value - centre[at]!)
  const length = Math.hypot(...difference)
  return length > 0 ? difference.map((value) => value / length) : difference
}

/** The cosine of two directions; opposite ones have nothing in common. */
export function cosineOf(a: Float32Array, b: Float32Array): number {
  let product = 0
  for (let at = 0; at < dimensions; at += 1) product += a[at]! * b[at]!
  return Math.max(0, product)
}
