import 'server-only'
import { db } from '@/lib/db/client'
import { firstWords } from '@/lib/text/first-words'

/** The first words of an item, in its language. */
export type Begins = { words: string; language: string }

/** Letters of an item: who supports it has read more of it than a line. */
const MOST = 240

/** The first words of each circulated item, by its id, for choosing among many. */
export async function firstWordsOf(circulationId: string): Promise<Map<string, Begins>> {
  const items = await db.item.findMany({
    where: { list: { circulatedIn: { some: { circulationId } } } },
    select: { id: true, text: true, language: true },
  })
  return new Map(
    items.map(({ id, text, language }) => [id, { words: firstWords(text, MOST), language }]),
  )
}
