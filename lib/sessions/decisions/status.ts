import {
  enteredSteps,
  type EnteredStep,
  sessionStatuses,
  type SessionStatus,
  type SessionStep,
} from '@/lib/sessions/kinds'

/** The status of a session, and whether its provisional agenda was approved: a postponement does not undo that. */
export type Standing = { status: SessionStatus; agendaApproved: boolean }

export const PLANNED: Standing = { status: 'planned', agendaApproved: false }

const BEFORE: readonly SessionStatus[] = ['planned', 'datesApproved', 'agendaApproved', 'postponed']
const SITTING: readonly SessionStatus[] = ['open', 'suspended']

/** In which status each step may be taken. */
const FROM: Record<SessionStep, readonly SessionStatus[]> = {
  datesApproved: BEFORE,
  postponed: ['planned', 'datesApproved', 'agendaApproved'],
  agendaApproved: ['datesApproved', 'agendaApproved'],
  formatApproved: BEFORE,
  organizationOfWorkApproved: [...BEFORE, ...SITTING],
  textApproved: sessionStatuses,
  opened: ['agendaApproved'],
  agendaAdopted: SITTING,
  workplanAdopted: SITTING,
  suspended: ['open'],
  resumed: ['suspended'],
  reportAdopted: ['open'],
  closed: ['reportAdopted'],
  reportIssued: ['closed'],
  ruled: [...BEFORE, ...SITTING, 'reportAdopted', 'closed'],
}

/** The status to which a step leads; others leave it unchanged. */
const TO: Partial<Record<SessionStep, SessionStatus>> = {
  postponed: 'postponed',
  agendaApproved: 'agendaApproved',
  opened: 'open',
  suspended: 'suspended',
  resumed: 'open',
  reportAdopted: 'reportAdopted',
  closed: 'closed',
  reportIssued: 'reportIssued',
}

/** Whether the step may be taken now. */
export const mayFollow = ({ status }: Standing, step: SessionStep): boolean =>
  FROM[step].includes(status)

/** The standing of the session after the step. */
export function after({ status, agendaApproved }: Standing, step: SessionStep): Standing {
  const approved = agendaApproved || step === 'agendaApproved'
  if (step === 'datesApproved')
    return { status: approved ? 'agendaApproved' : 'datesApproved', agendaApproved: approved }
  return { status: TO[step] ?? status, agendaApproved: approved }
}

/** The steps that may be entered now, in the order of the procedure. */
export const nextSteps = (standing: Standing): EnteredStep[] =>
  enteredSteps.filter((step) => mayFollow(standing, step))

type Dated = { step: SessionStep; decidedOn: Date; number: number }

/** Decisions in the order in which they were taken; of one day, in the order of their entry. */
export const inTime = <Decision extends Dated>(decisions: readonly Decision[]): Decision[] =>
  decisions.toSorted((a, b) => a.decidedOn.getTime() - b.decidedOn.getTime() || a.number - b.number)

/**
 * The steps that lead from a standing to one in which `step` may be taken, by the shortest way; null if there is none.
 * A past session may be entered without its unrecorded steps.
 */
export function stepsTo(from: Standing, step: SessionStep): SessionStep[] | null {
  const statuses = new Set([from.status])
  let ways: { standing: Standing; steps: SessionStep[] }[] = [{ standing: from, steps: [] }]
  while (ways.length > 0) {
    const way = ways.find(({ standing }) => mayFollow(standing, step))
    if (way) return way.steps
    ways = ways.flatMap(({ standing, steps }) =>
      nextSteps(standing).flatMap((next) => {
        const standingThen = after(standing, next)
        if (statuses.has(standingThen.status)) return []
        statuses.add(standingThen.status)
        return [{ standing: standingThen, steps: [...steps, next] }]
      }),
    )
  }
  return null
}

/**
 * The standing after the decisions, with unrecorded steps between them; `broken` is the first decision that could not
 * be taken even so.
 */
export function standingAfter<Decision extends Dated>(
  decisions: readonly Decision[],
): { standing: Standing; broken: Decision | null } {
  let standing = PLANNED
  for (const decision of inTime(decisions)) {
    const between = stepsTo(standing, decision.step)
    if (!between) return { standing, broken: decision }
    standing = [...between, decision.step].reduce(after, standing)
  }
  return { standing, broken: null }
}

/** The standing of the session on a day, by the decisions that were taken until then. */
export const standingOn = (decisions: readonly Dated[], day: Date): Standing =>
  standingAfter(decisions.filter(({ decidedOn }) => decidedOn <= day)).standing

/** The meetings at which the step may be taken by the decisions that are entered, and those of an entered one. */
export const meetingsFor = <Meeting extends { date: Date }>(
  meetings: readonly Meeting[],
  decisions: readonly Dated[],
  step: SessionStep,
): Meeting[] =>
  decisions.some((decision) => decision.step === step)
    ? [...meetings]
    : meetings.filter(({ date }) => mayFollow(standingOn(decisions, date), step))

/** The title of an approved text: that of its silence procedure, else the one that a session file told. */
export const approvedTitle = (decision: {
  reason: string
  silence: { title: string } | null
}): string => decision.silence?.title ?? decision.reason
