import 'server-only'
import { cache } from 'react'
import { clockTime, db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { handedPowers } from '@/lib/delegations/powers/commands'
import { presides } from '@/lib/delegations/powers/powers'
import { assertFound, orNotFound } from '@/lib/errors'
import { ATTEMPTS } from '@/lib/mail/kinds'
import { silenceSubjects, type SilenceSubject } from './kinds'
import { actingNow } from './letters'
import { loadSilenceStamp } from './live'
import { type ReadSilence, readSilence, readSilences, readStanding } from './load'
import { canConductSilence, canPrepareSilence, canPutSubject, canReadSilence } from './policy'
import { makeRoll, type Place } from './roll'
import { isInTime, isOpened, lastDeadline, type Standing, standingAt } from './result'

/** A procedure as the list of a session names it. */
export type SilenceSummary = {
  id: string
  number: number
  subject: SilenceSubject
  title: string
  standing: Standing
  discarded: boolean
  deadline: Date | null
}

/** Whether the opening letter reached an address: the mail was sent, failed for good, or waits. */
type Reached = 'sent' | 'failed' | 'waiting'

export type RollRow = {
  id: string
  capacity: string
  holder: string
  entitled: boolean
  /** Only those who conduct the procedure see addresses; for others they are ''. */
  letters: { email: string; reached: Reached; sentAt: Date | null }[]
}

export type BreakView = ReadSilence['breaks'][number] & { capacity: string; inTime: boolean }

/** A procedure with all that its page shows, at one instant of the database's clock. */
export type SilenceView = {
  silence: ReadSilence
  now: Date
  standing: Standing
  /** The last deadline that was given; null before the opening. */
  deadline: Date | null
  former: number | null
  texts: { language: string; original: boolean; text: string; textHash: string }[]
  annexes: { id: string; name: string; language: string; size: number; hash: string }[]
  roll: RollRow[]
  /** The roll as it would be frozen now, for those who may open the procedure; null after that and for others. */
  planned: Place[] | null
  breaks: BreakView[]
  remarks: { id: string; capacity: string; kind: string; text: string; receivedAt: Date }[]
  decision: number | null
  notedMeeting: number | null
  openedBy: string
  /** The meetings at which the group may have taken note of it. */
  meetings: { id: string; number: number }[]
  /** Whether the actor presides over the session now. */
  presides: boolean
  /** The version, which every event of it raises. */
  version: number
  /** The minimum length of silence, by the group's setting. */
  hours: number
}

/** Whether the actor puts questions under silence in a session now. */
export async function conductsSilence(actor: Actor, session: { id: string }): Promise<boolean> {
  const powers = await handedPowers(db, session.id)
  return canConductSilence(actor, { sessionId: session.id, powers })
}

/** The subjects that may still be put under silence in a session. */
export async function listSubjectsToPut(session: { id: string }): Promise<SilenceSubject[]> {
  const standing = await readStanding(db, session.id)
  return silenceSubjects.filter((subject) => canPutSubject(subject, standing).allowed)
}

/** The procedures of a session that the actor may read, the latest first. */
export async function listSilences(
  actor: Actor,
  session: { id: string },
): Promise<SilenceSummary[]> {
  const now = await clockTime(db)
  const silences = await readSilences(db, { sessionId: session.id }, now)
  return silences
    .toReversed()
    .filter((silence) => canReadSilence(actor, silence))
    .map((silence) => ({
      id: silence.id,
      number: silence.number,
      subject: silence.subject,
      title: silence.title,
      standing: standingAt(silence, now),
      discarded: silence.discardedAt !== null,
      deadline: isOpened(silence) ? lastDeadline(silence) : null,
    }))
}

/** One procedure by its number; a procedure that the actor may not read is not found. Cached per request. */
export const getSilence = cache(
  async (actor: Actor, session: { id: string }, number: number): Promise<SilenceView> => {
    const sessionId = session.id
    const where = { sessionId_number: { sessionId, number } }
    const { id } = orNotFound(await db.silence.findUnique({ where, select: { id: true } }))
    const now = await clockTime(db)
    const silence = await readSilence(db, id, now)
    assertFound(canReadSilence(actor, silence))
    const [around, letters, version, acting] = await Promise.all([
      aroundOf(id),
      lettersOf(id),
      loadSilenceStamp(id),
      actingNow(db, silence.seats),
    ])
    const addressesOf = (place: (typeof around.members)[number]) => {
      const newcomers = acting.filter(
        ({ seatId, email }) => seatId === place.id && letters.has(email),
      )
      return new Set([...place.addresses, ...newcomers].map(({ email }) => email))
    }
    const conducts = canConductSilence(actor, silence)
    const planned = canPrepareSilence(actor, silence).allowed
      ? await makeRoll(db, silence.roll, { id: sessionId, groupId: silence.session.groupId }, now)
      : null
    const capacityOf = (memberId: string) =>
      silence.members.find((member) => member.id === memberId)?.capacity ?? ''
    // Before its opening the revised text is known to those who conduct it alone.
    const later = conducts || silence.later?.openedAt ? silence.later : null
    return {
      silence: { ...silence, later },
      now,
      standing: standingAt(silence, now),
      deadline: isOpened(silence) ? lastDeadline(silence) : null,
      former: around.former?.number ?? null,
      texts: around.texts,
      annexes: around.annexes,
      roll: around.members.map(({ addresses, ...member }) => ({
        ...member,
        letters: [...addressesOf({ addresses, ...member })].map((email) => ({
          ...(letters.get(email) ?? WAITING),
          email: conducts ? email : '',
        })),
      })),
      planned,
      breaks: silence.breaks.map((silenceBreak) => ({
        ...silenceBreak,
        capacity: capacityOf(silenceBreak.memberId),
        inTime: isOpened(silence) && isInTime(silence, silenceBreak),
      })),
      remarks: around.remarks.map(({ memberId, ...remark }) => ({
        ...remark,
        capacity: capacityOf(memberId),
      })),
      decision: silence.decisionId ? (around.decision?.number ?? null) : null,
      notedMeeting: around.notedMeeting?.number ?? null,
      openedBy: around.openedBy?.name ?? '',
      meetings: around.session.meetings,
      presides: presides(actor, sessionId, silence.powers),
      version: Number(version),
      hours: around.session.group.silenceHours,
    }
  },
)

const aroundOf = (id: string) =>
  db.silence.findUniqueOrThrow({
    where: { id },
    select: {
      former: { select: { number: true } },
      session: {
        select: {
          meetings: { select: { id: true, number: true }, orderBy: { number: 'asc' } },
          group: { select: { silenceHours: true } },
        },
      },
      openedBy: { select: { name: true } },
      decision: { select: { number: true } },
      notedMeeting: { select: { number: true } },
      texts: {
        select: { language: true, original: true, text: true, textHash: true },
        orderBy: [{ original: 'desc' }, { language: 'asc' }],
      },
      annexes: {
        select: { id: true, name: true, language: true, size: true, hash: true },
        orderBy: { name: 'asc' },
      },
      members: {
        select: {
          id: true,
          capacity: true,
          holder: true,
          entitled: true,
          addresses: { select: { email: true }, orderBy: { email: 'asc' } },
        },
        orderBy: { position: 'asc' },
      },
      remarks: {
        select: { id: true, memberId: true, kind: true, text: true, receivedAt: true },
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      },
    },
  })

const WAITING: { reached: Reached; sentAt: Date | null } = { reached: 'waiting', sentAt: null }

/** The fate of the opening letter at each address. */
async function lettersOf(silenceId: string) {
  const letters = await db.silenceLetter.findMany({
    where: { silenceId, matter: 'opened' },
    select: { email: true, mail: { select: { sentAt: true, attempts: true } } },
  })
  return new Map(
    letters.map(({ email, mail: { sentAt, attempts } }) => {
      const reached: Reached = sentAt ? 'sent' : attempts >= ATTEMPTS ? 'failed' : 'waiting'
      return [email, { reached, sentAt }]
    }),
  )
}

/** An annex, or the scan of a break, of a procedure that the actor may read. */
export async function getSilenceFile(
  actor: Actor,
  session: { id: string },
  number: number,
  fileId: string,
): Promise<{ form: string; name: string; hash: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { silence } = await getSilence(actor, session, number)
  const annex = await db.silenceAnnex.findFirst({ where: { id: fileId, silenceId: silence.id } })
  if (annex) return annex
  const broken = orNotFound(
    await db.silenceBreak.findFirst({ where: { id: fileId, silenceId: silence.id } }),
  )
  return {
    form: orNotFound(broken.scanForm),
    name: orNotFound(broken.scanName),
    hash: orNotFound(broken.scanHash),
    bytes: orNotFound(broken.scan),
  }
}
