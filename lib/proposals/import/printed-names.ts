import { sortKey } from '@/lib/delegations/names/sort-key'
import type { KnownState } from './states'

/**
 * The name that the list prints for each State that its file names, by the State's id: that of its delegation at the
 * session if there is one (`present`), else the first English name in the file, which was the official one in its time,
 * else the official name of today.
 */
export function printedNames(
  spellings: readonly string[],
  states: ReadonlyMap<string, KnownState>,
  present: ReadonlyMap<string, string>,
): Map<string, string> {
  const names = new Map<string, string>()
  for (const spelling of spellings) {
    const state = states.get(sortKey(spelling))
    if (!state || names.has(state.id)) continue
    names.set(state.id, present.get(state.id) ?? (state.english ? spelling : state.name))
  }
  return names
}
