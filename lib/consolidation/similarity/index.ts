import { centreOf, cosineOf, directionOf, sumOf } from './embeddings'
import type { View } from './lexicon'
import {
  EMBEDDING_WEIGHT,
  type Term,
  type TermCounts,
  termCounts,
  termOfWord,
  VIEWS,
} from './term-counts'
import { isTelling, wordsOf } from './tokens'

/** A candidate and its similarity: 1 is the same text. `shared` are the words of both, the rarest first. */
export type Ranked = { index: number; score: number; shared: string[] }

/** Texts prepared once, to be ranked against many others. */
export type SimilarityIndex = {
  texts: readonly string[]
  /** The most similar texts, best first, without those that have nothing in common with the query. */
  rank: (query: string, limit: number, among?: (index: number) => boolean) => Ranked[]
}

/** Two texts that are not the same never reach 1. */
const NEARLY = 0.9999

/** The postings of a term: the texts that have it, by their places, and its weight in each. */
type Postings = { texts: number[]; weights: number[] }

/**
 * Builds an inverted index of texts. Each view of a text is a vector of term counts, weighed by rarity among these
 * texts and normalized; the score is the weighed mean of the cosines of the views that the query has, and of the
 * embeddings of its words.
 */
export function similarityIndex(wordings: readonly string[]): SimilarityIndex {
  const texts = [...wordings]
  const counts = texts.map(termCounts)
  const rarities = raritiesOf(counts)
  // A term that stands in no text is as rare as can be.
  const rarityOf = (term: Term) => rarities.get(term) ?? rarityAmong(texts.length, 0, term.view)
  const postings = new Map<Term, Postings>()
  for (const [index, of] of counts.entries())
    for (const [term, weight] of weightsOf(of, rarityOf).weights) {
      let posting = postings.get(term)
      if (!posting) postings.set(term, (posting = { texts: [], weights: [] }))
      posting.texts.push(index)
      posting.weights.push(weight)
    }
  const sums = counts.map((of) => sumOf(weighed(of, rarityOf)))
  const centre = centreOf(sums)
  const directions = sums.map((sum) => directionOf(sum, centre))

  function scoresOf(query: string): number[] {
    const scores = texts.map(() => 0)
    const of = termCounts(query)
    const { weights, views } = weightsOf(of, rarityOf)
    const sum = sumOf(weighed(of, rarityOf))
    const ofEmbeddings = sum.some((value) => value !== 0) ? EMBEDDING_WEIGHT : 0
    const whole = views.reduce((total, view) => total + VIEWS[view].weight, ofEmbeddings)
    for (const [term, termWeight] of weights) {
      const posting = postings.get(term)
      const weight = (termWeight * VIEWS[term.view].weight) / whole
      posting?.texts.forEach((index, at) => {
        scores[index]! += weight * posting.weights[at]!
      })
    }
    if (ofEmbeddings > 0) {
      const direction = directionOf(sum, centre)
      for (const [index, next] of directions.entries())
        scores[index]! += (ofEmbeddings / whole) * cosineOf(direction, next)
    }
    return scores
  }

  function rank(query: string, limit: number, among?: (index: number) => boolean): Ranked[] {
    const scores = scoresOf(query)
    const best = highest(scores.length, limit, (index) => {
      if (among && !among(index)) return 0
      const score = scores[index]!
      if (score > 0 && score < NEARLY) return score
      return texts[index] === query && query !== '' ? 1 : Math.min(score, NEARLY)
    })
    const rarityOfWord = (word: string) => {
      const term = termOfWord(word)
      return term ? rarityOf(term) : 0
    }
    const queryWords = [...new Set(wordsOf(query))]
      .filter(isTelling)
      .map((word) => ({ word, rarity: rarityOfWord(word) }))
      .toSorted((a, b) => b.rarity - a.rarity)
    return best.map(({ index, score }) => {
      const textWords = new Set(wordsOf(texts[index]!))
      const shared = queryWords.filter(({ word }) => textWords.has(word)).map(({ word }) => word)
      return { index, score, shared }
    })
  }
  return { texts, rank }
}

/** The rarity of each term among the texts; a term of all texts still counts a little. */
function raritiesOf(counts: readonly TermCounts[]): Map<Term, number> {
  const having = new Map<Term, number>()
  for (const of of counts)
    for (const term of of.keys()) having.set(term, (having.get(term) ?? 0) + 1)
  return new Map(
    Array.from(having, ([term, count]) => [term, rarityAmong(counts.length, count, term.view)]),
  )
}

const rarityAmong = (total: number, having: number, view: View): number =>
  (Math.log((1 + total) / (1 + having)) + 1) ** VIEWS[view].rarity

/** The weights of a text's terms, each view of it normalized to unit length, and the views that it has. */
function weightsOf(counts: TermCounts, rarityOf: (term: Term) => number) {
  const lengths: Record<View, number> = { words: 0, verbs: 0, themes: 0 }
  const raw = Array.from(counts, ([term, count]): [Term, number] => {
    const weight = (1 + Math.log(count)) * rarityOf(term)
    lengths[term.view] += weight * weight
    return [term, weight]
  })
  return {
    weights: raw.map(([term, weight]): [Term, number] => [
      term,
      weight / Math.sqrt(lengths[term.view]),
    ]),
    views: (Object.keys(lengths) as View[]).filter((view) => lengths[view] > 0),
  }
}

/** The words of a text with their embeddings and rarities. */
const weighed = (counts: TermCounts, rarityOf: (term: Term) => number) =>
  Array.from(counts.keys(), (term) => ({ embedding: term.embedding, weight: rarityOf(term) }))

/** The places with the highest scores above zero, best first; of equal ones the first stands first. */
function highest(count: number, limit: number, scoreOf: (index: number) => number) {
  const best: { index: number; score: number }[] = []
  if (!(limit >= 1)) return best
  for (let index = 0; index < count; index += 1) {
    const score = scoreOf(index)
    const last = best.length >= limit ? best.at(-1)!.score : 0
    if (score <= last) continue
    if (best.length >= limit) best.pop()
    const after = best.findIndex((next) => next.score < score)
    best.splice(after < 0 ? best.length : after, 0, { index, score })
  }
  return best
}
