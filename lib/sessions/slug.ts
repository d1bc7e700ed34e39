import 'server-only'
import { ordinalWord } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'

/** "sixth-session-2020", with a figure behind it where another group has that address. */
export async function freeSlug(
  tx: Tx,
  { ordinal, startsOn }: { ordinal: number; startsOn: Date },
): Promise<string> {
  const plain = `${ordinalWord(ordinal)}-session-${startsOn.getUTCFullYear()}`
  const taken = await tx.session.findMany({
    where: { slug: { startsWith: plain } },
    select: { slug: true },
  })
  const slugs = new Set(taken.map(({ slug }) => slug))
  let slug = plain
  for (let figure = 2; slugs.has(slug); figure++) slug = `${plain}-${figure}`
  return slug
}
