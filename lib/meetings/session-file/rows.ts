import 'server-only'
import { randomUUID } from 'node:crypto'
import { seatInstant } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { usualDistribution } from '@/lib/documents/kinds'
import { parseSymbol } from '@/lib/documents/symbols/symbol'
import { agendaOf } from './agenda'
import type { SessionFile } from './format'
import { entityIds } from './group-rows'
import type { Ids, PlaceOfFile } from './place'
import { writeAttendance, writeOfficers, writePanellists, writeStatements } from './people-rows'

const day = (date: string) => new Date(date)
const optionalDay = (date: string | undefined) => (date ? new Date(date) : null)

/** Writes a file's facts to a session that has its row; the agenda first, statements last. */
export async function writeSessionRows(
  tx: Tx,
  place: PlaceOfFile,
  file: SessionFile,
): Promise<void> {
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

/** The file's earlier dates, else those of decisions before the last. */
async function writeEarlierDates(
  tx: Tx,
  { sessionId }: PlaceOfFile,
  file: SessionFile,
): Promise<void> {
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
  const earlierDates = session.earlierDates.length > 0 ? session.earlierDates : derived
  await tx.earlierDates.createMany({
    data: earlierDates.map(({ startsOn, endsOn, reason, supersededOn }) => ({
      sessionId,
      reason,
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      ...(supersededOn && { supersededAt: day(supersededOn) }),
    })),
  })
}

async function writeAgenda(tx: Tx, { sessionId }: PlaceOfFile, file: SessionFile) {
  const lines = agendaOf(file).map((line) => ({ ...line, id: randomUUID() }))
  await tx.agendaItem.createMany({
    data: lines.map(({ id, number, letter, title, kind, allMeetingsKnown }) => ({
      id,
      sessionId,
      number,
      letter,
      title,
      kind,
      allMeetingsKnown,
    })),
  })
  return new Map(lines.map(({ label, id }) => [label, id]))
}

async function writeMeetings(
  tx: Tx,
  { sessionId, timeZone }: PlaceOfFile,
  { meetings }: SessionFile,
  officers: Ids['officers'],
) {
  const at = (date: string, hour: string | undefined) =>
    hour ? seatInstant(day(date), hour, timeZone) : null
  const rows = meetings.map(({ number, date, startsAt, endsAt, presiding }) => ({
    id: randomUUID(),
    sessionId,
    number,
    date: day(date),
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

async function writeDecisions(tx: Tx, { sessionId }: PlaceOfFile, file: SessionFile, ids: Ids) {
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
          sessionId,
          agendaItemId,
          kind: 'adopted' as const,
          date: day(date),
          meetingId: ids.meetings.get(meeting ?? 0) ?? null,
        })),
      ),
  })
}

async function writeConsidered(
  tx: Tx,
  { sessionId, timeZone }: PlaceOfFile,
  file: SessionFile,
  ids: Ids,
) {
  const at = (date: string, hour: string | undefined) =>
    hour ? seatInstant(day(date), hour, timeZone) : null
  await tx.meetingItem.createMany({
    data: [
      ...file.meetings.flatMap(({ number, date, items }) =>
        items.map((considered) => ({
          sessionId,
          date: day(date),
          confirmed: considered.confirmed,
          agendaItemId: ids.items.get(considered.item)!,
          meetingId: ids.meetings.get(number)!,
          fromAt: at(date, 'from' in considered ? considered.from : undefined),
          untilAt: at(date, 'until' in considered ? considered.until : undefined),
        })),
      ),
      ...file.considered.map(({ item, date, confirmed }) => ({
        sessionId,
        date: day(date),
        confirmed,
        meetingId: null,
        agendaItemId: ids.items.get(item)!,
      })),
    ],
  })
}

async function writeDocuments(
  tx: Tx,
  { sessionId }: PlaceOfFile,
  { documents }: SessionFile,
  ids: Ids,
) {
  await tx.document.createMany({
    data: documents.map(({ symbol, item, date, ...document }) => {
      const { root, year, series, number, suffix } = parseSymbol(symbol)!
      return {
        ...document,
        sessionId,
        symbol,
        root,
        year,
        series,
        number,
        suffix,
        distribution: usualDistribution(series),
        agendaItemId: item ? ids.items.get(item)! : null,
        datedOn: day(date),
        issuedAt: day(date),
      }
    }),
  })
}
