import { openConsolidation } from '@/lib/consolidation/coverage/commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'

/** The ids of all issued lists of a session's group. */
export async function issuedListsOf(slug: string): Promise<string[]> {
  const { groupId } = await db.session.findUniqueOrThrow({ where: { slug } })
  const lists = await db.preliminaryList.findMany({
    where: { issuedAt: { not: null }, session: { groupId } },
    select: { id: true },
  })
  return lists.map(({ id }) => id)
}

/** The Secretariat opens a stock-taking that covers every list issued so far. */
export const openOverAll = async (secretariat: SignedIn, slug: string): Promise<void> =>
  openConsolidation(secretariat, { slug, lists: await issuedListsOf(slug) })
