import { z } from 'zod'
import { entityKinds } from '@/lib/delegations/kinds'
import { documentKinds } from '@/lib/documents/kinds'
import {
  agendaItemKinds,
  bureauCapacities,
  decidedBys,
  decidedHows,
  groupOfStatesKinds,
  sessionFormats,
  sessionKinds,
  enteredSteps,
  type SessionStep,
} from '@/lib/sessions/kinds'
import { statementKinds } from '@/lib/meetings/kinds'
import { plainLine } from '@/lib/text/line'
import { count, date, hour, item, line, list, name, number, words, year } from './values'

// A whole session as one file; docs/session-file.md explains each key. Days are "2020-07-27", hours "10:00" in the
// seat's time. A key that is not known is refused, so that nothing is left out by a slip.

export const MAX_SESSION_FILE = 8_000_000

const Mandate = z.strictObject({
  body: name,
  symbol: line,
  /** As much of the date as is known: "2019-12-18", "2017-05" or "2010". */
  date: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'date')
    .optional(),
  adoptedAtSession: number.optional(),
  /** If it is no resolution: the words after "In". */
  instrument: words,
  /** Its request, from the verb on. */
  asked: words,
})

const Workplan = z.strictObject({
  fromYear: year,
  untilYear: year,
  document: line,
  proposedByChair: z.boolean('yesNo').default(true),
  adoptedAtSession: number.optional(),
  stockTakingNotLaterThan: year.optional(),
  listRule: plainLine(1_000).default(''),
  secretariatAssists: z.boolean('yesNo').default(true),
  circulatedTo: list(z.enum(['memberStates', 'observers', 'otherStakeholders'], 'choice')),
  commentsPosted: z.boolean('yesNo').default(true),
  submittedTo: line,
  topics: list(z.strictObject({ year, title: name })),
})

const EarlierMeeting = z.strictObject({
  ordinal: number,
  place: name,
  startsOn: date,
  endsOn: date,
  /** The events, after "At that meeting, ". */
  account: words,
})

const Group = z.strictObject({
  name,
  shortName: line,
  describedAs: line,
  symbolRoot: name,
  parentBody: line,
  seat: line,
  timeZone: line,
  eventWord: z.enum(['session', 'meeting'], 'choice').optional(),
  mandates: list(Mandate),
  earlierMeetings: list(EarlierMeeting),
  workplan: Workplan.optional(),
  groupsOfStates: list(
    z.strictObject({
      name,
      kind: z.enum(groupOfStatesKinds, 'choice').default('regional'),
      members: list(name),
    }),
  ),
})

const Session = z.strictObject({
  ordinal: number,
  kind: z.enum(sessionKinds, 'choice').default('topical'),
  title: line,
  place: name,
  startsOn: date,
  endsOn: date,
  format: z.enum(sessionFormats, 'choice').default('inPerson'),
  earlierDates: list(
    z.strictObject({
      startsOn: date,
      endsOn: date,
      reason: plainLine(500).default(''),
      supersededOn: date.optional(),
    }),
  ),
  commentsReceived: z.boolean('yesNo').default(false),
})

const Officer = z.strictObject({
  capacity: z.enum(bureauCapacities, 'choice'),
  title: line,
  honorific: line,
  name,
  state: line,
  organization: line,
  from: date.optional(),
  until: date.optional(),
  email: line,
  /** "his" or "her", if a report needs the word. */
  possessive: z.enum(['his', 'her'], 'choice').optional(),
})

const Powers = z.strictObject({
  from: name,
  to: name,
  date,
  until: date.optional(),
  scope: plainLine(500).default(''),
})

const AgendaLine = z.strictObject({
  item,
  title: name,
  kind: z.enum(agendaItemKinds, 'choice').optional(),
  /** Whether all its meetings are known. */
  allMeetingsKnown: z.boolean('yesNo').optional(),
})

const Meeting = z.strictObject({
  number,
  date,
  startsAt: hour.optional(),
  endsAt: hour.optional(),
  presiding: line,
  items: list(
    z.union([
      item.transform((label) => ({ item: label, confirmed: true })),
      z.strictObject({
        item,
        confirmed: z.boolean('yesNo').default(true),
        from: hour.optional(),
        until: hour.optional(),
      }),
    ]),
  ),
  suspensions: list(
    z.strictObject({ from: hour, until: hour.optional(), reason: plainLine(500).default('') }),
  ),
})

const Decision = z
  .strictObject({
    what: z.enum(enteredSteps, 'choice'),
    by: z.enum(decidedBys, 'choice'),
    how: z.enum(decidedHows, 'choice'),
    date,
    meeting: number.optional(),
    officer: line,
    remotely: z.boolean('yesNo').default(false),
    circulatedOn: date.optional(),
    startsOn: date.optional(),
    endsOn: date.optional(),
    format: z.enum(sessionFormats, 'choice').optional(),
    formatWords: line,
    reason: plainLine(500).default(''),
    document: line,
  })
  .refine(
    ({ what, by, how, reason }) =>
      what !== 'ruled' || (by === 'chair' && how === 'ruling' && reason !== ''),
    'ruledByChair',
  )

const Panellist = z.strictObject({
  item,
  honorific: line,
  name,
  state: line,
  organization: line,
})

const Statement = z.strictObject({
  speaker: name,
  kind: z.enum(statementKinds, 'choice').default('state'),
  person: line,
  item: item.optional(),
  meeting: number.optional(),
  onBehalfOf: line,
  members: list(name),
  language: line,
  text: z.string().max(200_000, 'tooLong').default(''),
})

const Attendance = z.strictObject({
  provisional: z.boolean('yesNo').default(false),
  byKind: list(
    z.strictObject({
      kind: z.enum(entityKinds, 'choice'),
      /** Null: some, not counted. */
      count: count.nullable().default(null),
      provisional: z.boolean('yesNo').optional(),
    }),
  ),
  participants: list(
    z.strictObject({
      name,
      kind: z.enum(entityKinds, 'choice').optional(),
      /** The numbers of the meetings that it attended; none: the session, without saying which. */
      meetings: list(number),
    }),
  ),
})

const Document = z.strictObject({
  symbol: name,
  title: name,
  kind: z.enum(documentKinds, 'choice').default('paper'),
  date,
  item: item.optional(),
  originalLanguage: z.string().default('en'),
  languages: z.array(z.string()).default(['en']),
})

const Silence = z.strictObject({
  subject: z.enum(['dates', 'agenda', 'format', 'organizationOfWork', 'text'], 'choice'),
  title: line,
  by: z.enum(['extendedBureau', 'group'], 'choice').default('extendedBureau'),
  openedOn: date.optional(),
  deadline: date.optional(),
  result: z.enum(['approved', 'broken'], 'choice').default('approved'),
  approvedOn: date.optional(),
  startsOn: date.optional(),
  endsOn: date.optional(),
  format: z.enum(sessionFormats, 'choice').optional(),
  formatWords: line,
})

/** A session with all facts for a report. */
export const SessionFile = z.strictObject({
  format: z.literal('stocktake-session').optional(),
  version: z.literal(1).optional(),
  group: Group.optional(),
  session: Session,
  decisions: list(Decision),
  officers: list(Officer),
  powers: list(Powers),
  agenda: list(AgendaLine),
  meetings: list(Meeting),
  /** Items of which the day is known, but not the meeting. */
  considered: list(z.strictObject({ item, date, confirmed: z.boolean('yesNo').default(true) })),
  panellists: list(Panellist),
  statements: list(Statement),
  attendance: Attendance.optional(),
  documents: list(Document),
  silenceProcedures: list(Silence),
})
type TypedFile = z.output<typeof SessionFile>

/** A file that was read: its decisions with those that passed in silence, which may approve a text. */
export type SessionFile = Omit<TypedFile, 'decisions'> & { decisions: FileDecision[] }
type FileDecision = Omit<TypedFile['decisions'][number], 'what'> & { what: SessionStep }

/** A session file as it is typed on its page: checked, or checked and written. */
export const TypedSessionFile = z.object({
  text: z.string().min(1, 'required').max(MAX_SESSION_FILE, 'tooLong'),
  step: z.enum(['check', 'write']).default('check'),
})
