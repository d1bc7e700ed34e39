import 'server-only'
import { db } from '@/lib/db/client'
import { listPresent } from '@/lib/proposals/presence'
import type { AtDraft } from './at-draft'

/**
 * The draft's version, its last author and the people with it open, as the JSON of the live stream. Unchecked: the
 * caller must have authorized the actor.
 */
export async function loadDraftPresence(id: string): Promise<string> {
  const [draft, present] = await Promise.all([
    db.draft.findUniqueOrThrow({ where: { id } }),
    listPresent(id),
  ])
  const { version, updatedById, updatedAt, submittedAt, discardedAt } = draft
  const people = await db.person.findMany({
    where: { id: { in: [updatedById, ...present] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  const at: AtDraft = {
    version,
    writtenBy: people.find((person) => person.id === updatedById) ?? { id: updatedById, name: '' },
    writtenAt: updatedAt.toISOString(),
    ended: submittedAt ? 'submitted' : discardedAt ? 'discarded' : null,
    present: people.filter((person) => present.includes(person.id)),
  }
  return JSON.stringify(at)
}
