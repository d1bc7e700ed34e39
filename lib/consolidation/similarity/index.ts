import { Bags, VIEWS } from './term-counts'
import { Company, DIMENSIONS, Directions } from './embeddings'
import { Numbers } from './numbers'
import { Vocabulary } from './vocabulary'
import { isTelling, wordsOf } from './tokens'

/** A candidate and how similar it is: 1 is the same text. `shared` are the words of both, the rarest first. */
export type Ranked = { index: number; score: number; shared: string[] }

/** Texts prepared once, to be ranked against many others. */
export type SimilarityIndex = {
  texts: readonly string[]
  /** The most similar texts, best first, without those that have nothing in common with the query. */
  rank: (query: string, limit: number, among?: (index: number) => boolean) => Ranked[]
}

/** Two texts that are not the same never reach 1. */
const NEARLY = 0.9999

/**
 * Prepares texts. Each view of a text is a bag of terms, weighed by rarity among these texts and
 * brought to length one; the score is the weighed mean of the cosines of the views that the query has, and of
 * the company that its words keep.
 */
export function similarityIndex(given: readonly string[]): SimilarityIndex {
  const texts = [...given]
  const vocabulary = new Vocabulary()
  const bags = new Bags(vocabulary)
  for (const text of texts) bags.add(vocabulary.learn(text))
  const rarities = bags.rarities()
  const postings = bags.postings(rarities)
  const company = new Company()
  for (let term = 0; term < vocabulary.size; term += 1) {
    const row = vocabulary.rowOf(term)
    if (row >= 0) company.weigh(row, rarities[term]!)
  }
  const rows = new Numbers()
  const directions = new Directions(texts.length, (index, into, place) => {
    bags.rows(index, rows)
    company.direction(rows, into, place)
  })

  function scoresOf(query: string): Float32Array {
    const scores = new Float32Array(texts.length)
    const bag = new Bags(vocabulary)
    bag.add(vocabulary.known(wordsOf(query)))
    const { terms, weights, views } = bag.weights(0, rarities)
    const pointing = new Float32Array(DIMENSIONS)
    bag.rows(0, rows)
    company.direction(rows, pointing, 0)
    const ofCompany = pointing.some((value) => value !== 0) ? VIEWS.company : 0
    const whole = VIEWS.weight.reduce(
      (sum, weight, field) => sum + (views[field] ? weight : 0),
      ofCompany,
    )
    for (let place = 0; place < terms.length; place += 1) {
      const term = terms[place]!
      const weight = (weights[place]! * VIEWS.weight[vocabulary.fieldOf(term)]!) / whole
      const end = postings.start[term + 1]!
      for (let at = postings.start[term]!; at < end; at += 1)
        scores[postings.text[at]!]! += weight * postings.weight[at]!
    }
    if (ofCompany > 0) directions.addTo(scores, pointing, ofCompany / whole)
    return scores
  }

  const rarityOf = (word: string): number => {
    let rarity = 0
    const { values, length } = vocabulary.known([word])
    for (let at = 0; at < length; at += 1) rarity = Math.max(rarity, rarities[values[at]!]!)
    return rarity
  }

  function rank(query: string, limit: number, among?: (index: number) => boolean): Ranked[] {
    const scores = scoresOf(query)
    const best = highest(scores.length, limit, (index) => {
      if (among && !among(index)) return 0
      const score = scores[index]!
      if (score > 0 && score < NEARLY) return score
      return texts[index] === query && query !== '' ? 1 : Math.min(score, NEARLY)
    })
    const own = [...new Set(wordsOf(query))].filter(isTelling)
    const rarity = new Map(own.map((word) => [word, rarityOf(word)]))
    own.sort((a, b) => rarity.get(b)! - rarity.get(a)!)
    return best.map(({ index, score }) => {
      const theirs = new Set(wordsOf(texts[index]!))
      return { index, score, shared: own.filter((word) => theirs.has(word)) }
    })
  }
  return { texts, rank }
}

/** The places with the highest scores above none, best first; of equals the first stands first. */
function highest(count: number, limit: number, scoreOf: (index: number) => number) {
  const kept: { index: number; score: number }[] = []
  if (!(limit >= 1)) return kept
  for (let index = 0; index < count; index += 1) {
    const score = scoreOf(index)
    const last = kept.length >= limit ? kept.at(-1)!.score : 0
    if (score <= last) continue
    if (kept.length >= limit) kept.pop()
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (kept[middle]!.score >= score) low = middle + 1
      else high = middle
    }
    kept.splice(low, 0, { index, score })
  }
  return kept
}
