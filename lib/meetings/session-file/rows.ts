import 'server-only'
import { randomUUID } from 'node:crypto'
import { seatInstant } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { usualDistribution } from '@/lib/documents/kinds'
import { parseSymbol } from '@/lib/documents/symbols/symbol'
import type { BureauCapacity } from '@/lib/sessions/kinds'
import { agendaOf } from './agenda'
import type { SessionFile } from './format'
import { entityIds } from './group-rows'

type Place = { id: string; timeZone: string; sessionId: string }
/** The ids of what the file names by number, item or name. */
type Ids = {
  items: Map<string, string>
  meetings: Map<number, string>
  officers: Map<string, string>
  entity: (name: string) => string | null
}

const day = (date: string) => new Date(date)
const optionalDay = (date: string | undefined) => (date ? new Date(date) : null)

/** Writes everything that a file tells of a session whose own row stands; the agenda first, statements last. */
export async function writeSessionRows(tx: Tx, place: Place, file: SessionFile): Promise<void> {
  const entity = await entityIds(tx)
  await writeEarlierDates(tx, place, file)
  const items = await writeAgenda(tx, place, file)
  const officers = await writeOfficers(tx, place, file, entity)
  const meetings = await writeMeetings(tx, place, file, officers)
  const ids = { items, meetings, officers, entity }
  await writeDecisions(tx, place, file, ids)
  await writeConsidered(tx, place, file, ids)
  await writePanellists(tx, place, file, ids)
  await writeStatements(tx, place, file, ids)
  await writeAttendance(tx, place, file, ids)
  await writeDocuments(tx, place, file, ids)
}

/** The earlier dates that are told, else those that decisions set before the last. */
async function writeEarlierDates(tx: Tx, { sessionId }: Place, file: SessionFile): Promise<void> {
  const { session, decisions } = file
  const set = decisions
    .filter(({ startsOn }) => startsOn)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const postponed = decisions.find(({ what }) => what === 'postponed')
  const derived = set.slice(0, -1).flatMap(({ startsOn, endsOn }, index) =>
    startsOn !== session.startsOn || endsOn !== session.endsOn
      ? [
          {
            startsOn: startsOn!,
            endsOn: endsOn!,
            reason: postponed?.reason ?? '',
            supersededOn: set[index + 1]!.date,
          },
        ]
      : [],
  )
  const told = session.earlierDates.length > 0 ? session.earlierDates : derived
  await tx.earlierDates.createMany({
    data: told.map(({ startsOn, endsOn, reason, supersededOn }) => ({
      ...{ sessionId, reason },
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      ...(supersededOn && { supersededAt: day(supersededOn) }),
    })),
  })
}

async function writeAgenda(tx: Tx, { sessionId }: Place, file: SessionFile) {
  const lines = agendaOf(file).map((line) => ({ ...line, id: randomUUID() }))
  await tx.agendaItem.createMany({
    data: lines.map(({ label: _, ...line }) => ({ ...line, sessionId })),
  })
  return new Map(lines.map(({ label, id }) => [label, id]))
}

const TITLES: Record<BureauCapacity, string> = {
  chair: 'Chair',
  viceChair: 'Vice-Chair',
  rapporteur: 'Rapporteur',
  regionalGroup: 'Regional group',
  groupOfStates: 'Group of States',
  other: 'Member of the extended Bureau',
}

async function writeOfficers(
  tx: Tx,
  { id: groupId, sessionId }: Place,
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
      ...{ groupId, sessionId, position: index + 1 },
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
      ...{ scope, givenAt: day(date) },
    })),
  })
  return new Map(rows.map(({ name, id }) => [name, id]))
}

async function writeMeetings(
  tx: Tx,
  { sessionId, timeZone }: Place,
  { meetings }: SessionFile,
  officers: Ids['officers'],
) {
  const at = (date: string, hour: string | undefined) =>
    hour ? seatInstant(day(date), hour, timeZone) : null
  const rows = meetings.map(({ number, date, startsAt, endsAt, presiding }) => ({
    id: randomUUID(),
    ...{ sessionId, number, date: day(date) },
    startsAt: at(date, startsAt),
    endsAt: at(date, endsAt),
    presidingId: officers.get(presiding) ?? null,
  }))
  await tx.meeting.createMany({ data: rows })
  const ids = new Map(rows.map(({ number, id }) => [number, id]))
  await tx.meetingSuspension.createMany({
    data: meetings.flatMap(({ number, date, suspensions }) =>
      suspensions.map(({ from, until, reason }) => ({
        meetingId: ids.get(number)!,
        fromAt: at(date, from) ?? day(date),
        untilAt: at(date, until),
        reason,
      })),
    ),
  })
  return ids
}

async function writeDecisions(tx: Tx, { sessionId }: Place, file: SessionFile, ids: Ids) {
  const { decisions } = file
  await tx.sessionDecision.createMany({
    data: decisions.map((decision, index) => ({
      sessionId,
      number: index + 1,
      step: decision.what,
      decidedBy: decision.by,
      how: decision.how,
      decidedOn: day(decision.date),
      meetingId: ids.meetings.get(decision.meeting ?? 0) ?? null,
      memberId: ids.officers.get(decision.officer) ?? null,
      remotely: decision.remotely,
      circulatedOn: optionalDay(decision.circulatedOn),
      startsOn: optionalDay(decision.startsOn),
      endsOn: optionalDay(decision.endsOn),
      format: decision.format ?? null,
      formatWords: decision.formatWords,
      reason: decision.reason,
      documentSymbol: decision.document,
    })),
  })
  await tx.agendaStep.createMany({
    data: decisions
      .filter(({ what }) => what === 'agendaAdopted')
      .flatMap(({ date, meeting }) =>
        [...ids.items.values()].map((agendaItemId) => ({
          ...{ sessionId, agendaItemId, kind: 'adopted' as const },
          date: day(date),
          meetingId: ids.meetings.get(meeting ?? 0) ?? null,
        })),
      ),
  })
}

async function writeConsidered(
  tx: Tx,
  { sessionId, timeZone }: Place,
  file: SessionFile,
  ids: Ids,
) {
  const at = (date: string, hour: string | undefined) =>
    hour ? seatInstant(day(date), hour, timeZone) : null
  await tx.meetingItem.createMany({
    data: [
      ...file.meetings.flatMap(({ number, date, items }) =>
        items.map((considered) => ({
          ...{ sessionId, date: day(date), confirmed: considered.confirmed },
          agendaItemId: ids.items.get(considered.item)!,
          meetingId: ids.meetings.get(number)!,
          fromAt: at(date, 'from' in considered ? considered.from : undefined),
          untilAt: at(date, 'until' in considered ? considered.until : undefined),
        })),
      ),
      ...file.considered.map(({ item, date, confirmed }) => ({
        ...{ sessionId, date: day(date), confirmed, meetingId: null },
        agendaItemId: ids.items.get(item)!,
      })),
    ],
  })
}

async function writePanellists(tx: Tx, { sessionId }: Place, file: SessionFile, ids: Ids) {
  await tx.panellist.createMany({
    data: file.panellists.map(({ item, honorific, name, state, organization }, index) => ({
      ...{ sessionId, honorific, name, position: index + 1 },
      affiliation: state || organization,
      agendaItemId: ids.items.get(item)!,
    })),
  })
}

async function writeStatements(
  tx: Tx,
  { id: groupId, sessionId }: Place,
  file: SessionFile,
  ids: Ids,
) {
  const groups = await tx.groupOfStates.findMany({ where: { groupId } })
  const named = (name: string) => groups.find((group) => group.name === name)?.id ?? null
  const dates = new Map(file.meetings.map(({ number, date }) => [number, date]))
  const rows = file.statements.map((statement, index) => ({
    id: randomUUID(),
    sessionId,
    kind: statement.kind,
    ...{ speaker: statement.speaker, person: statement.person, position: index + 1 },
    ...{ language: statement.language, text: statement.text },
    meetingId: ids.meetings.get(statement.meeting ?? 0) ?? null,
    agendaItemId: ids.items.get(statement.item ?? '') ?? null,
    entityId: statement.kind === 'group' ? null : ids.entity(statement.speaker),
    groupOfStatesId: statement.kind === 'group' ? named(statement.speaker) : null,
    onBehalfOfId: named(statement.onBehalfOf),
    spokenAt: day(dates.get(statement.meeting ?? 0) ?? file.session.startsOn),
  }))
  await tx.statement.createMany({ data: rows })
  await tx.statementMember.createMany({
    data: file.statements.flatMap(({ members }, index) =>
      members.map((name) => ({ statementId: rows[index]!.id, entityId: ids.entity(name)!, name })),
    ),
  })
}

async function writeAttendance(
  tx: Tx,
  { sessionId }: Place,
  { attendance }: SessionFile,
  ids: Ids,
) {
  if (!attendance) return
  await tx.attendanceCount.createMany({
    data: attendance.byKind.map(({ kind, count, provisional }, index) => ({
      ...{ sessionId, kind, count, position: index + 1 },
      provisional: provisional ?? attendance.provisional,
    })),
  })
  for (const { name, kind } of attendance.participants) {
    const known = ids.entity(name)
    const entityId =
      known ??
      (
        await tx.entity.create({
          data: { kind: kind!, name, names: { en: name }, sortKey: sortKey(name) },
        })
      ).id
    await tx.attendance.create({ data: { sessionId, entityId, how: 'byHand' } })
  }
}

async function writeDocuments(tx: Tx, { sessionId }: Place, { documents }: SessionFile, ids: Ids) {
  await tx.document.createMany({
    data: documents.map(({ symbol, item, date, ...document }) => {
      const { root, year, series, number, suffix } = parseSymbol(symbol)!
      return {
        ...document,
        ...{ sessionId, symbol, root, year, series, number, suffix },
        distribution: usualDistribution(series),
        agendaItemId: item ? ids.items.get(item)! : null,
        datedOn: day(date),
        issuedAt: day(date),
      }
    }),
  })
}
