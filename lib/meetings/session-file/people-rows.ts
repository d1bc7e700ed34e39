import 'server-only'
import { randomUUID } from 'node:crypto'
import { seatInstant } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import type { BureauCapacity } from '@/lib/sessions/kinds'
import type { SessionFile } from './format'
import type { Ids, PlaceOfFile } from './place'

const day = (date: string) => new Date(date)
const optionalDay = (date: string | undefined) => (date ? new Date(date) : null)

const TITLES: Record<BureauCapacity, string> = {
  chair: 'Chair',
  viceChair: 'Vice-Chair',
  rapporteur: 'Rapporteur',
  regionalGroup: 'Regional group',
  groupOfStates: 'Group of States',
  other: 'Member of the extended Bureau',
}

/** Officers and the extended Bureau in their capacities, and the powers that were handed over; by name. */
export async function writeOfficers(
  tx: Tx,
  { id: groupId, sessionId }: PlaceOfFile,
  { officers, powers }: SessionFile,
  entity: Ids['entity'],
) {
  const addresses = officers.map(({ email }) => email.toLowerCase()).filter(Boolean)
  const people = await tx.person.findMany({ where: { email: { in: addresses } } })
  const groups = await tx.groupOfStates.findMany({ where: { groupId } })
  const rows = officers.map(
    ({ state, organization, from, until, title, email, possessive = '', ...officer }, index) => ({
      ...officer,
      id: randomUUID(),
      groupId,
      sessionId,
      position: index + 1,
      title: title || TITLES[officer.capacity],
      possessive,
      email: email.toLowerCase(),
      affiliation: state || organization,
      entityId: entity(state || organization),
      personId: people.find((person) => person.email === email.toLowerCase())?.id ?? null,
      groupOfStatesId: groups.find(({ name }) => name === title)?.id ?? null,
      fromOn: optionalDay(from),
      untilOn: optionalDay(until),
    }),
  )
  await tx.bureauMember.createMany({ data: rows })
  const member = (name: string, capacity: BureauCapacity) =>
    rows.find((row) => row.name === name && row.capacity === capacity)!.id
  await tx.powersDelegation.createMany({
    data: powers.map(({ from, to, date, scope }) => ({
      sessionId,
      fromMemberId: member(from, 'chair'),
      toMemberId: member(to, 'viceChair'),
      scope,
      // The file tells the day alone; pages write it by the clock of the installation's seat.
      givenAt: seatInstant(day(date), '00:00') ?? day(date),
    })),
  })
  return new Map(rows.map(({ name, id }) => [name, id]))
}

/** The panellists in their order. */
export async function writePanellists(
  tx: Tx,
  { sessionId }: PlaceOfFile,
  file: SessionFile,
  ids: Ids,
) {
  await tx.panellist.createMany({
    data: file.panellists.map(({ item, honorific, name, state, organization }, index) => ({
      sessionId,
      honorific,
      name,
      position: index + 1,
      affiliation: state || organization,
      agendaItemId: ids.items.get(item)!,
    })),
  })
}

/** The statements in their order, as made, with the States for which they were made. */
export async function writeStatements(
  tx: Tx,
  { id: groupId, sessionId }: PlaceOfFile,
  file: SessionFile,
  ids: Ids,
) {
  const groups = await tx.groupOfStates.findMany({ where: { groupId } })
  const groupIdOf = (name: string) => groups.find((group) => group.name === name)?.id ?? null
  const dates = new Map(file.meetings.map(({ number, date }) => [number, date]))
  const rows = file.statements.map((statement, index) => ({
    id: randomUUID(),
    sessionId,
    kind: statement.kind,
    speaker: statement.speaker,
    person: statement.person,
    position: index + 1,
    language: statement.language,
    text: statement.text,
    meetingId: ids.meetings.get(statement.meeting ?? 0) ?? null,
    agendaItemId: ids.items.get(statement.item ?? '') ?? null,
    entityId: statement.kind === 'group' ? null : ids.entity(statement.speaker),
    groupOfStatesId: statement.kind === 'group' ? groupIdOf(statement.speaker) : null,
    onBehalfOfId: groupIdOf(statement.onBehalfOf),
    spokenAt: day(dates.get(statement.meeting ?? 0) ?? file.session.startsOn),
  }))
  const attributions = file.statements.map((statement, index) => {
    const row = rows[index]!
    const group = statement.onBehalfOf || (statement.kind === 'group' ? statement.speaker : '')
    const attribution = {
      id: randomUUID(),
      sessionId,
      groupOfStatesId: row.onBehalfOfId ?? row.groupOfStatesId,
      name: group || 'group of States',
      receivedAt: row.spokenAt,
    }
    return { attribution, members: statement.members }
  })
  const attributionsWithMembers = attributions.filter(({ members }) => members.length > 0)
  await tx.groupAttribution.createMany({
    data: attributionsWithMembers.map(({ attribution }) => attribution),
  })
  await tx.attributedMember.createMany({
    data: attributionsWithMembers.flatMap(({ attribution, members }) =>
      members.map((name) => ({
        attributionId: attribution.id,
        entityId: ids.entity(name)!,
        name,
        sortKey: sortKey(name),
      })),
    ),
  })
  await tx.statement.createMany({
    data: rows.map((row, index) => {
      const { attribution, members } = attributions[index]!
      return { ...row, attributionId: members.length > 0 ? attribution.id : null }
    }),
  })
}

/** The attendance of the session or of its meetings, and the number of each kind. */
export async function writeAttendance(
  tx: Tx,
  { sessionId }: PlaceOfFile,
  { attendance }: SessionFile,
  ids: Ids,
) {
  if (!attendance) return
  await tx.attendanceCount.createMany({
    data: attendance.byKind.map(({ kind, count, provisional }, index) => ({
      sessionId,
      kind,
      count,
      position: index + 1,
      provisional: provisional ?? attendance.provisional,
    })),
  })
  for (const { name, kind, meetings } of attendance.participants) {
    const knownId = ids.entity(name)
    const entityId =
      knownId ??
      (
        await tx.entity.create({
          data: { kind: kind!, name, names: { en: name }, sortKey: sortKey(name) },
        })
      ).id
    const meetingNumbers = meetings.length > 0 ? new Set(meetings) : [null]
    await tx.attendance.createMany({
      data: [...meetingNumbers].map((number) => ({
        sessionId,
        entityId,
        meetingId: number === null ? null : ids.meetings.get(number)!,
        how: 'byHand' as const,
      })),
    })
  }
}
