/**
 * Writes data/embeddings.json: which words occur with which others in 42,007 real recommendations, as a vector of
 * signed bytes for each stem. Counts alone, no text. Run again when the stems of words change:
 * node scripts/run.mjs scripts/embeddings.ts ../shared/data/upr-recommendations-2008-2014.jsonl.gz
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { stem } from '../lib/consolidation/similarity/stem'
import { isTelling, wordsOf } from '../lib/consolidation/similarity/tokens'

const DIMENSIONS = 32
const SPARE = 8
const ROUNDS = 14
const AT_LEAST = 15

const file = process.argv[2]
if (!file) throw new Error('Name the file of recommendations.')
const excluded = new Set((process.argv[3] ?? '').split(',').filter(Boolean))
const texts = gunzipSync(readFileSync(file))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; to: string })
  .filter(({ to }) => ![...excluded].some((name) => to.startsWith(name)))
  .map(({ text }) => [...new Set(wordsOf(text).filter(isTelling).map(stem))])

const counts = new Map<string, number>()
for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
const words = [...counts.keys()]
  .filter((word) => counts.get(word)! >= AT_LEAST && /^[a-z]{2,}$/.test(word))
  .sort()
const size = words.length
const place = new Map(words.map((word, index) => [word, index]))

const together = Array.from({ length: size }, () => new Map<number, number>())
for (const text of texts) {
  const places = text.flatMap((word) => place.get(word) ?? [])
  for (const a of places)
    for (const b of places) together[a]!.set(b, (together[a]!.get(b) ?? 0) + 1)
}
/** The pointwise mutual information of two words, from their counts together; less than chance counts as chance. */
const rows = together.map((row, a) =>
  [...row].flatMap(([b, both]) => {
    const apart = counts.get(words[a]!)! * counts.get(words[b]!)!
    const surprise = Math.log((both * texts.length) / apart)
    return surprise > 0 ? [[b, surprise] as const] : []
  }),
)

let seed = 42
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648 - 0.5
}
const width = DIMENSIONS + SPARE
let columns = Array.from({ length: width }, () => Float64Array.from({ length: size }, random))
for (let round = 0; round < ROUNDS; round += 1) columns = upright(columns.map(times))

function times(column: Float64Array) {
  return Float64Array.from(rows, (row) =>
    row.reduce((sum, [b, surprise]) => sum + surprise * column[b]!, 0),
  )
}

/** Gram and Schmidt: the same space, by columns of length one at right angles. */
function upright(given: Float64Array<ArrayBuffer>[]) {
  const done: Float64Array<ArrayBuffer>[] = []
  for (const column of given) {
    for (const before of done) {
      const along = column.reduce((sum, value, index) => sum + value * before[index]!, 0)
      for (let index = 0; index < size; index += 1) column[index]! -= along * before[index]!
    }
    const length = Math.hypot(...column)
    done.push(column.map((value) => value / length))
  }
  return done
}

const vectors = new Int8Array(size * DIMENSIONS)
for (const [index, word] of words.entries()) {
  const vector = columns.slice(0, DIMENSIONS).map((column) => column[index]!)
  const length = Math.hypot(...vector) || 1
  const telling = Math.log(texts.length / counts.get(word)!) ** 0.7
  for (const [at, value] of vector.entries())
    vectors[index * DIMENSIONS + at] = Math.round((value / length) * telling * 28)
}
writeFileSync(
  process.argv[4] ?? 'data/embeddings.json',
  `${JSON.stringify(
    {
      dimensions: DIMENSIONS,
      stems: words.join(' '),
      vectors: Buffer.from(vectors.buffer).toString('base64'),
    },
    null,
    2,
  )}\n`,
)
process.stdout.write(`${size} words of ${texts.length} texts\n`)
