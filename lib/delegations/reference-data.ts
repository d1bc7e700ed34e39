import type { Tx } from '@/lib/db/client'
import type { EntityKind } from '@/lib/delegations/kinds'
import { sortKey } from '@/lib/delegations/names/sort-key'
import states from '@/data/states.json'

/**
 * Loads the data that every installation starts with: the 193 Member States and two observer States
 * with their names in six languages. Idempotent; a second run updates changed names. Delegations keep the name under which they were registered.
 */
export async function loadReferenceData(tx: Tx): Promise<void> {
  const known = new Map(
    (await tx.entity.findMany({ where: { iso3: { not: null } } })).map((state) => [
      state.iso3,
      state,
    ]),
  )
  const wanted = states.map((state) => ({
    ...state,
    kind: state.kind as EntityKind,
    name: state.names.en,
    sortKey: sortKey(state.names.en),
  }))
  await tx.entity.createMany({ data: wanted.filter(({ iso3 }) => !known.has(iso3)) })
  for (const state of wanted) {
    const present = known.get(state.iso3)
    const differs =
      present &&
      (Object.keys(state) as (keyof typeof state)[]).some((key) => !same(present, state, key))
    if (differs) await tx.entity.update({ where: { id: present.id }, data: state })
  }
}

const same = (present: Record<string, unknown>, wanted: Record<string, unknown>, key: string) =>
  sorted(present[key]) === sorted(wanted[key])

/** A value as text with sorted keys, because PostgreSQL stores JSON keys in its own order. */
const sorted = (value: unknown): string =>
  JSON.stringify(
    value && typeof value === 'object'
      ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
      : (value ?? null),
  )
