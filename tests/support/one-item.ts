import { randomUUID } from 'node:crypto'
import { makeItem } from '@/lib/consolidation/desk/item-commands'
import { openOverAll } from './covering'
import { issuedList } from './issued-list'
import type { Scenario } from './scenario'

/** Opens the consolidated list of the scenario with one item, of all items of an issued list. Returns the item's id. */
export async function oneItem({ session, secretariat, rapporteur }: Scenario): Promise<string> {
  const { items } = await issuedList(session.groupId, 5, ['Ratify the Convention.'])
  await openOverAll(secretariat, session.slug)
  return makeItem(rapporteur, {
    slug: session.slug,
    id: randomUUID(),
    headingId: '',
    newHeading: 'A',
    itemIds: items,
    kind: 'recommendation',
    body: '',
    text: 'Ratify the Convention.',
    reason: '',
  })
}
