import { randomUUID } from 'node:crypto'
import { addHours } from 'date-fns/addHours'
import { printDate, printDateRange } from '@/lib/clock'
import { headOf } from '@/lib/documents/head'
import { plain } from '@/lib/export/paper'
import { paperToDocx } from '@/lib/export/word'
import { translations } from '@/lib/messages'
import { placeAndDates } from '@/lib/sessions/session-view'
import type { Tx } from '@/lib/db/client'
import { castDelegations } from '@/lib/demonstration/cast'
import { sha256, sha256OfBytes } from '@/lib/record/record'
import type { SessionFormat } from '@/lib/sessions/kinds'
import type { SilenceSubject } from '@/lib/silence/kinds'
import { makeRoll } from '@/lib/silence/roll'
import { APPROVED, BUREAU } from './approved'
import type { CastInDatabase } from '@/lib/demonstration/scenes/people'
import type { PastAct } from '@/lib/demonstration/scenes/diary'
import type { SessionOfDemonstration } from '@/lib/demonstration/scenes/session'

const STEPS = {
  dates: 'datesApproved',
  agenda: 'agendaApproved',
  format: 'formatApproved',
} as const

type Stage = {
  session: SessionOfDemonstration
  cast: CastInDatabase
  diary: PastAct[]
}

/** The extended Bureau of the sixth session, its four approvals by silence, each with the decision that followed. */
export async function makeApprovals(tx: Tx, stage: Stage): Promise<void> {
  const { session, cast } = stage
  const { groupId } = await tx.session.findUniqueOrThrow({ where: { id: session.id } })
  for (const [index, { title, by, hasAccount }] of BUREAU.entries()) {
    const { head } = castDelegations[by].people
    await tx.bureauMember.create({
      data: {
        groupId,
        sessionId: session.id,
        capacity: 'regionalGroup',
        title,
        honorific: head.honorific,
        name: head.name,
        affiliation: castDelegations[by].name,
        email: head.email,
        personId: hasAccount ? cast.delegations[by].head.id : null,
        position: 10 + index,
      },
    })
  }
  for (const [index, about] of APPROVED.entries()) {
    const deadline = new Date(`${about.on}T16:00:00Z`)
    const { subject, dates, format } = about
    const id = await openOne(tx, stage, {
      number: index + 1,
      ...about,
      roll: 'extendedBureau',
      text: about.asks,
      openedAt: addHours(deadline, -96),
      deadline,
      ...(dates && { startsOn: new Date(dates[0]), endsOn: new Date(dates[1]) }),
      ...(format && { format, formatWords: 'hybrid/Chair format' }),
    })
    await writeLetters(tx, id, ['opened', `result ${deadline.toISOString()}`], deadline)
    const decision = await tx.sessionDecision.findFirst({
      where: {
        sessionId: session.id,
        how: 'silence',
        step: STEPS[subject as keyof typeof STEPS],
        decidedOn: new Date(about.on),
      },
    })
    if (decision) await tx.silence.update({ where: { id }, data: { decisionId: decision.id } })
  }
}

/** A question that all delegations of the coming session read now, with one explanation of position. */
export async function makeOpenSilence(tx: Tx, stage: Stage, now: Date): Promise<void> {
  const { cast, session } = stage
  const deadline = addHours(now, 66)
  deadline.setUTCMinutes(0, 0, 0)
  const openedAt = addHours(deadline, -76)
  const { startsOn, endsOn } = await tx.session.findUniqueOrThrow({ where: { id: session.id } })
  const id = await openOne(tx, stage, {
    number: 1,
    subject: 'organizationOfWork',
    title: 'Organization of work of the stock-taking',
    asks: 'To approve the organization of work of the stock-taking.',
    roll: 'delegations',
    text: `The list is taken heading by heading over the six meetings of ${printDateRange(startsOn, endsOn)}. A heading that is not finished at its meeting is taken up again at the fifth.`,
    annex: {
      name: 'organization-of-work.docx',
      title: 'Proposed organization of work',
      lines: [
        'First and second meetings: the headings on legislation and criminalization.',
        'Third and fourth meetings: the headings on investigations and electronic evidence.',
        'Fifth meeting: headings that were left open. Sixth meeting: adoption.',
      ],
    },
    openedAt,
    deadline,
  })
  await writeLetters(tx, id, ['opened'], openedAt)
  const { head } = cast.delegations.arvenia
  const member = await tx.silenceMember.findFirstOrThrow({
    where: { silenceId: id, capacity: castDelegations.arvenia.name },
  })
  await tx.silenceRemark.create({
    data: {
      id: randomUUID(),
      silenceId: id,
      memberId: member.id,
      kind: 'explanation',
      text: 'We join, on the understanding that the fifth meeting has the time for it.',
      receivedAt: addHours(openedAt, 5),
      enteredById: head.id,
    },
  })
}

type Question = {
  number: number
  subject: SilenceSubject
  title: string
  asks: string
  roll: 'extendedBureau' | 'delegations'
  text: string
  openedAt: Date
  deadline: Date
  startsOn?: Date
  endsOn?: Date
  format?: SessionFormat
  formatWords?: string
  /** The words of an annex, by the name of its file. */
  annex?: { name: string; title: string; lines: string[] }
}

async function openOne(tx: Tx, { session, cast, diary }: Stage, question: Question) {
  const { secretariat } = cast.officers
  const { text, openedAt, deadline, number, subject, title, asks, roll } = question
  const { startsOn = null, endsOn = null, format = null, formatWords = '' } = question
  const { groupId } = await tx.session.findUniqueOrThrow({ where: { id: session.id } })
  const { id } = await tx.silence.create({
    data: {
      sessionId: session.id,
      number,
      subject,
      title,
      asks,
      roll,
      startsOn,
      endsOn,
      format,
      formatWords,
      preparedAt: openedAt,
      preparedById: secretariat.id,
    },
  })
  const textHash = sha256(text)
  await tx.silenceText.create({
    data: { silenceId: id, language: 'en', original: true, text, textHash },
  })
  const annexed = question.annex ? [await annexOf(tx, id, question.annex)] : []
  const places = await makeRoll(tx, roll, { id: session.id, groupId }, openedAt)
  const bureau = places.filter(
    ({ bureauMemberId, capacity }) =>
      !bureauMemberId || BUREAU.some(({ title: office }) => office === capacity),
  )
  for (const [index, { addresses, ...place }] of bureau.entries())
    await tx.silenceMember.create({
      data: { ...place, silenceId: id, position: index + 1, addresses: { create: addresses } },
    })
  const hash = sha256([title, asks, `en ${textHash}`, ...annexed].join('\n'))
  await tx.silence.update({
    where: { id },
    data: { openedAt, openedById: secretariat.id, deadline, graceMinutes: 30, hash },
  })
  diary.push({
    at: openedAt,
    event: 'silence.opened',
    sessionId: session.id,
    person: secretariat,
    actingFor: 'secretariat',
    subjectId: id,
    data: { number, until: deadline.toISOString() },
    textHash: hash,
  })
  return id
}

/** Adds the annex, and returns how the hash of the procedure names it. */
async function annexOf(tx: Tx, silenceId: string, annex: NonNullable<Question['annex']>) {
  const { session } = await tx.silence.findUniqueOrThrow({
    where: { id: silenceId },
    include: { session: { include: { group: true } } },
  })
  const view = { ...session, ...session.group, startsOn: session.startsOn }
  const bytes = new Uint8Array(
    await paperToDocx({
      language: 'en',
      masthead: {
        ...headOf(view, null),
        date: printDate(session.startsOn),
        original: 'English',
        body: session.group.name,
        datesAndPlace: placeAndDates(session),
      },
      title: annex.title,
      notice: translations('lists.paper')('notice'),
      created: session.startsOn.toISOString(),
      blocks: annex.lines.map((line) => ({ kind: 'paragraph', text: [plain(line)] })),
    }),
  )
  const hash = sha256OfBytes(bytes)
  const file = { silenceId, language: 'en', form: 'docx', name: annex.name }
  await tx.silenceAnnex.create({ data: { ...file, size: bytes.length, hash, bytes } })
  return `${annex.name} ${hash}`
}

/** The letters as they were sent then: none is written again. */
async function writeLetters(tx: Tx, silenceId: string, matters: string[], at: Date) {
  const { title, members } = await tx.silence.findUniqueOrThrow({
    where: { id: silenceId },
    include: { members: { include: { addresses: true } } },
  })
  const emails = [
    ...new Set(members.flatMap(({ addresses }) => addresses.map(({ email }) => email))),
  ]
  const letters = matters.flatMap((matter) =>
    emails.map((email) => ({ id: randomUUID(), matter, email })),
  )
  await tx.mail.createMany({
    data: letters.map(({ id, email }) => ({
      id,
      recipient: email,
      subject: `Silence procedure: ${title}`,
      text: title,
      createdAt: at,
      nextAttemptAt: at,
      sentAt: at,
      attempts: 1,
    })),
  })
  await tx.silenceLetter.createMany({
    data: letters.map(({ id: mailId, matter, email }) => ({
      silenceId,
      matter,
      email,
      mailId,
      writtenAt: at,
    })),
  })
}
