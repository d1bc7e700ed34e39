import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { countByKind } from '@/lib/meetings/attendance/marks'
import type { DecisionFacts, DocumentFacts, ReportFacts } from '@/lib/report/facts'
import { accountsOf } from '@/lib/sessions/bureau/accounts'
import { approvedTitle } from '@/lib/sessions/decisions/status'
import { bureauAt, openingOf, officerColumns } from './officers'
import { dissociated, statementsOf } from './speakers'
import { day } from './values'

type Happenings = Pick<
  ReportFacts,
  'decisions' | 'opening' | 'agenda' | 'meetings' | 'statements' | 'attendance' | 'documents'
>

const inSession = {
  decisions: {
    where: { annulledAt: null },
    orderBy: { number: 'asc' },
    include: {
      meeting: true,
      member: { select: officerColumns },
      silence: { select: { title: true, notedMeeting: { select: { number: true, date: true } } } },
    },
  },
  startsOn: true,
  group: {
    select: {
      bureau: {
        where: { capacity: { in: ['chair', 'viceChair'] } },
        orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
      },
    },
  },
  powers: {
    orderBy: { givenAt: 'asc' },
    include: { fromMember: { select: officerColumns }, toMember: { select: officerColumns } },
  },
  agenda: {
    orderBy: [{ number: 'asc' }, { letter: 'asc' }],
    include: {
      meetings: { include: { meeting: { select: { number: true } } } },
      panellists: { orderBy: { position: 'asc' } },
    },
  },
  meetings: { orderBy: { number: 'asc' }, select: { number: true, date: true } },
  speakersLists: { select: { closedAt: true } },
  statements: {
    where: { spokenAt: { not: null }, withdrawnAt: null },
    include: { entity: true, onBehalfOf: { select: { name: true } }, attribution: dissociated },
  },
  attendanceCounts: { orderBy: { position: 'asc' } },
  attendance: { select: { entityId: true, entity: { select: { kind: true } } } },
  attendanceClosings: { where: { reopenedAt: null }, select: { id: true } },
  // What is registered only is known to the Secretariat alone; the report itself has its symbol before its issue.
  documents: {
    where: { withdrawnAt: null, OR: [{ issuedAt: { not: null } }, { reportId: { not: null } }] },
    orderBy: [{ series: 'asc' }, { number: 'asc' }, { suffix: 'asc' }],
    include: {
      followedBy: {
        where: { withdrawnAt: null, issuedAt: { not: null } },
        select: { suffix: true },
      },
    },
  },
} satisfies Prisma.SessionSelect

/** The events at a session and before it. */
export async function loadHappenings(
  sessionId: string,
  tx: Pick<Tx, 'session' | 'person'>,
): Promise<Happenings> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: inSession,
  })
  const bureau = bureauAt(session.group.bureau, { id: sessionId, startsOn: session.startsOn })
  const accounts = await accountsOf(tx, bureau)
  return {
    decisions: session.decisions.map(decisionOf),
    opening: openingOf({
      ...session,
      bureau: bureau.map((member) => ({
        ...member,
        personId: member.personId ?? accounts.get(member.id)?.id ?? null,
      })),
    }),
    agenda: session.agenda.map(({ meetings, ...item }) => ({
      ...item,
      considered: meetings.map(({ meeting, date, confirmed }) => ({
        meeting: meeting?.number ?? null,
        date: day(date),
        confirmed,
      })),
    })),
    meetings: session.meetings.map(({ number, date }) => ({ number, date: day(date) })),
    statements: statementsOf(session),
    attendance: attendanceOf(session),
    documents: session.documents.filter(isNewest),
  }
}

const FORMATS = { inPerson: 'in-person', hybrid: 'hybrid', online: 'online' } as const

type DecisionRow = Omit<
  DecisionFacts,
  'on' | 'meeting' | 'circulatedOn' | 'startsOn' | 'endsOn' | 'subject' | 'noted'
> & {
  decidedOn: Date
  meeting: { number: number; date: Date } | null
  circulatedOn: Date | null
  startsOn: Date | null
  endsOn: Date | null
  format: keyof typeof FORMATS | null
  silence: { title: string; notedMeeting: { number: number; date: Date } | null } | null
}

const decisionOf = (row: DecisionRow): DecisionFacts => ({
  ...row,
  on: day(row.decidedOn),
  meeting: meetingOf(row.meeting),
  subject: row.step === 'textApproved' ? approvedTitle(row) : '',
  noted: meetingOf(row.silence?.notedMeeting ?? null),
  circulatedOn: row.circulatedOn && day(row.circulatedOn),
  startsOn: row.startsOn && day(row.startsOn),
  endsOn: row.endsOn && day(row.endsOn),
  formatWords: row.formatWords || (row.format ? FORMATS[row.format] : ''),
})

const meetingOf = (meeting: { number: number; date: Date } | null) =>
  meeting && { number: meeting.number, date: day(meeting.date) }

type Attended = {
  attendanceCounts: ReportFacts['attendance']
  attendance: { entityId: string; entity: { kind: ReportFacts['attendance'][number]['kind'] } }[]
  attendanceClosings: unknown[]
}

/** The Secretariat's own counts, else those who were noted, by kinds: provisional until the attendance is closed. */
function attendanceOf({ attendanceCounts, attendance, attendanceClosings }: Attended) {
  const isOpen = attendanceClosings.length === 0
  if (attendanceCounts.length > 0)
    return attendanceCounts.map((row) => ({ ...row, provisional: row.provisional && isOpen }))
  const entities = attendance.map(({ entityId, entity }) => ({ entityId, kind: entity.kind }))
  return countByKind(entities).map((row) => ({ ...row, provisional: isOpen }))
}

/** The last revision stands for a revised document. */
const isNewest = ({
  followedBy,
}: DocumentFacts & { followedBy: readonly { suffix: string }[] }): boolean =>
  !followedBy.some(({ suffix }) => /(?:^|\/)(?:Rev\.\d+|-\*)$/.test(suffix))
