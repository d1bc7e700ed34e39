import { randomUUID } from 'node:crypto'
import { printDate, printDateRange } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import {
  type CastDelegation,
  type CastDelegationKey,
  castDelegations,
  castOfficers,
} from '@/lib/demonstration/cast'
import type { SessionFile } from '@/lib/meetings/session-file/format'
import { groupOf } from '@/lib/meetings/session-file/group-rows'
import { writeSessionRows } from '@/lib/meetings/session-file/rows'
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
      commentsReceived: session.facts?.session.commentsReceived ?? false,
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
    if (!session.facts)
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
  const agenda = session.facts
    ? await writeFacts(tx, { groupId, sessionId: id }, session.facts)
    : await makeMeetings(tx, id, session)
  diary.push({ ...act, event: 'agenda.changed', data: { items: session.agenda.length } })
  session.facts?.decisions.forEach(({ what, by, how, date }, index) =>
    diary.push({
      ...act,
      at: new Date(`${date}T10:00:00Z`),
      event: 'session.decided',
      data: { number: index + 1, step: what, decidedBy: by, how, on: printDate(new Date(date)) },
    }),
  )
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

/** Meetings on the days of the session, and its agenda. */
async function makeMeetings(tx: Tx, sessionId: string, session: DemonstrationSession) {
  await tx.meeting.createMany({
    data: session.meetings.map((date, index) => ({
      sessionId,
      number: index + 1,
      date: new Date(date),
    })),
  })
  const agenda: Record<string, string> = {}
  const items = session.agenda.map(({ item, title, kind }) => {
    const id = randomUUID()
    agenda[item] = id
    return { id, sessionId, number: Number.parseInt(item, 10), letter: item.slice(1), title, kind }
  })
  await tx.agendaItem.createMany({ data: items })
  return agenda
}

/** All that a session's own papers tell of it, as an import writes it; documents stand here with files. */
async function writeFacts(
  tx: Tx,
  { groupId, sessionId }: { groupId: string; sessionId: string },
  facts: SessionFile,
) {
  const { timeZone } = await groupOf(tx, facts)
  const place = { id: groupId, timeZone, sessionId }
  await writeSessionRows(tx, place, { ...facts, documents: [] })
  const items = await tx.agendaItem.findMany({ where: { sessionId } })
  return Object.fromEntries(items.map(({ number, letter, id }) => [`${number}${letter}`, id]))
}

async function makeDelegations(tx: Tx, sessionId: string, cast: CastInDatabase, at: Date) {
  const ids = {} as Record<CastDelegationKey, string>
  const people = new Map((await tx.person.findMany()).map(({ email, id }) => [email, id]))
  const entries = Object.entries(castDelegations) as [CastDelegationKey, CastDelegation][]
  for (const [key] of entries) ids[key] = randomUUID()
  await tx.delegation.createMany({
    data: entries.map(([key, { name }]) => ({
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
    data: entries.flatMap(([key, { people: members }]) =>
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
