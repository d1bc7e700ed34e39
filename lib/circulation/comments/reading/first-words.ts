import 'server-only'
import { db } from '@/lib/db/client'
import { firstWords } from '@/lib/text/first-words'
import { oneLine } from '@/lib/text/one-line'

/** The words of an item, in its language; of a very long one the first alone. */
export type Begins = { words: string; language: string; isCut: boolean }

/** Letters of an item: who supports it as it stands reads it whole, unless it is longer than nearly all are. */
const MOST = 700

/** The first words of each circulated item, at most so many letters, by its id, for choosing among many. */
export async function firstWordsOf(
  circulationId: string,
  most = MOST,
): Promise<Map<string, Begins>> {
  const items = await db.item.findMany({
    where: { list: { circulatedIn: { some: { circulationId } } } },
    select: { id: true, text: true, language: true },
  })
  return new Map(
    items.map(({ id, text, language }) => {
      const words = firstWords(text, most)
      return [id, { words, language, isCut: words !== oneLine(text) }]
    }),
  )
}
