import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionSteps, type SessionStep } from '@/lib/sessions/kinds'
import {
  after,
  inTime,
  mayFollow,
  meetingsFor,
  nextSteps,
  PLANNED,
  standingAfter,
  stepsTo,
} from '@/lib/sessions/decisions/status'

const on = (date: string, step: SessionStep, number = 1) => ({
  step,
  decidedOn: new Date(date),
  number,
})
/** The decisions on the sixth session, as in its draft report. */
const sixth = [
  on('2019-11-11', 'datesApproved', 1),
  on('2019-12-18', 'agendaApproved', 2),
  on('2020-03-12', 'postponed', 3),
  on('2020-04-15', 'datesApproved', 4),
  on('2020-06-22', 'formatApproved', 5),
  on('2020-07-27', 'opened', 6),
  on('2020-07-27', 'organizationOfWorkApproved', 7),
  on('2020-07-27', 'agendaAdopted', 8),
]
const walk = (steps: readonly SessionStep[]) => steps.reduce(after, PLANNED)

describe('the status of a session', () => {
  test('follows from the decisions of the sixth session at each of their days', () => {
    const statuses = sixth.map((_, index) => standingAfter(sixth.slice(0, index + 1)))
    expect(statuses.map(({ standing }) => standing.status)).toEqual([
      'datesApproved',
      'agendaApproved',
      'postponed',
      'agendaApproved',
      'agendaApproved',
      'open',
      'open',
      'open',
    ])
    expect(statuses.every(({ broken }) => broken === null)).toBe(true)
  })

  test('ends with the issue of the report, after which nothing is decided', () => {
    const end = (['reportAdopted', 'closed', 'reportIssued'] as const).reduce(
      after,
      standingAfter(sixth).standing,
    )
    expect(end.status).toBe('reportIssued')
    expect(nextSteps(end)).toEqual([])
  })

  test('never opens a session without an approved agenda', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sessionSteps), { maxLength: 30 }), (tried) => {
        const taken: SessionStep[] = []
        for (const step of tried) if (mayFollow(walk(taken), step)) taken.push(step)
        const opened = taken.indexOf('opened')
        if (opened >= 0) expect(taken.slice(0, opened)).toContain('agendaApproved')
        const closed = taken.indexOf('closed')
        if (closed >= 0) expect(taken.slice(0, closed)).toContain('reportAdopted')
        if (walk(taken).status === 'closed') expect(taken.at(-1)).toBe('closed')
      }),
    )
  })

  test('does not depend on the order in which decisions are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sixth, { minLength: sixth.length }), (shuffled) => {
        expect(inTime(shuffled)).toEqual(sixth)
        expect(standingAfter(shuffled)).toEqual(standingAfter(sixth))
      }),
    )
  })
})

describe('a past session', () => {
  test('may lack steps that nobody wrote down', () => {
    const { standing, broken } = standingAfter([on('2018-04-03', 'opened')])
    expect(broken).toBeNull()
    expect(standing.status).toBe('open')
    expect(stepsTo(PLANNED, 'opened')).toEqual(['datesApproved', 'agendaApproved'])
  })

  test('is not resumed after it was closed, nor postponed after it opened', () => {
    const end = [...sixth, on('2020-07-29', 'reportAdopted', 9), on('2020-07-29', 'closed', 10)]
    const late = on('2020-07-30', 'resumed', 11)
    expect(standingAfter([...end, late]).broken).toEqual(late)
    const postponed = on('2020-07-28', 'postponed', 9)
    expect(standingAfter([...sixth, postponed]).broken).toEqual(postponed)
  })

  test('gets by the shortest way to a step only steps that may be taken', () => {
    for (const step of sessionSteps) {
      const way = stepsTo(PLANNED, step)!
      way.forEach((nextStep, index) =>
        expect(mayFollow(walk(way.slice(0, index)), nextStep)).toBe(true),
      )
      expect(mayFollow(walk(way), step)).toBe(true)
    }
  })
})

test('a step is offered at the meetings at which it would not be refused', () => {
  const meetings = ['2020-07-27', '2020-07-28', '2020-07-29'].map((date) => ({
    date: new Date(date),
  }))
  const offered = (...decisions: ReturnType<typeof on>[]) =>
    meetingsFor(meetings, decisions, 'reportAdopted').map(({ date }) =>
      date.toISOString().slice(0, 10),
    )
  const before = [on('2019-11-11', 'datesApproved', 1), on('2019-12-18', 'agendaApproved', 2)]
  expect(offered()).toEqual([])
  expect(offered(...before)).toEqual([])
  const opened = [...before, on('2020-07-28', 'opened', 3)]
  expect(offered(...opened)).toEqual(['2020-07-28', '2020-07-29'])
  expect(offered(...opened, on('2020-07-29', 'suspended', 4))).toEqual(['2020-07-28'])
  // The Secretariat entered the adoption before: the page asks at which meeting.
  expect(offered(...opened, on('2020-07-29', 'reportAdopted', 4))).toHaveLength(3)
})
