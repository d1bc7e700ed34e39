import { oneLine } from '@/lib/text/one-line'
import { Refused } from '@/lib/errors'
import type { Taken } from '@/lib/consolidation/kinds'

/**
 * The extent taken of sources: a part is words that stand in each of them, one after the other. Only a part keeps its
 * words. Refuses a part without words, and words that are in no source.
 */
export function requirePart(
  { taken = 'whole', words = '' }: { taken?: Taken | undefined; words?: string | undefined },
  sources: readonly { text: string }[],
): { taken: Taken; words: string } {
  if (taken !== 'part') return { taken, words: '' }
  const excerpt = oneLine(words)
  if (excerpt === '') throw new Refused('invalid', 'partWithoutWords', {}, 'words')
  if (!sources.every(({ text }) => oneLine(text).includes(excerpt)))
    throw new Refused('invalid', 'wordsNotInSource', {}, 'words')
  return { taken, words: excerpt }
}
