import { type EntityKind, isStateKind } from '@/lib/delegations/kinds'
import type { LineProblem, ListedPlace } from './read-list'
import { clashOf, isOfAnother, type NameBearer } from '@/lib/delegations/names/name-clash'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { suggestedState } from '@/lib/delegations/names/state-names'

/** The rows against which a list is checked. */
export type KnownForList = {
  entities: readonly { id: string; kind: EntityKind; name: string; otherNames: readonly string[] }[]
  /** The session's delegations that are not withdrawn, by entity. */
  registered: ReadonlyMap<string, { delegationId: string; hasHead: boolean }>
  /** The delegation of each person with a seat in the session, by e-mail address. */
  places: ReadonlyMap<string, string>
  secretariat: ReadonlySet<string>
  closedAccounts: ReadonlySet<string>
  /** The names of the people who are known, by e-mail address. */
  people: ReadonlyMap<string, string>
}

/** A delegation of the list; `entityId` is null for an organisation that the list adds to the entities. */
export type Registration = {
  entityId: string | null
  kind: EntityKind
  name: string
  delegationId: string | null
  /** With the names of their accounts, where they have one. */
  people: NonNullable<ListedPlace['person']>[]
}

/**
 * The registrations of the list, delegation by delegation, and its problems by line: an unknown State (with the
 * official name if a common one was written), a new organisation that looks like another, a repeated address or head, a
 * person who has a seat already or belongs to the Secretariat.
 */
export function judgePeopleList(
  places: readonly ListedPlace[],
  facts: KnownForList,
): { registrations: Registration[]; problems: LineProblem[] } {
  const byName = indexOf(facts.entities)
  const known: NameBearer[] = [...facts.entities]
  const registrations = new Map<string, Registration>()
  const problems: LineProblem[] = []
  const lineOfAddress = new Map<string, number>()
  const lineOfHead = new Map<Registration, number>()
  const lineOfDelegation = new Map<Registration, number>()

  for (const place of places) {
    const { line, person } = place
    const refuse = (key: string, values: LineProblem['values'] = {}) =>
      problems.push({ line, key, values })
    const entity = findEntity(place, byName)
    if ('key' in entity) {
      problems.push(entity)
      continue
    }
    const key = entity.entityId ?? `${entity.kind} ${sortKey(entity.name)}`
    if (entity.entityId === null && !registrations.has(key)) {
      const clash = clashOf(entity.name, known)
      if (clash) {
        refuse(clash.key, { name: entity.name, similar: clash.similar })
        continue
      }
      known.push({ ...entity, otherNames: [] })
    }
    const registered = entity.entityId ? facts.registered.get(entity.entityId) : undefined
    const registration = registrations.get(key) ?? {
      ...entity,
      delegationId: registered?.delegationId ?? null,
      people: [],
    }
    registrations.set(key, registration)
    if (!person) {
      const before = lineOfDelegation.get(registration)
      if (before) refuse('delegationTwice', { before })
      else if (registered) refuse('delegationRegistered')
      lineOfDelegation.set(registration, line)
      continue
    }
    const before = lineOfAddress.get(person.email)
    const headBefore = person.role === 'head' ? lineOfHead.get(registration) : undefined
    const elsewhere = facts.places.get(person.email)
    const knownName = facts.people.get(person.email)
    if (before) refuse('addressTwice', { before })
    else if (elsewhere) refuse('personHasPlace', { delegation: elsewhere })
    else if (facts.secretariat.has(person.email)) refuse('secretariat')
    else if (facts.closedAccounts.has(person.email)) refuse('accountClosed')
    else if (knownName && isOfAnother(person, knownName))
      refuse('addressOfAnother', { name: knownName })
    else if (headBefore) refuse('headTwice', { before: headBefore })
    else if (person.role === 'head' && registered?.hasHead) refuse('headExists')
    else registration.people.push({ ...person, name: knownName ?? person.name })
    if (!before) lineOfAddress.set(person.email, line)
    if (person.role === 'head' && !headBefore) lineOfHead.set(registration, line)
  }
  return { registrations: [...registrations.values()], problems }
}

type Entity = KnownForList['entities'][number]
type NamedEntity = Pick<Registration, 'entityId' | 'kind' | 'name'>

/** Every name that an entity is known by, in the order of preference: its own before others'. */
function indexOf(entities: readonly Entity[]): Map<string, Set<Entity>> {
  const index = new Map<string, Set<Entity>>()
  for (const entity of entities)
    for (const name of [entity.name, ...entity.otherNames]) {
      const key = sortKey(name)
      index.set(key, (index.get(key) ?? new Set()).add(entity))
    }
  return index
}

function findEntity(
  { line, delegation, kind }: ListedPlace,
  byName: ReadonlyMap<string, ReadonlySet<Entity>>,
): NamedEntity | LineProblem {
  const entities = [...(byName.get(sortKey(delegation)) ?? [])]
  const fitting = entities.filter((entity) => kind === null || entity.kind === kind)
  const [first, another] = fitting
  if (first && another) return { line, key: 'nameAmbiguous', values: { name: delegation } }
  if (first) return { entityId: first.id, kind: first.kind, name: first.name }
  const official = kind === null || isStateKind(kind) ? suggestedState(delegation) : null
  if (official) return { line, key: 'stateSuggested', values: { name: delegation, official } }
  if (kind === null) return { line, key: 'delegationUnknown', values: { name: delegation } }
  const entity = entities[0]
  if (entity && (isStateKind(kind) || isStateKind(entity.kind)))
    return { line, key: 'otherKind', values: { name: entity.name, kind: entity.kind } }
  if (isStateKind(kind)) return { line, key: 'stateUnknown', values: { name: delegation } }
  return { entityId: null, kind, name: delegation }
}
