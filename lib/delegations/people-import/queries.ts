import 'server-only'
import { heldIn } from '@/lib/delegations/offices/held-in'
import { db, type Tx } from '@/lib/db/client'
import { authorize, orNotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/delegations/actor'
import { takingPart } from '@/lib/delegations/kinds'
import { readPeopleList } from './read-list'
import { type Judgement, judgePeopleList, type KnownForList } from './judgement'
import type { RegisterPeople } from './schema'
import { canRegisterDelegations } from '@/lib/delegations/policy'
import { namesOf } from '@/lib/delegations/names/entity-names'

/** The registrations that a list would make now, and its problems. Writes nothing. */
export async function previewPeople(
  actor: SignedIn,
  { sessionId, list }: RegisterPeople,
): Promise<Judgement> {
  authorize(canRegisterDelegations(actor, sessionId), 'secretariatOnly')
  orNotFound(await db.session.findUnique({ where: { id: sessionId }, select: { id: true } }))
  return judgeList(db, sessionId, list)
}

/** Reads a list and checks it against the registered delegations; problems are named by line. */
export async function judgeList(tx: Reader, sessionId: string, list: string): Promise<Judgement> {
  const reading = readPeopleList(list)
  const people = reading.places.flatMap(({ person }) => person ?? [])
  const judged = judgePeopleList(reading.places, await knownForList(tx, sessionId, people))
  const problems = [...reading.problems, ...judged.problems].toSorted((a, b) => a.line - b.line)
  return { ...judged, problems }
}

type Reader = Pick<Tx, 'entity' | 'delegation' | 'representative' | 'office' | 'person'>

async function knownForList(
  tx: Reader,
  sessionId: string,
  listed: readonly { name: string; email: string }[],
): Promise<KnownForList> {
  const person = { email: { in: listed.map(({ email }) => email) } }
  const entities = await tx.entity.findMany({
    select: { id: true, kind: true, name: true, names: true, formalName: true, iso3: true },
  })
  const delegations = await tx.delegation.findMany({
    where: { sessionId, state: takingPart },
    select: {
      id: true,
      entityId: true,
      representatives: {
        where: { endedAt: null, OR: [{ role: 'head' }, { maySubmit: true }] },
        select: { role: true, maySubmit: true },
      },
    },
  })
  const places = await tx.representative.findMany({
    where: { person, endedAt: null, delegation: { sessionId, state: { not: 'withdrawn' } } },
    select: {
      delegationId: true,
      role: true,
      maySubmit: true,
      person: { select: { email: true } },
      delegation: { select: { name: true } },
    },
  })
  const offices = await tx.office.findMany({
    where: { person, kind: 'secretariat', endedAt: null, ...heldIn(sessionId) },
    select: { person: { select: { email: true } } },
  })
  const people = await tx.person.findMany({
    where: {
      OR: [person, { name: { in: listed.map(({ name }) => name), mode: 'insensitive' } }],
    },
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
        {
          delegationId: id,
          hasHead: representatives.some(({ role }) => role === 'head'),
          hasSubmitter: representatives.some(({ maySubmit }) => maySubmit),
        },
      ]),
    ),
    places: new Map(
      places.map(({ person: { email }, delegation, ...place }) => [
        email,
        { ...place, delegation: delegation.name },
      ]),
    ),
    secretariat: new Set(offices.map((office) => office.person.email)),
    closedAccounts: new Set(
      people.filter(({ disabledAt }) => disabledAt).map(({ email }) => email),
    ),
    people: new Map(people.map(({ email, name }) => [email, name])),
  }
}
