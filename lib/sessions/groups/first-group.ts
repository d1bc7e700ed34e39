import 'server-only'
import { db } from '@/lib/db/client'
import { exclusively } from '@/lib/db/reach'
import { requireAllowed } from '@/lib/decision'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { env } from '@/lib/env'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { canChangeGroup } from './policy'
import { dayOf, type SetUpGroup } from './schema'
import { readSeat } from './seat'

let isThere = false

/** Whether this installation has a group. A group is never removed, so that a yes is kept. */
export async function hasGroup(): Promise<boolean> {
  isThere ||= (await db.expertGroup.findFirst({ select: { id: true } })) !== null
  return isThere
}

/**
 * Names the first group of an installation, with its mandates, and returns its id. Of two people at once one is
 * refused: another group is set up among the groups.
 */
export async function setUpGroup(
  actor: SignedIn,
  { settings, mandates }: SetUpGroup,
): Promise<string> {
  const groupId = await exclusively(env().DATABASE_URL!, 'first group', () =>
    transaction(actor, async (tx) => {
      requireAllowed(canChangeGroup(actor))
      if ((await tx.expertGroup.count()) > 0) throw new Refused('conflict', 'groupIsSetUp')
      const { id } = await tx.expertGroup.create({ data: { ...settings, mandates: [] } })
      await tx.mandate.createMany({
        data: mandates.map((mandate, index) => ({
          ...mandate,
          groupId: id,
          date: dayOf(mandate.dated),
          position: index + 1,
        })),
      })
      const act = { sessionId: null, subjectId: id, data: { name: settings.name } }
      await record(tx, actor, 'group.made', act)
      return id
    }),
  )
  await readSeat()
  return groupId
}
