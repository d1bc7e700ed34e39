import { randomUUID } from 'node:crypto'
import { printDate } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import type { CastDelegationKey } from '@/lib/demonstration/cast'
import { COASTAL_STATES, makeAttribution } from './proposals/group-of-states'
import type { PastAct } from './diary'
import type { CastInDatabase } from './people'
import type { SessionOfDemonstration } from './session'

const FIRST_DAY = '2021-04-06'

/** Decisions on the stock-taking until it began. */
const DECISIONS = [
  ['datesApproved', 'extendedBureau', 'silence', '2020-10-30'],
  ['agendaApproved', 'extendedBureau', 'silence', '2020-12-18'],
  ['opened', 'chair', 'meeting', FIRST_DAY],
  ['agendaAdopted', 'group', 'meeting', FIRST_DAY],
] as const

/** The requests for the floor in the opening second, in this order. */
const ASKED: readonly CastDelegationKey[] = ['belmara', 'arvenia', 'corvina', 'ghadira', 'lumeria']

/** The absentees of the first meeting, and of the second. */
const ABSENT: readonly CastDelegationKey[] = ['corvina', 'lumeria']

type Scene = { session: SessionOfDemonstration; cast: CastInDatabase; diary: PastAct[] }

/**
 * The stock-taking sits: it was opened, its agenda adopted, its second item considered at two meetings, and there is a list of
 * speakers, on which Belmara speaks for a group of States.
 */
export async function makeSitting(tx: Tx, { session, cast, diary }: Scene): Promise<void> {
  const sessionId = session.id
  const { groupId } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
  const meetings = await tx.meeting.findMany({ where: { sessionId }, orderBy: { number: 'asc' } })
  const [first, second] = meetings.map(({ id }) => id)
  const agendaItemId = session.agenda['2']!
  for (const [index, [step, decidedBy, how, on]] of DECISIONS.entries()) {
    const decision = { step, decidedBy, how, decidedOn: new Date(on) }
    const meetingId = how === 'meeting' ? first! : null
    const { id } = await tx.sessionDecision.create({
      data: { ...decision, sessionId, number: index + 1, meetingId },
    })
    const data = { number: index + 1, step, decidedBy, how, on: printDate(new Date(on)) }
    const by = { person: cast.officers.secretariat, actingFor: 'secretariat' }
    const at = new Date(`${on}T10:00:00Z`)
    diary.push({ at, sessionId, subjectId: id, event: 'session.decided', data, ...by })
  }
  const date = new Date(FIRST_DAY)
  const here = { sessionId, date, meetingId: first! }
  await tx.agendaStep.createMany({
    data: Object.values(session.agenda).map((item) => ({
      ...here,
      agendaItemId: item,
      kind: 'adopted' as const,
    })),
  })
  await tx.agendaStep.create({ data: { ...here, agendaItemId, kind: 'opened' } })
  diary.push({
    at: new Date(`${FIRST_DAY}T11:00:00Z`),
    sessionId,
    subjectId: agendaItemId,
    event: 'agenda.itemOpened',
    data: { item: '2' },
    person: cast.officers.chair,
    actingFor: 'chair',
  })
  await tx.meetingItem.createMany({
    data: [first, second].map((meetingId) => ({
      sessionId,
      agendaItemId,
      date,
      meetingId: meetingId!,
    })),
  })
  await makeAttendance(tx, [first!, second!], { session, cast, diary })
  await makeSpeakers(
    tx,
    { sessionId, groupId, agendaItemId, meetingId: first! },
    { session, cast, diary },
  )
}

/** The Secretariat ticked who sat at the first two meetings; two delegations came to one of them alone. */
async function makeAttendance(
  tx: Tx,
  meetings: readonly string[],
  { session, cast, diary }: Scene,
): Promise<void> {
  const person = cast.officers.secretariat
  const present = Object.keys(session.delegations) as CastDelegationKey[]
  const rows = meetings.flatMap((meetingId, index) =>
    present
      .filter((key) => key !== ABSENT[index])
      .map((key) => ({
        sessionId: session.id,
        meetingId,
        entityId: cast.delegations[key].entityId,
        how: 'byHand' as const,
        recordedById: person.id,
      })),
  )
  await tx.attendance.createMany({ data: rows })
  diary.push({
    at: new Date(`${FIRST_DAY}T16:30:00Z`),
    sessionId: session.id,
    subjectId: session.id,
    event: 'session.attendanceNoted',
    data: { added: rows.length, removed: 0 },
    person,
    actingFor: 'secretariat',
  })
}

async function makeSpeakers(
  tx: Tx,
  place: { sessionId: string; groupId: string; agendaItemId: string; meetingId: string },
  { session, cast, diary }: Scene,
): Promise<void> {
  const { sessionId, groupId, agendaItemId, meetingId } = place
  const entity = (key: CastDelegationKey) => cast.delegations[key].entityId
  const { id: groupOfStatesId } = await tx.groupOfStates.findUniqueOrThrow({
    where: { groupId_name: { groupId, name: COASTAL_STATES } },
  })
  const opensAt = new Date(`${FIRST_DAY}T08:00:00Z`)
  const { id: listId } = await tx.speakersList.create({
    data: {
      sessionId,
      agendaItemId,
      opensAt,
      rule: 'Groups of States first, then in the order of the requests.',
    },
  })
  for (const [index, key] of ASKED.entries()) {
    const isGroup = index === 0
    const id = randomUUID()
    const after = (seconds: number) => new Date(opensAt.getTime() + seconds * 1_000)
    const attributionId =
      isGroup &&
      (await makeAttribution(
        tx,
        { session, cast, diary },
        { by: key, at: after(index + 1), about: { kind: 'statement', item: '2', of: 'item' } },
        [],
      ))
    await tx.statement.create({
      data: {
        id,
        sessionId,
        listId,
        meetingId: index < 2 ? meetingId : null,
        agendaItemId,
        kind: isGroup ? 'group' : key === 'lumeria' ? 'observer' : 'state',
        delegationId: session.delegations[key],
        entityId: isGroup ? null : entity(key),
        groupOfStatesId: isGroup ? groupOfStatesId : null,
        speaker: isGroup ? COASTAL_STATES : cast.delegations[key].name,
        attributionId: attributionId || null,
        requestedAt: after(index + 1),
        calledAt: index < 2 ? after(600 * (index + 1)) : null,
        spokenAt: isGroup ? after(1_200) : null,
      },
    })
  }
}
