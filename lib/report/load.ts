import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { symbolToCome } from '@/lib/documents/symbols/symbol'
import { letter } from '@/lib/export/paper'
import { readDocument } from '@/lib/text/document/stored'
import { asLocale } from '@/lib/text/locales'
import type { Filling } from './adopted/fillings'
import type { FreeParagraph, ReportFacts } from './facts'
import type { OmissionRow } from './omissions/view'
import { loadHappenings } from './rows/happenings'
import { calledShort, day, workplanOf } from './rows/values'
import { chooseVersion, versionsOf } from './writing/versions'

/** The stored parts of a report besides the facts. */
type ReportRow = {
  id: string
  version: number
  listInReport: boolean
  releasedAt: Date | null
  adoptedAt: Date | null
  textHash: string | null
  content: unknown
  rulings: RulingRow[]
  completions: string[]
  /** The paragraphs that are left out now. */
  omissions: OmissionRow[]
  fillings: Filling[]
  /** Whether everybody reads the adopted report. */
  isIssued: boolean
  corrigenda: CorrigendumRow[]
  parts: PartRow[]
}
type RulingRow = {
  key: string
  kind: 'adopted' | 'adoptedAsAmended' | 'leftPending'
  text: string
  amended: unknown
}

export type PartRow = {
  section: string
  /** As `readIssuedParagraphs` reads them. */
  paragraphs: unknown
  document: { symbol: string }
}
export type CorrigendumRow = {
  key: string
  text: string
  reason: string
  number: number | null
  releasedAt: Date | null
  document: { symbol: string } | null
}

export type LoadedReport = {
  facts: ReportFacts
  row: ReportRow | null
  /** The symbol of the report, else of its draft, else the gap. */
  symbol: string
}

type Reader = Pick<Tx, 'session' | 'person' | 'report' | 'preliminaryList'>

/** The facts of a session and its report's own rows. Unchecked: the caller must have authorized the actor. */
export async function loadReport(sessionId: string, tx: Reader = db): Promise<LoadedReport> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    include: groupOfSession,
  })
  const happenings = await loadHappenings(sessionId, tx)
  const report = await tx.report.findUnique({ where: { sessionId }, include: ownRows })
  const { group } = session
  const startsOn = day(session.startsOn)
  const { documents, ...happened } = happenings
  const symbol =
    documents.findLast(({ kind, symbol: of }) => kind === 'report' && !/\/Corr\.\d+$/.test(of))
      ?.symbol ??
    documents.find(({ kind }) => kind === 'draftReport')?.symbol ??
    symbolToCome(group.symbolRoot, session.startsOn.getUTCFullYear())
  const facts: ReportFacts = {
    group: {
      name: group.name,
      calledShort: calledShort(group.shortName),
      describedAs: group.describedAs,
      symbolRoot: group.symbolRoot,
      parentBody: group.parentBody,
      eventWord: group.eventWord,
    },
    session: {
      kind: session.kind,
      ordinal: session.ordinal,
      place: session.place,
      startsOn,
      endsOn: day(session.endsOn),
    },
    mandates: group.mandateList.filter(({ dated }) => dated <= startsOn),
    earlier: earlierOf(group.earlierMeetings, group.sessions, session.ordinal),
    workplan: workplanOf(group.workplans, session.startsOn.getUTCFullYear()),
    ...happened,
    documents,
    commentsReceived: session.commentsReceived,
    list: report?.listInReport ? await listOf(sessionId, tx) : null,
    free: (report?.paragraphs ?? []).map(freeParagraph),
  }
  const row = report && {
    ...report,
    isIssued: report.documents.length > 0,
    completions: report.completions.map(({ key }) => key),
    fillings: report.completions.flatMap(({ filling }) => filling ?? []),
  }
  return { facts, row, symbol }
}

const groupOfSession = {
  group: {
    include: {
      mandateList: { orderBy: { position: 'asc' } },
      earlierMeetings: { orderBy: { ordinal: 'asc' } },
      workplans: true,
      sessions: { select: { ordinal: true, place: true, startsOn: true, endsOn: true } },
    },
  },
} satisfies Prisma.SessionInclude

const ownRows = {
  rulings: { where: { supersededAt: null } },
  completions: { include: { filling: true } },
  omissions: {
    where: { putBackAt: null },
    select: { key: true, reason: true, leftOutAt: true, leftOutBy: { select: { name: true } } },
  },
  parts: { select: { section: true, paragraphs: true, document: { select: { symbol: true } } } },
  corrigenda: {
    where: { releasedAt: { not: null } },
    orderBy: { number: 'asc' },
    include: { document: { select: { symbol: true } } },
  },
  documents: {
    where: { kind: 'report', issuedAt: { not: null }, withdrawnAt: null },
    select: { id: true },
  },
  paragraphs: {
    where: { removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      revisions: {
        orderBy: [{ language: 'asc' }, { number: 'desc' }],
        distinct: ['language'],
        select: { id: true, language: true, body: true, translatesId: true },
      },
    },
  },
} satisfies Prisma.ReportInclude

type FreeRow = {
  id: string
  section: string
  originalLanguage: string
  revisions: readonly { id: string; language: string; body: unknown; translatesId: string | null }[]
}

function freeParagraph({ id, section, originalLanguage, revisions }: FreeRow): FreeParagraph {
  const original = asLocale(originalLanguage)
  const wordings = revisions.map(({ language, body, ...wording }) => ({
    ...wording,
    language: asLocale(language),
    body: readDocument(body),
  }))
  return { id, section, ...chooseVersion(original, versionsOf(original, wordings)) }
}

type Dated = { ordinal: number; place: string; startsOn: Date; endsOn: Date }

/** Earlier sessions for the introduction; those known from this installation alone have no account. */
function earlierOf(
  accounts: readonly (Dated & { account: string })[],
  sessions: readonly Dated[],
  ordinal: number,
): ReportFacts['earlier'] {
  const ordinals = new Set(accounts.map((account) => account.ordinal))
  return [
    ...accounts,
    ...sessions
      .filter((session) => !ordinals.has(session.ordinal))
      .map((session) => ({ ...session, account: '' })),
  ]
    .filter((meeting) => meeting.ordinal < ordinal)
    .map((meeting) => ({
      ...meeting,
      startsOn: day(meeting.startsOn),
      endsOn: day(meeting.endsOn),
    }))
}

/** The headings and items of the issued list; only the list itself prints the names of their States. */
async function listOf(sessionId: string, tx: Reader): Promise<ReportFacts['list']> {
  const list = await tx.preliminaryList.findFirst({
    where: { sessionId, issuedAt: { not: null } },
    select: {
      headings: {
        orderBy: inPlace,
        select: {
          title: true,
          items: { orderBy: inPlace, select: { letter: true, body: true, language: true } },
        },
      },
    },
  })
  return (
    list && {
      headings: list.headings.map(({ title, items }) => ({
        title,
        items: items.map(({ body, language, ...item }, place) => ({
          letter: item.letter ?? letter(place + 1),
          text: readDocument(body),
          language,
        })),
      })),
    }
  )
}

const inPlace = [{ position: 'asc' as const }, { id: 'asc' as const }]
