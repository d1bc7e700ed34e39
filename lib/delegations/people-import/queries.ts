import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { db, type Tx } from '@/lib/db/client'
import { authorize, orNotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/delegations/actor'
import { type LineProblem, readPeopleList } from './read-list'
import { judgePeopleList, type KnownForList, type Registration } from './judgement'
import type { RegisterPeople } from './schema'
import { canRegisterDelegations } from '@/lib/delegations/policy'
import { namesOf } from '@/lib/delegations/names/entity-names'

/** The registrations that a list would make now, and its problems. Writes nothing. */
export async function previewPeople(
  actor: SignedIn,
  { sessionId, list }: RegisterPeople,
): Promise<{ registrations: Registration[]; problems: LineProblem[] }> {
  authorize(canRegisterDelegations(actor, sessionId), 'secretariatOnly')
  orNotFound(await db.session.findUnique({ where: { id: sessionId }, select: { id: true } }))
  return judgeList(db, sessionId, list)
}

/** Reads a list and checks it against the registered delegations; problems are named by line. */
export async function judgeList(
  tx: Reader,
  sessionId: string,
  list: string,
): Promise<{ registrations: Registration[]; problems: LineProblem[] }> {
  const reading = readPeopleList(list)
  const addresses = reading.places.flatMap(({ person }) => person?.email ?? [])
  const judged = judgePeopleList(reading.places, await knownForList(tx, sessionId, addresses))
  const problems = [...reading.problems, ...judged.problems].toSorted((a, b) => a.line - b.line)
  return { registrations: judged.registrations, problems }
}

type Reader = Pick<Tx, 'entity' | 'delegation' | 'representative' | 'office' | 'person'>

async function knownForList(
  tx: Reader,
  sessionId: string,
  addresses: string[],
): Promise<KnownForList> {
  const person = { email: { in: addresses } }
  const entities = await tx.entity.findMany({
    select: { id: true, kind: true, name: true, names: true, formalName: true, iso3: true },
  })
  const delegations = await tx.delegation.findMany({
    where: { sessionId, state: { not: 'withdrawn' } },
    select: {
      id: true,
      entityId: true,
      representatives: { where: { role: 'head', endedAt: null }, select: { id: true } },
    },
  })
  const places = await tx.representative.findMany({
    where: { person, endedAt: null, delegation: { sessionId, state: { not: 'withdrawn' } } },
    select: { person: { select: { email: true } }, delegation: { select: { name: true } } },
  })
  const offices = await tx.office.findMany({
    where: { person, kind: 'secretariat', endedAt: null, ...heldIn(sessionId) },
    select: { person: { select: { email: true } } },
  })
  const people = await tx.person.findMany({
    where: person,
    select: { email: true, name: true, disabledAt: true },
  })
  return {
    entities: entities.map(({ names, formalName, iso3, ...entity }) => ({
      ...entity,
      otherNames: [...namesOf({ names, formalName }), ...(iso3 ? [iso3] : [])],
    })),
    registered: new Map(
      delegations.map(({ id, entityId, representatives }) => [
        entityId,
        { delegationId: id, hasHead: representatives.length > 0 },
      ]),
    ),
    places: new Map(places.map((place) => [place.person.email, place.delegation.name])),
    secretariat: new Set(offices.map((office) => office.person.email)),
    closedAccounts: new Set(
      people.filter(({ disabledAt }) => disabledAt).map(({ email }) => email),
    ),
    people: new Map(people.map(({ email, name }) => [email, name])),
  }
}
