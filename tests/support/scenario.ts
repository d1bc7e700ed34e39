import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'

import type { PeriodKind, SessionKind } from '@/lib/sessions/kinds'
import {
  type CastDelegationKey,
  type CastMember,
  type CastOfficerKey,
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
  /** Whether the periods stand open for thirty days; both do unless told otherwise. */
  submission?: 'open' | 'closed'
  comments?: 'open' | 'closed'
}

export type Scenario = Awaited<ReturnType<typeof scenario>>

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
  const delegations = {} as Record<CastDelegationKey, DelegationInScenario>
  for (const key of keys(castDelegations)) delegations[key] = await makeDelegation(session.id, key)
  const officers = {} as Record<CastOfficerKey, SignedIn>
  for (const key of keys(castOfficers)) officers[key] = await makeOfficer(session.id, key)

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
    outsider: await makeOutsider(),
    ...periods,
    /** The record of the session, the earliest first. */
    recorded: () =>
      db.recordEntry.findMany({ where: { sessionId: session.id }, orderBy: { id: 'asc' } }),
  }
}

function periodsOf(sessionId: string) {
  return {
    /** Opens a period from now for as long as PostgreSQL's interval says. */
    async opens(kind: PeriodKind, length = '30 days'): Promise<void> {
      await db.$executeRaw`
        INSERT INTO "Period" (id, "sessionId", kind, "openUntil")
        VALUES (${randomUUID()}::uuid, ${sessionId}::uuid, ${kind}::"PeriodKind", now() + ${length}::interval)`
    },
    /** The deadline passes: by a second, unless told otherwise. */
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

async function makeDelegation(
  sessionId: string,
  key: CastDelegationKey,
): Promise<DelegationInScenario> {
  const { name, kind, people } = castDelegations[key]
  const sortKey = name.toLowerCase()
  const entity = await db.entity.upsert({
    where: { kind_name: { kind, name } },
    create: { kind, name, names: { en: name }, sortKey, invented: true },
    update: {},
  })
  const delegation = await db.delegation.create({
    data: { sessionId, entityId: entity.id, name, sortKey, registeredAt: new Date() },
  })
  const appoint = async (member: CastMember): Promise<SignedIn> => {
    const person = await makePerson(member)
    const { role, maySubmit } = member
    const place = await db.representative.create({
      data: { delegationId: delegation.id, personId: person.id, role, maySubmit },
    })
    return {
      personId: person.id,
      name: person.name,
      offices: [],
      memberships: [
        {
          representativeId: place.id,
          delegationId: delegation.id,
          sessionId,
          delegationName: name,
          delegationState: 'registered',
          entityKind: kind,
          role,
          maySubmit,
        },
      ],
    }
  }
  const head = await appoint(people.head)
  const adviser = await appoint(people.adviser)
  const alternate = 'alternate' in people ? await appoint(people.alternate) : head
  return { id: delegation.id, name, head, alternate, adviser }
}

async function makeOfficer(inSession: string, key: CastOfficerKey): Promise<SignedIn> {
  const { kind, wholeGroup, ...someone } = castOfficers[key]
  const person = await makePerson(someone)
  const sessionId = wholeGroup ? null : inSession
  const living = { kind, personId: person.id, sessionId, endedAt: null }
  if (!(await db.office.findFirst({ where: living }))) await db.office.create({ data: living })
  return { personId: person.id, name: person.name, memberships: [], offices: [{ kind, sessionId }] }
}

async function makeOutsider(): Promise<SignedIn> {
  const person = await makePerson({
    name: 'Otto Stranger',
    honorific: 'Mr.',
    email: 'otto.stranger@elsewhere.example',
  })
  return { personId: person.id, name: person.name, memberships: [], offices: [] }
}

function makePerson({ name, honorific, email }: Pick<CastMember, 'name' | 'honorific' | 'email'>) {
  return db.person.upsert({
    where: { email },
    create: { name, honorific, email },
    update: {},
  })
}

const keys = <T extends object>(object: T) => Object.keys(object) as (keyof T)[]
