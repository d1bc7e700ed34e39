import { type EntityKind, isStateKind, type RepresentativeRole } from '@/lib/delegations/kinds'
import type { LineProblem, ListedPlace } from './read-list'
import { clashOf, isOfAnother, type NameBearer } from '@/lib/delegations/names/name-clash'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { suggestedState } from '@/lib/delegations/names/state-names'

/** The rows against which a list is checked. */
export type KnownForList = {
  entities: readonly { id: string; kind: EntityKind; name: string; otherNames: readonly string[] }[]
  /** The session's delegations that are not withdrawn, by entity. */
  registered: ReadonlyMap<string, { delegationId: string; hasHead: boolean; hasSubmitter: boolean }>
  /** The seat of each person with one in the session, by e-mail address. */
  places: ReadonlyMap<string, KnownPlace>
  secretariat: ReadonlySet<string>
  closedAccounts: ReadonlySet<string>
  /** The names of the people who are known, by e-mail address: those of the list, and others with a name of the list. */
  people: ReadonlyMap<string, string>
}

type KnownPlace = {
  delegationId: string
  delegation: string
  role: RepresentativeRole
  maySubmit: boolean
}

/** A delegation of the list; `entityId` is null for an organisation that the list adds to the entities. */
export type Registration = {
  entityId: string | null
  kind: EntityKind
  name: string
  delegationId: string | null
  people: NewMember[]
  /** Whether somebody may submit for it once the list is registered. */
  hasSubmitter: boolean
}

/**
 * A person whom the list gives a seat, by the name of their account if they have one; `namesakes` are the addresses of others
 * with the same name, who may be the same person.
 */
type NewMember = NonNullable<ListedPlace['person']> & { namesakes: string[] }

export type Judgement = {
  registrations: Registration[]
  problems: LineProblem[]
  /** The lines that say what is registered already. */
  unchanged: number
}

/**
 * The registrations of the list, delegation by delegation, and its problems by line: an unknown State (with the
 * official name if a common one was written), a new organisation that looks like another, a repeated address or head, a
 * person who has another seat already or belongs to the Secretariat. A line that says what is registered changes nothing, so that a
 * longer list can be sent again whole.
 */
export function judgePeopleList(places: readonly ListedPlace[], facts: KnownForList): Judgement {
  const byName = indexOf(facts.entities)
  const known: NameBearer[] = [...facts.entities]
  const registrations = new Map<string, Registration>()
  const problems: LineProblem[] = []
  const lineOfAddress = new Map<string, number>()
  const lineOfHead = new Map<Registration, number>()
  const lineOfDelegation = new Map<Registration, number>()
  const addressesOf = namesOf(places, facts.people)
  let unchanged = 0

  for (const listed of places) {
    const { line, person } = listed
    const refuse = (key: string, values: LineProblem['values'] = {}) =>
      problems.push({ line, key, values })
    const entity = findEntity(listed, byName)
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
      hasSubmitter: registered?.hasSubmitter === true,
    }
    registrations.set(key, registration)
    if (!person) {
      const before = lineOfDelegation.get(registration)
      if (before) refuse('delegationTwice', { before })
      else if (registered) unchanged += 1
      lineOfDelegation.set(registration, line)
      continue
    }
    const before = lineOfAddress.get(person.email)
    const headBefore = person.role === 'head' ? lineOfHead.get(registration) : undefined
    const place = facts.places.get(person.email)
    const isHere = place !== undefined && place.delegationId === registered?.delegationId
    const knownName = facts.people.get(person.email)
    if (before) refuse('addressTwice', { before })
    else if (place && !isHere) refuse('personHasPlace', { delegation: place.delegation })
    else if (facts.secretariat.has(person.email)) refuse('secretariat')
    else if (facts.closedAccounts.has(person.email)) refuse('accountClosed')
    else if (knownName && isOfAnother(person, knownName))
      refuse('addressOfAnother', { name: knownName })
    else if (isHere && place.role === person.role && place.maySubmit === person.maySubmit)
      unchanged += 1
    else if (isHere) refuse('placeDiffers', { role: place.role, may: String(place.maySubmit) })
    else if (headBefore) refuse('headTwice', { before: headBefore })
    else if (person.role === 'head' && registered?.hasHead) refuse('headExists')
    else {
      const name = knownName ?? person.name
      const namesakes = [...(addressesOf.get(sortKey(name)) ?? [])].filter(
        (email) => email !== person.email,
      )
      registration.people.push({ ...person, name, namesakes })
      registration.hasSubmitter ||= person.maySubmit
    }
    if (!before) lineOfAddress.set(person.email, line)
    if (person.role === 'head' && !headBefore) lineOfHead.set(registration, line)
  }
  return {
    registrations: [...registrations.values()].filter(
      ({ delegationId, people }) => delegationId === null || people.length > 0,
    ),
    problems,
    unchanged,
  }
}

/** The addresses of each name, of the list and of the known people. */
function namesOf(
  places: readonly ListedPlace[],
  people: ReadonlyMap<string, string>,
): Map<string, Set<string>> {
  const addresses = new Map<string, Set<string>>()
  const listed = places.flatMap(({ person }): [string, string][] =>
    person && !people.has(person.email) ? [[person.email, person.name]] : [],
  )
  for (const [email, name] of [...people, ...listed]) {
    const key = sortKey(name)
    addresses.set(key, (addresses.get(key) ?? new Set()).add(email))
  }
  return addresses
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
