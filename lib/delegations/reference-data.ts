import type { Tx } from '@/lib/db/client'
import type { EntityKind } from '@/lib/delegations/kinds'
import { sortKey } from '@/lib/delegations/names/sort-key'
import states from '@/data/states.json'

/**
 * Loads the data that every installation starts with: the 193 Member States and two observer States
 * with their names in six languages. Idempotent; a second run updates changed names. Delegations keep the name under which they were registered.
 */
export async function loadReferenceData(tx: Tx): Promise<void> {
  const statesByIso = new Map(
    (await tx.entity.findMany({ where: { iso3: { not: null } } })).map((state) => [
      state.iso3,
      state,
    ]),
  )
  const rows = states.map((state) => ({
    ...state,
    kind: state.kind as EntityKind,
    name: state.names.en,
    sortKey: sortKey(state.names.en),
  }))
  await tx.entity.createMany({ data: rows.filter(({ iso3 }) => !statesByIso.has(iso3)) })
  for (const state of rows) {
    const present = statesByIso.get(state.iso3)
    const differs =
      present &&
      (Object.keys(state) as (keyof typeof state)[]).some((key) => !isSame(present, state, key))
    if (differs) await tx.entity.update({ where: { id: present.id }, data: state })
  }
}

const isSame = (present: Record<string, unknown>, row: Record<string, unknown>, key: string) =>
  sortedText(present[key]) === sortedText(row[key])

/** A value as text with sorted keys, because PostgreSQL stores JSON keys in its own order. */
const sortedText = (value: unknown): string =>
  JSON.stringify(
    value && typeof value === 'object'
      ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
      : (value ?? null),
  )
