import 'server-only'
import { db } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { readNames } from '@/lib/delegations/names/entity-names'

export type KnownState = { id: string; name: string; english: boolean }

/**
 * States by their names in the six languages, and by the English ones without the words in brackets, as earlier papers
 * print them; also the invented States of the demonstration. The keys are sort keys.
 */
export async function knownStates(): Promise<Map<string, KnownState>> {
  const entities = await db.entity.findMany({
    where: { kind: { in: ['memberState', 'observerState'] } },
    select: { id: true, name: true, names: true },
  })
  const states = new Map<string, KnownState>()
  const add = (spelling: string, state: KnownState) => {
    if (!states.has(sortKey(spelling))) states.set(sortKey(spelling), state)
  }
  for (const { id, name } of entities) add(name, { id, name, english: true })
  for (const { id, name, names } of entities) {
    add(name.replace(/ \(.*\)$/, ''), { id, name, english: true })
    for (const spelling of Object.values(readNames(names)))
      add(spelling, { id, name, english: false })
  }
  return states
}
