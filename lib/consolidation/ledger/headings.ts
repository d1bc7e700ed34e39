import 'server-only'
import { isSameTitle } from '@/lib/text/line'
import type { Tx } from '@/lib/db/client'
import { endPosition } from '@/lib/db/ordered-list'
import type { SignedIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import type { LockedList } from './lock'

/** The list's heading of this title: the one that is there, else a new one at the end. */
export async function headingNamed(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  title: string,
): Promise<string> {
  const headings = await tx.consolidatedHeading.findMany({ where: { listId: list.id } })
  const heading = headings.find((one) => isSameTitle(one.title, title))
  if (heading) return heading.id
  const position = await endPosition(tx, 'consolidatedHeading', list.id)
  const { id } = await tx.consolidatedHeading.create({
    data: { listId: list.id, title, position },
  })
  await record(tx, actor, 'consolidation.headingAdded', {
    sessionId: list.sessionId,
    subjectId: id,
    data: { title },
  })
  return id
}

/** The heading that was chosen, or the one of the new title; refuses when neither or both are given. */
export async function chosenHeading(
  tx: Tx,
  actor: SignedIn,
  list: LockedList,
  { headingId, newHeading }: { headingId: string; newHeading: string },
): Promise<string> {
  if (newHeading && headingId) throw new Refused('invalid', 'headingTwice', {}, 'newHeading')
  if (newHeading) return headingNamed(tx, actor, list, newHeading)
  if (!headingId) throw new Refused('invalid', 'headingMissing', {}, 'headingId')
  return requireHeading(tx, list, headingId)
}

/** A heading of the list; one of another list answers as one that does not exist. */
export async function requireHeading(tx: Tx, list: LockedList, id: string): Promise<string> {
  return orNotFound(await tx.consolidatedHeading.findFirst({ where: { id, listId: list.id } })).id
}
