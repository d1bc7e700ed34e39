import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'

import type { PeriodKind, SessionKind } from '@/lib/sessions/kinds'
import {
  type CastDelegationKey,
  type CastMember,
  castDelegations,
  castOfficers,
} from '@/lib/demonstration/cast'

/** A delegation of the cast in the scenario's session, and its people as actors. */
export type DelegationInScenario = {
  id: string
  name: string
  head: SignedIn
  alternate: SignedIn
  adviser: SignedIn
}

type Setting = {
  kind?: SessionKind
  observersMayPropose?: boolean
  stakeholdersMayComment?: boolean
  /** Whether the periods are open for thirty days; by default both are. */
  submission?: 'open' | 'closed'
  comments?: 'open' | 'closed'
}

export type Scenario = Awaited<ReturnType<typeof scenario>>

const keys = <T extends object>(object: T) => Object.keys(object) as (keyof T)[]

const agenda = [
  { number: 1, letter: '', title: 'Organizational matters', kind: 'organizational' },
  { number: 1, letter: 'a', title: 'Opening of the meeting', kind: 'organizational' },
  { number: 1, letter: 'b', title: 'Adoption of the agenda', kind: 'organizational' },
  { number: 2, letter: '', title: 'International cooperation', kind: 'substantive' },
  { number: 3, letter: '', title: 'Prevention', kind: 'substantive' },
  { number: 4, letter: '', title: 'Other matters', kind: 'other' },
  { number: 5, letter: '', title: 'Adoption of the report', kind: 'adoptionOfReport' },
] as const

/**
 * A session with the whole cast in it, by plain inserts: a new group and session at every call, the
 * same people. The actors are what `currentActor` would answer for them in this session.
 */
export async function scenario(setting: Setting = {}) {
  const session = await makeSession(setting)
  const agendaIds = await makeAgenda(session.id)
  const personOf = await makePeople()
  const delegations = await makeDelegations(session.id, personOf)
  const officers = await makeOfficers(session.id, personOf)

  const periods = periodsOf(session.id)
  if (setting.submission !== 'closed') await periods.opens('submission')
  if (setting.comments !== 'closed') await periods.opens('comments')

  return {
    session,
    /** Ids of the agenda items by "2" or "1a". */
    agenda: agendaIds,
    ...delegations,
    ...officers,
    /** Signed in, but with no place and no office. */
    outsider: actorWithout(personOf(outsider)),
    ...periods,
    /** The record of the session, the earliest first. */
    recorded: () =>
      db.recordEntry.findMany({ where: { sessionId: session.id }, orderBy: { id: 'asc' } }),
  }
}

const actorWithout = ({ id, name }: Person): SignedIn => ({
  personId: id,
  name,
  memberships: [],
  offices: [],
})

function periodsOf(sessionId: string) {
  return {
    /** Opens a period from now for as long as PostgreSQL's interval says. */
    async opens(kind: PeriodKind, length = '30 days'): Promise<void> {
      await db.$executeRaw`
        INSERT INTO "Period" (id, "sessionId", kind, "openUntil")
        VALUES (${randomUUID()}::uuid, ${sessionId}::uuid, ${kind}::"PeriodKind", now() + ${length}::interval)`
    },
    /** Moves the deadline into the past: by default by a second. */
    async deadlinePasses(kind: PeriodKind, by = '1 second'): Promise<void> {
      await db.$executeRaw`
        UPDATE "Period" SET "openedAt" = LEAST("openedAt", now() - interval '1 day' - ${by}::interval),
          "openUntil" = now() - ${by}::interval
        WHERE "sessionId" = ${sessionId}::uuid AND kind = ${kind}::"PeriodKind" AND "closedAt" IS NULL`
    },
    /** The Secretariat closed the period. */
    async closes(kind: PeriodKind): Promise<void> {
      await db.$executeRaw`
        UPDATE "Period" SET "closedAt" = now()
        WHERE "sessionId" = ${sessionId}::uuid AND kind = ${kind}::"PeriodKind" AND "closedAt" IS NULL`
    },
  }
}

async function makeSession(setting: Setting) {
  const group = await db.expertGroup.create({
    data: {
      name: 'Expert Group to Conduct a Comprehensive Study on Cybercrime',
      shortName: 'Expert Group on Cybercrime',
      symbolRoot: 'UNODC/CCPCJ/EG.4',
      parentBody: 'Commission on Crime Prevention and Criminal Justice',
      mandates: ['General Assembly resolution 65/230'],
      seat: 'Vienna',
      observersMayPropose: setting.observersMayPropose ?? false,
      stakeholdersMayComment: setting.stakeholdersMayComment ?? true,
    },
  })
  return db.session.create({
    data: {
      groupId: group.id,
      slug: `sixth-${randomUUID().slice(0, 8)}`,
      ordinal: 6,
      kind: setting.kind ?? 'topical',
      startsOn: new Date('2020-07-27'),
      endsOn: new Date('2020-07-29'),
      place: 'Vienna',
    },
    select: { id: true, slug: true, groupId: true },
  })
}

async function makeAgenda(sessionId: string): Promise<Record<string, string>> {
  const items = await db.agendaItem.createManyAndReturn({
    data: agenda.map((item) => ({ ...item, sessionId })),
  })
  return Object.fromEntries(items.map((item) => [`${item.number}${item.letter}`, item.id]))
}

type Someone = Pick<CastMember, 'name' | 'honorific' | 'email'>
type Person = { id: string; name: string }

const castMembers = keys(castDelegations).flatMap((key) =>
  Object.values<CastMember>(castDelegations[key].people).map((member) => ({ key, member })),
)
const outsider = {
  name: 'Otto Stranger',
  honorific: 'Mr.',
  email: 'otto.stranger@elsewhere.example',
}

/** All people of the cast by address; existing rows stay unchanged. */
async function makePeople(): Promise<(someone: Someone) => Person> {
  const everybody: Someone[] = [
    ...castMembers.map(({ member }) => member),
    ...Object.values(castOfficers),
    outsider,
  ]
  const data = everybody.map(({ name, honorific, email }) => ({ name, honorific, email }))
  await db.person.createMany({ data, skipDuplicates: true })
  const people = await db.person.findMany({
    where: { email: { in: data.map(({ email }) => email) } },
    select: { id: true, name: true, email: true },
  })
  const byEmail = new Map(people.map((person) => [person.email, person]))
  return ({ email }) => byEmail.get(email)!
}

/** The delegations of the cast in the session, and their people as actors. One statement for each table. */
async function makeDelegations(
  sessionId: string,
  personOf: (someone: Someone) => Person,
): Promise<Record<CastDelegationKey, DelegationInScenario>> {
  const entityIds = await makeEntities()
  const made = await db.delegation.createManyAndReturn({
    data: keys(castDelegations).map((key) => ({
      sessionId,
      entityId: entityIds[key],
      name: castDelegations[key].name,
      sortKey: castDelegations[key].name.toLowerCase(),
      registeredAt: new Date(),
    })),
    select: { id: true, entityId: true },
  })
  const byEntity = new Map(made.map(({ id, entityId }) => [entityId, id]))
  const delegationIdOf = (key: CastDelegationKey) => byEntity.get(entityIds[key])!
  const memberships = await db.representative.createManyAndReturn({
    data: castMembers.map(({ key, member: { role, maySubmit, ...someone } }) => ({
      delegationId: delegationIdOf(key),
      personId: personOf(someone).id,
      role,
      maySubmit,
    })),
    select: { id: true, personId: true },
  })
  const byPerson = new Map(memberships.map(({ id, personId }) => [personId, id]))

  const actorOf = (key: CastDelegationKey, member: CastMember): SignedIn => {
    const { name, kind } = castDelegations[key]
    const person = personOf(member)
    const { role, maySubmit } = member
    const membership = {
      representativeId: byPerson.get(person.id)!,
      delegationId: delegationIdOf(key),
      sessionId,
      delegationName: name,
      delegationState: 'registered' as const,
      entityId: entityIds[key],
      entityKind: kind,
      role,
      maySubmit,
    }
    return { personId: person.id, name: person.name, offices: [], memberships: [membership] }
  }
  return Object.fromEntries(
    keys(castDelegations).map((key) => {
      const { name, people } = castDelegations[key]
      const head = actorOf(key, people.head)
      const adviser = actorOf(key, people.adviser)
      const alternate = 'alternate' in people ? actorOf(key, people.alternate) : head
      return [key, { id: delegationIdOf(key), name, head, alternate, adviser }]
    }),
  ) as Record<CastDelegationKey, DelegationInScenario>
}

/** The ids of the States and organisations of the cast. */
async function makeEntities(): Promise<Record<CastDelegationKey, string>> {
  const data = keys(castDelegations).map((key) => {
    const { name, kind } = castDelegations[key]
    return { kind, name, names: { en: name }, sortKey: name.toLowerCase(), invented: true }
  })
  await db.entity.createMany({ data, skipDuplicates: true })
  const entities = await db.entity.findMany({
    where: { name: { in: data.map(({ name }) => name) } },
    select: { id: true, kind: true, name: true },
  })
  return Object.fromEntries(
    keys(castDelegations).map((key) => {
      const { name, kind } = castDelegations[key]
      return [key, entities.find((entity) => entity.name === name && entity.kind === kind)!.id]
    }),
  ) as Record<CastDelegationKey, string>
}

/** The officers of the cast; an office of the whole group that somebody has already is not given twice. */
async function makeOfficers(
  inSession: string,
  personOf: (someone: Someone) => Person,
): Promise<Record<keyof typeof castOfficers, SignedIn>> {
  const offices = keys(castOfficers).map((key) => {
    const { kind, wholeGroup, ...someone } = castOfficers[key]
    return { key, kind, person: personOf(someone), sessionId: wholeGroup ? null : inSession }
  })
  const held = await db.office.findMany({
    where: { endedAt: null, OR: [{ sessionId: null }, { sessionId: inSession }] },
    select: { kind: true, personId: true, sessionId: true },
  })
  const isHeld = ({ kind, person, sessionId }: (typeof offices)[number]) =>
    held.some(
      (office) =>
        office.kind === kind && office.personId === person.id && office.sessionId === sessionId,
    )
  await db.office.createMany({
    data: offices
      .filter((office) => !isHeld(office))
      .map(({ kind, person, sessionId }) => ({ kind, personId: person.id, sessionId })),
  })
  return Object.fromEntries(
    offices.map(({ key, kind, person, sessionId }) => [
      key,
      {
        personId: person.id,
        name: person.name,
        memberships: [],
        offices: [{ kind, sessionId }],
      },
    ]),
  ) as unknown as Record<keyof typeof castOfficers, SignedIn>
}
