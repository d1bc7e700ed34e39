// Works at the desk of the demonstration without an end, and says of each act that it is acknowledged.
import { randomUUID } from 'node:crypto'
import { rewordItem } from '@/lib/consolidation/desk/item-commands'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { setAside } from '@/lib/consolidation/desk/source-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { OfficeKind } from '@/lib/delegations/kinds'
import { openOverAll } from './covering'

const session = await db.session.findFirstOrThrow({ where: { kind: 'stockTaking' } })
const actor = await officer('rapporteur')
const { slug } = session
await openOverAll(await officer('secretariat'), slug)
const sources = await db.item.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
// The demonstration uses most items already; only an unused item can be set aside.
const unused = await db.item.findFirstOrThrow({
  where: { lineage: { none: { unlinkedAt: null } } },
  select: { id: true },
})
const used = sources.filter(({ id }) => id !== unused.id)
for (let at = 0; ; at += 1) {
  const itemIds = [used[at % used.length]!.id]
  const id = randomUUID()
  await makeOfSources(actor, { slug, id, itemIds, headingId: '', before: '' })
  console.log(`made ${id}`)
  await rewordItem(actor, { slug, id, baseNumber: 1, body: '', text: `Wording ${at}.`, reason: '' })
  console.log(`reworded ${id}`)
  await setAside(actor, { slug, itemIds: [unused.id], kind: 'deferred', reason: `Reason ${at}.` })
  console.log(`aside ${at}`)
}

/** The person who holds an office in the session, with that office alone. */
async function officer(kind: OfficeKind): Promise<SignedIn> {
  const { personId, person, sessionId } = await db.office.findFirstOrThrow({
    where: { kind, endedAt: null, OR: [{ sessionId: session.id }, { sessionId: null }] },
    include: { person: true },
  })
  return { personId, name: person.name, memberships: [], offices: [{ kind, sessionId }] }
}
