import type { CommentPosition } from '@/lib/comments/kinds'

/** The compared parts of comments on one target. */
export type ComparedWords = { position: CommentPosition; text: string; wordingText: string | null }

/** The key that comments share which say the same: equal in position, words and proposed wording. */
export const wordsKey = ({ position, text, wordingText }: ComparedWords): string =>
  JSON.stringify([position, plain(text), wordingText === null ? null : plain(wordingText)])

/** Case, spaces, the form of quotation marks and hyphens, and stops at the end say nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‛ʼ]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,]+$/u, '')
    .trim()
