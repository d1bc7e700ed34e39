import { type EntityKind, isStateKind } from '@/lib/delegations/kinds'
import { outline } from './look-alike'

/** A known State or organization, with its names in other languages. */
export type NameBearer = { kind: EntityKind; name: string; otherNames: readonly string[] }

/**
 * What the name of a new organization meets among the known ones: `nameOfState` and `nameTaken` are refused, as two
 * bearers of one name cannot be told apart in a list; `looksLike` may be confirmed. Null if it meets nothing.
 */
type NameClash = { key: 'nameOfState' | 'nameTaken' | 'looksLike'; similar: string }

export function clashOf(name: string, known: readonly NameBearer[]): NameClash | null {
  const own = outline(name)
  const looksSo = ({ name: similar, otherNames }: NameBearer) =>
    [similar, ...otherNames].some((other) => outline(other) === own)
  const state = known.find((entity) => isStateKind(entity.kind) && looksSo(entity))
  if (state) return { key: 'nameOfState', similar: state.name }
  const alike = known.filter((entity) => outline(entity.name) === own)
  const same = alike.find((entity) => entity.name === name)
  if (same) return { key: 'nameTaken', similar: same.name }
  return alike[0] ? { key: 'looksLike', similar: alike[0].name } : null
}

/** Whether the name belongs to another bearer, so that no organization is registered under it. */
export const isTaken = (clash: NameClash | null): boolean =>
  clash !== null && clash.key !== 'looksLike'

/**
 * Whether an address was mistaken: its known person has a name that shares no word with the typed one. A person who was
 * invited without a name bears the address itself.
 */
export const isOfAnother = (typed: { name: string; email: string }, knownName: string): boolean =>
  knownName !== typed.email && !canNameOnePerson(typed.name, knownName)

/** Whether two spellings can name one person: they share a word, as "Voss" and "VOSS, Amara" do. */
const canNameOnePerson = (name: string, other: string): boolean => {
  const words = new Set(wordsOf(other))
  return wordsOf(name).some((word) => words.has(word))
}

const wordsOf = (name: string): string[] =>
  name
    .split(/[\s,.]+/u)
    .map(outline)
    .filter((word) => word !== '')
