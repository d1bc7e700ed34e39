import 'server-only'
import { db } from '@/lib/db/client'
import { firstWords } from '@/lib/proposals/preliminary-list/item-number'

/** The first words of each circulated item, by its id, for choosing among many. */
export async function firstWordsOf(circulationId: string): Promise<Map<string, string>> {
  const items = await db.item.findMany({
    where: { list: { circulatedIn: { some: { circulationId } } } },
    select: { id: true, text: true },
  })
  return new Map(items.map(({ id, text }) => [id, firstWords(text)]))
}
