import { printDate, printDateRange } from '@/lib/clock'
import { parseSymbol } from '@/lib/documents/symbols/symbol'
import { standingAfter } from '@/lib/sessions/decisions/status'
import { agendaOf, printItem } from './agenda'
import type { SessionFile } from './format'

/** A fault at a place of a file: `path` names the place, `key` the sentence in messages `sessionFile.faults`. */
export type FileFault = {
  path: string
  key: string
  values?: Record<string, string | number>
}

/** The installation's facts for the judgement of a file. */
export type Register = {
  isState: (name: string) => boolean
  isEntity: (name: string) => boolean
  /** The number of expert groups of the installation. */
  groups: number
}

const day = (date: string) => new Date(date)

/** Everything in a file that cannot be: meetings outside the dates, items before the adoption of the agenda … */
export const faultsOf = (file: SessionFile, register: Register): FileFault[] => [
  // Its only group is meant if a file names none.
  ...(file.group || register.groups === 1 ? [] : [{ path: 'group', key: 'groupNotNamed' }]),
  ...faultsOfDates(file),
  ...faultsOfAgenda(file),
  ...faultsOfMeetings(file),
  ...faultsOfConsideration(file),
  ...faultsOfDecisions(file),
  ...faultsOfOfficers(file),
  ...faultsOfPeople(file, register),
  ...faultsOfDocuments(file),
]

function faultsOfDates({ session }: SessionFile): FileFault[] {
  const faults: FileFault[] = []
  if (session.endsOn < session.startsOn) faults.push({ path: 'session.endsOn', key: 'order' })
  session.earlierDates.forEach(({ startsOn, endsOn }, index) => {
    if (endsOn < startsOn)
      faults.push({ path: `session.earlierDates[${index}].endsOn`, key: 'order' })
  })
  return faults
}

function faultsOfAgenda({ agenda }: SessionFile): FileFault[] {
  const items = agenda.map(({ item }) => item)
  return items.flatMap((item, index) => {
    const path = `agenda[${index}].item`
    if (items.indexOf(item) < index)
      return [{ path, key: 'itemTwice', values: { item: printItem(item) } }]
    const parent = item.replace(/[a-z]+$/, '')
    return items.includes(parent)
      ? []
      : [{ path, key: 'itemParent', values: { item: printItem(item), parent } }]
  })
}

function faultsOfMeetings({ session, meetings }: SessionFile): FileFault[] {
  return meetings.flatMap((meeting, index) => {
    const { number, date, startsAt, endsAt } = meeting
    const path = `meetings[${index}]`
    const faults: FileFault[] = []
    const earlier = meetings.slice(0, index)
    if (earlier.some((row) => row.number === number))
      faults.push({ path: `${path}.number`, key: 'meetingTwice', values: { number } })
    if (date < session.startsOn || date > session.endsOn) {
      const dates = printDateRange(day(session.startsOn), day(session.endsOn))
      faults.push({ path: `${path}.date`, key: 'meetingOutside', values: { dates } })
    }
    if (
      (startsAt === undefined) !== (endsAt === undefined) ||
      (endsAt && startsAt && endsAt <= startsAt)
    )
      faults.push({ path: `${path}.endsAt`, key: 'hours' })
    const overlap = earlier.find((row) => row.date === date && overlaps(row, meeting))
    if (overlap)
      faults.push({
        path: `${path}.startsAt`,
        key: 'meetingOverlap',
        values: { other: overlap.number },
      })
    if (earlier.some((row) => row.number < number && row.date > date))
      faults.push({ path: `${path}.date`, key: 'meetingOrder' })
    return faults
  })
}

type Hours = { startsAt?: string | undefined; endsAt?: string | undefined }
const overlaps = (a: Hours, b: Hours) =>
  Boolean(
    a.startsAt && b.startsAt && a.startsAt < (b.endsAt ?? '') && b.startsAt < (a.endsAt ?? ''),
  )

/** Each entry that an item was considered, with its day. */
function consideredIn({ meetings, considered }: SessionFile) {
  return [
    ...meetings.flatMap(({ date, items }, m) =>
      items.map(({ item }, i) => ({ path: `meetings[${m}].items[${i}]`, item, date })),
    ),
    ...considered.map(({ item, date }, index) => ({ path: `considered[${index}]`, item, date })),
  ]
}

function faultsOfConsideration(file: SessionFile): FileFault[] {
  const agenda = new Map(agendaOf(file).map((item) => [item.label, item]))
  const { session } = file
  const adopted = file.decisions
    .filter(({ what }) => what === 'agendaAdopted')
    .map(({ date }) => date)
    .toSorted()[0]
  const faults = consideredIn(file).flatMap(({ path, item, date }): FileFault[] => {
    const agendaItem = agenda.get(item)
    if (!agendaItem) return [{ path, key: 'itemUnknown', values: { item: printItem(item) } }]
    if (date < session.startsOn || date > session.endsOn)
      return [{ path, key: 'consideredOutside' }]
    if (agendaItem.kind === 'organizational') return []
    if (adopted && adopted <= date) return []
    return [{ path, key: 'beforeAdoption', values: { item: printItem(item) } }]
  })
  file.meetings.forEach(({ items }, m) =>
    items.forEach(({ item }, i) => {
      if (items.findIndex((entry) => entry.item === item) < i)
        faults.push({
          path: `meetings[${m}].items[${i}]`,
          key: 'itemTwice',
          values: { item: printItem(item) },
        })
    }),
  )
  return faults
}

function faultsOfDecisions({ decisions, meetings, session, agenda }: SessionFile): FileFault[] {
  const faults = decisions.flatMap((decision, index): FileFault[] => {
    const path = `decisions[${index}]`
    const { what, how, date, meeting, startsOn, endsOn, format } = decision
    const list: FileFault[] = []
    const at = meetings.find(({ number }) => number === meeting)
    if (meeting !== undefined && !at)
      list.push({
        path: `${path}.meeting`,
        key: 'meetingUnknown',
        values: { number: meeting },
      })
    if (at && at.date !== date)
      list.push({
        path: `${path}.date`,
        key: 'otherDay',
        values: { date: printDate(day(at.date)) },
      })
    if (at && how === 'silence') list.push({ path: `${path}.meeting`, key: 'silenceAtMeeting' })
    if (
      (startsOn === undefined) !== (endsOn === undefined) ||
      (startsOn && endsOn && endsOn < startsOn)
    )
      list.push({ path: `${path}.endsOn`, key: 'order' })
    if (startsOn && what !== 'datesApproved')
      list.push({ path: `${path}.startsOn`, key: 'datesElsewhere' })
    if (format && what !== 'formatApproved')
      list.push({ path: `${path}.format`, key: 'formatElsewhere' })
    if (what === 'agendaAdopted' && agenda.length === 0) list.push({ path, key: 'agendaMissing' })
    return list
  })
  const dated = decisions.map(({ what, date }, index) => ({
    step: what,
    decidedOn: day(date),
    number: index,
  }))
  const { broken } = standingAfter(dated)
  if (broken)
    faults.push({
      path: `decisions[${broken.number}]`,
      key: 'stepOrder',
      values: { step: broken.step },
    })
  const last = decisions
    .map((decision, index) => ({ ...decision, index }))
    .filter(({ startsOn }) => startsOn)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1)
  if (last && (last.startsOn !== session.startsOn || last.endsOn !== session.endsOn)) {
    const dates = printDateRange(day(session.startsOn), day(session.endsOn))
    faults.push({ path: `decisions[${last.index}].startsOn`, key: 'otherDates', values: { dates } })
  }
  return faults
}

function faultsOfOfficers({ officers, powers, decisions, meetings }: SessionFile): FileFault[] {
  const officersOf = (name: string) => officers.filter((officer) => officer.name === name)
  const unknown = (path: string, name: string): FileFault[] =>
    name && officersOf(name).length === 0 ? [{ path, key: 'officerUnknown', values: { name } }] : []
  return [
    ...officers.flatMap(({ from, until }, index) =>
      from && until && until < from ? [{ path: `officers[${index}].until`, key: 'order' }] : [],
    ),
    ...decisions.flatMap(({ officer }, index) => unknown(`decisions[${index}].officer`, officer)),
    ...meetings.flatMap(({ presiding }, index) =>
      unknown(`meetings[${index}].presiding`, presiding),
    ),
    ...powers.flatMap(({ from, to, date, until }, index) => {
      const path = `powers[${index}]`
      const holds = (name: string, capacity: string) =>
        officersOf(name).some(
          (officer) =>
            officer.capacity === capacity &&
            (!officer.from || officer.from <= date) &&
            (!officer.until || officer.until >= date),
        )
      return [
        ...(holds(from, 'chair')
          ? []
          : [{ path: `${path}.from`, key: 'notChair', values: { name: from } }]),
        ...(holds(to, 'viceChair')
          ? []
          : [{ path: `${path}.to`, key: 'noOffice', values: { name: to } }]),
        ...(until && until < date ? [{ path: `${path}.until`, key: 'order' }] : []),
      ]
    }),
  ]
}

function faultsOfPeople(file: SessionFile, { isState, isEntity }: Register): FileFault[] {
  const items = new Set(file.agenda.map(({ item }) => item))
  const itemUnknown = (path: string, item: string | undefined): FileFault[] =>
    item === undefined || items.has(item)
      ? []
      : [{ path, key: 'itemUnknown', values: { item: printItem(item) } }]
  const states = (path: string, names: readonly string[]) =>
    names.flatMap((name, index) =>
      isState(name) ? [] : [{ path: `${path}[${index}]`, key: 'stateUnknown', values: { name } }],
    )
  return [
    ...file.panellists.flatMap(({ item }, index) => itemUnknown(`panellists[${index}].item`, item)),
    ...file.statements.flatMap(({ item, meeting, members }, index) => [
      ...itemUnknown(`statements[${index}].item`, item),
      ...meetingUnknown(`statements[${index}].meeting`, meeting, file.meetings),
      ...states(`statements[${index}].members`, members),
    ]),
    ...(file.group?.groupsOfStates ?? []).flatMap(({ members }, index) =>
      states(`group.groupsOfStates[${index}].members`, members),
    ),
    ...faultsOfAttendance(file, isEntity),
  ]
}

const meetingUnknown = (
  path: string,
  number: number | undefined,
  meetings: SessionFile['meetings'],
): FileFault[] =>
  number === undefined || meetings.some((meeting) => meeting.number === number)
    ? []
    : [{ path, key: 'meetingUnknown', values: { number } }]

function faultsOfAttendance(
  { attendance, meetings }: SessionFile,
  isEntity: Register['isEntity'],
): FileFault[] {
  const kinds = (attendance?.byKind ?? []).map(({ kind }) => kind)
  const participants = attendance?.participants ?? []
  const names = participants.map(({ name }) => name)
  return [
    ...kinds.flatMap((kind, index) =>
      kinds.indexOf(kind) < index
        ? [{ path: `attendance.byKind[${index}].kind`, key: 'kindTwice' }]
        : [],
    ),
    ...participants.flatMap(({ name, kind, meetings: attended }, index): FileFault[] => {
      const path = `attendance.participants[${index}]`
      return [
        ...(kind || isEntity(name)
          ? []
          : [{ path: `${path}.kind`, key: 'participantKind', values: { name } }]),
        ...(names.indexOf(name) < index
          ? [{ path: `${path}.name`, key: 'participantTwice', values: { name } }]
          : []),
        ...attended.flatMap((number, place) =>
          meetingUnknown(`${path}.meetings[${place}]`, number, meetings),
        ),
      ]
    }),
  ]
}

function faultsOfDocuments({ documents, agenda }: SessionFile): FileFault[] {
  const items = new Set(agenda.map(({ item }) => item))
  const symbols = documents.map(({ symbol }) => symbol)
  return documents.flatMap(({ symbol, item }, index): FileFault[] => {
    const path = `documents[${index}]`
    if (!parseSymbol(symbol)) return [{ path: `${path}.symbol`, key: 'symbol', values: { symbol } }]
    if (symbols.indexOf(symbol) < index)
      return [{ path: `${path}.symbol`, key: 'symbolTwice', values: { symbol } }]
    return item && !items.has(item)
      ? [{ path: `${path}.item`, key: 'itemUnknown', values: { item: printItem(item) } }]
      : []
  })
}
