import common from '@/data/common-state-names.json'
import states from '@/data/states.json'
import { sortKey } from './sort-key'

const official = new Map(states.map(({ iso3, names }) => [iso3, names.en]))
const byCommonName = new Map(
  Object.entries(common).map(([name, iso3]) => [sortKey(name), official.get(iso3)!]),
)

/**
 * The official name of the State that is commonly called so ("Turkey", "UK"), or null. To be suggested to a person,
 * never to replace the typed name.
 */
export const suggestedState = (name: string): string | null =>
  byCommonName.get(sortKey(name)) ?? null
