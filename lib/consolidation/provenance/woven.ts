import { wordsOf } from '@/lib/consolidation/similarity/tokens'
import { visibleWords } from '@/lib/text/signs'
import { negotiationText, openWords } from '@/lib/text/weave/negotiation'
import { weave } from '@/lib/text/weave/weave'

/** From this similarity on, two texts are woven word by word; below it, each keeps a separate paragraph. */
const ALIKE = 0.6

/**
 * The texts of several sources as one text to work on: very similar texts stand as one paragraph, with all versions of
 * a place in square brackets, and every other text as a separate paragraph. Each word of each source is in it.
 * Paragraphs have the order of the first source that each holds. Takes and gives plain text.
 */
export function wovenText(texts: readonly string[], locale: string): string {
  let bags = [...new Set(texts.map((text) => text.trim()))].filter(Boolean).map(asBag)
  const paragraphs: { first: number; text: string }[] = []
  while (bags.length > 0) {
    const base = mostCentral(bags)
    const alike = bags.filter((bag) => bag !== base && likeness(base, bag) >= ALIKE)
    paragraphs.push({
      first: Math.min(base.at, ...alike.map(({ at }) => at)),
      text: weaveText(base.text, alike, locale),
    })
    bags = bags.filter((bag) => bag !== base && !alike.includes(bag))
  }
  return paragraphs
    .toSorted((a, b) => a.first - b.first)
    .map(({ text }) => text)
    .join('\n')
}

/** A text with the number of each of its words. */
type Bag = { at: number; text: string; counts: Map<string, number>; size: number }

function asBag(text: string, at: number): Bag {
  const counts = new Map<string, number>()
  const words = wordsOf(text)
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { at, text, counts, size: words.length }
}

/** The share of the longer text's words that the other one has too, from 0 to 1. */
function likeness(a: Bag, b: Bag): number {
  let shared = 0
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0)
  return shared / Math.max(a.size, b.size, 1)
}

/** The text that is most like all others; of equal ones the first. */
const mostCentral = (bags: readonly Bag[]): Bag =>
  bags
    .map((bag) => ({ bag, sum: bags.reduce((sum, next) => sum + likeness(bag, next), 0) }))
    .reduce((best, next) => (next.sum > best.sum + 1e-9 ? next : best)).bag

function weaveText(base: string, bags: readonly Bag[], locale: string): string {
  const amended = bags.map(({ at, text }) => ({ id: String(at), text }))
  return visibleWords(negotiationText(openWords(weave(base, amended, locale))))
}
