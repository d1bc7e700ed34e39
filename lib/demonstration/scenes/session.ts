import { randomUUID } from 'node:crypto'
import { printDateRange } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import {
  type CastDelegation,
  type CastDelegationKey,
  castDelegations,
  castOfficers,
} from '@/lib/demonstration/cast'
import type { CastInDatabase } from './people'
import type { PastAct } from './diary'
import type { DemonstrationSession } from './sessions'

/** A session of the demonstration as it stands in the database. */
export type SessionOfDemonstration = {
  id: string
  agenda: Record<string, string>
  delegations: Record<CastDelegationKey, string>
}

/** Makes a session with its agenda, meetings, officers and delegations; `at` is when it was set up. */
export async function makeSession(
  tx: Tx,
  {
    groupId,
    cast,
    at,
    diary,
  }: { groupId: string; cast: CastInDatabase; at: Date; diary: PastAct[] },
  session: DemonstrationSession,
): Promise<SessionOfDemonstration> {
  const { ordinal, slug, kind, format, place, earlier } = session
  const [startsOn, endsOn] = days(session.dates)
  const secretariat = { person: cast.officers.secretariat, actingFor: 'secretariat' }
  const { id } = await tx.session.create({
    data: {
      groupId,
      ordinal,
      slug,
      kind,
      format,
      place,
      startsOn,
      endsOn,
      createdAt: at,
      createdById: cast.officers.secretariat.id,
    },
  })
  const act = { at, sessionId: id, subjectId: id, ...secretariat }
  const first = earlier ? days(earlier.dates) : ([startsOn, endsOn] as const)
  diary.push({
    ...act,
    event: 'session.created',
    data: { ordinal, dates: printDateRange(...first) },
  })
  if (earlier) {
    const supersededAt = new Date(earlier.superseded)
    await tx.earlierDates.create({
      data: {
        sessionId: id,
        startsOn: first[0],
        endsOn: first[1],
        reason: earlier.reason,
        supersededAt,
      },
    })
    const data = {
      before: printDateRange(...first),
      dates: printDateRange(startsOn, endsOn),
      reason: earlier.reason,
    }
    diary.push({ ...act, at: supersededAt, event: 'session.postponed', data })
  }
  await tx.meeting.createMany({
    data: session.meetings.map((date, index) => ({
      sessionId: id,
      number: index + 1,
      date: new Date(date),
    })),
  })
  const agenda = await makeAgenda(tx, id, session)
  diary.push({ ...act, event: 'agenda.changed', data: { items: session.agenda.length } })
  const delegations = await makeDelegations(tx, id, cast, at)
  for (const key of Object.keys(delegations) as CastDelegationKey[])
    diary.push({
      ...act,
      event: 'delegation.registered',
      subjectId: delegations[key],
      data: { name: cast.delegations[key].name },
    })
  await tx.office.createMany({
    data: (['chair', 'viceChair', 'rapporteur'] as const).map((office) => ({
      kind: castOfficers[office].kind,
      personId: cast.officers[office].id,
      sessionId: id,
      appointedAt: at,
    })),
  })
  return { id, agenda, delegations }
}

async function makeAgenda(tx: Tx, sessionId: string, session: DemonstrationSession) {
  const agenda: Record<string, string> = {}
  const items = session.agenda.map(({ item, title, kind }) => {
    const id = randomUUID()
    agenda[item] = id
    return { id, sessionId, number: Number.parseInt(item, 10), letter: item.slice(1), title, kind }
  })
  await tx.agendaItem.createMany({ data: items })
  await tx.panellist.createMany({
    data: (session.panellists ?? []).map(({ item, ...panellist }, index) => ({
      ...panellist,
      sessionId,
      agendaItemId: agenda[item] ?? null,
      position: index + 1,
    })),
  })
  return agenda
}

async function makeDelegations(tx: Tx, sessionId: string, cast: CastInDatabase, at: Date) {
  const ids = {} as Record<CastDelegationKey, string>
  const people = new Map((await tx.person.findMany()).map(({ email, id }) => [email, id]))
  const known = Object.entries(castDelegations) as [CastDelegationKey, CastDelegation][]
  for (const [key] of known) ids[key] = randomUUID()
  await tx.delegation.createMany({
    data: known.map(([key, { name }]) => ({
      id: ids[key],
      sessionId,
      entityId: cast.delegations[key].entityId,
      name,
      sortKey: sortKey(name),
      createdAt: at,
      registeredAt: at,
    })),
  })
  await tx.representative.createMany({
    data: known.flatMap(([key, { people: members }]) =>
      Object.values(members).map(({ email, role, maySubmit }) => ({
        delegationId: ids[key],
        personId: people.get(email)!,
        role,
        maySubmit,
        appointedAt: at,
      })),
    ),
  })
  return ids
}

const days = ([from, until]: readonly [string, string]) =>
  [new Date(from), new Date(until)] as const
