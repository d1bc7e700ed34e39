import { embeddingOf } from './embeddings'
import { familiesIn, lexiconForm, type View, viewOf } from './lexicon'
import { stem } from './stem'
import { isTelling, wordsOf } from './tokens'

/** The weight of each view in the score, and of a term's rarity in the view. */
export const VIEWS: Record<View, { weight: number; rarity: number }> = {
  words: { weight: 1, rarity: 0.6 },
  verbs: { weight: 0.34, rarity: 1 },
  themes: { weight: 0.6, rarity: 1 },
}

/** The weight of the embeddings. */
export const EMBEDDING_WEIGHT = 0.5

/** A unit of comparison: the stem of a word, or a family of the lexicon. */
export type Term = { view: View; embedding: Int8Array | undefined }

/** The count of each term in a text. */
export type TermCounts = ReadonlyMap<Term, number>

type Word = { term: Term | null; form: string | null }

const terms = new Map<string, Term>()
const wordCache = new Map<string, Word>()
/** Words that are memoized; a text of random letters must not fill the memory. */
const MOST = 200_000

/** Counts the terms of a text; equal terms of all texts are the same object. */
export function termCounts(text: string): TermCounts {
  const counts = new Map<Term, number>()
  const forms: (string | null)[] = []
  const add = (term: Term) => counts.set(term, (counts.get(term) ?? 0) + 1)
  for (const token of wordsOf(text)) {
    const { term, form } = wordOf(token)
    if (!term) continue
    add(term)
    forms.push(form)
  }
  for (const family of familiesIn(forms))
    add(termOf(family, () => ({ view: viewOf(family), embedding: undefined })))
  return counts
}

/** The term of a single word; null for a word that says nothing of an item's matter. */
export const termOfWord = (token: string): Term | null => wordOf(token).term

function wordOf(token: string): Word {
  const memoized = wordCache.get(token)
  if (memoized) return memoized
  if (wordCache.size > MOST) {
    wordCache.clear()
    terms.clear()
  }
  const plain = plainForm(token)
  const stemmed = stem(plain)
  const word: Word = isTelling(plain)
    ? {
        term: termOf(`stem:${stemmed}`, () => ({ view: 'words', embedding: embeddingOf(stemmed) })),
        form: lexiconForm(plain),
      }
    : { term: null, form: null }
  wordCache.set(token, word)
  return word
}

function termOf(id: string, make: () => Term): Term {
  let term = terms.get(id)
  if (!term) terms.set(id, (term = make()))
  return term
}

/** One form of each character; accents and vowel signs are left out, because not everybody types them. */
const plainForm = (word: string): string =>
  /^[a-z]+$/.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
