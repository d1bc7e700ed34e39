import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/delegations/actor'
import {
  canBreakSilence,
  canDeclareResult,
  canEnterBreak,
  canExtendSilence,
  canResumeSilence,
  canWithdrawBreak,
  hasBroken,
  type SilenceState,
} from '@/lib/silence/policy'
import { earliestResumption, isFinal, isOpened, standingAt } from '@/lib/silence/result'
import { type Happening, SilenceModel } from '@/tests/support/silence-model'

const SESSION = 'the session'
const START = Date.parse('2020-04-12T10:00:00Z')
const at = (minute: number) => new Date(START + minute * 60_000)
const conductor: Actor = {
  ...visitor,
  personId: 'secretariat',
  offices: [{ kind: 'secretariat', sessionId: null }],
}
const member = (index: number): Actor => ({ ...visitor, personId: `person ${index}` })

const seats = [0, 1, 2, 3].map((index) => ({
  id: `member ${index}`,
  entitled: true,
  personId: `person ${index}`,
  delegationId: null,
}))
const opened = (deadline: number, graceMinutes: number): SilenceState => ({
  sessionId: SESSION,
  discardedAt: null,
  powers: null,
  heldPowers: [],
  seats,
  hasLater: false,
  decisionId: null,
  openedAt: at(0),
  deadline: at(deadline),
  graceMinutes,
  declaredAt: null,
  extensions: [],
  breaks: [],
})

/** Applies a happening like the commands: asks the policy, then writes a row. Returns the new facts, or null if refused. */
function acts(silence: SilenceState, happening: Happening): SilenceState | null {
  const now = at(happening.at)
  if (!isOpened(silence)) throw new Error('not opened')
  if (happening.does === 'break' || happening.does === 'note') {
    const memberId = `member ${happening.who}`
    const received = happening.does === 'note' ? happening.received : happening.at
    const may =
      happening.does === 'break'
        ? canBreakSilence(member(happening.who), silence).allowed
        : canEnterBreak(conductor, silence).allowed && !hasBroken(silence, memberId)
    if (!may || received > happening.at || received < 0) return null
    const broken = { memberId, receivedAt: at(received), enteredAt: now, withdrawnAt: null }
    return { ...silence, breaks: [...silence.breaks, broken] }
  }
  if (happening.does === 'withdraw') {
    const ownBreak = silence.breaks.findLast(
      (silenceBreak) =>
        silenceBreak.memberId === `member ${happening.who}` &&
        hasBroken({ ...silence, breaks: [silenceBreak] }, silenceBreak.memberId),
    )
    if (!ownBreak || !canWithdrawBreak(member(happening.who), silence, ownBreak, now).allowed)
      return null
    const breaks = silence.breaks.map((silenceBreak) =>
      silenceBreak === ownBreak ? { ...silenceBreak, withdrawnAt: now } : silenceBreak,
    )
    return { ...silence, breaks }
  }
  if (happening.does === 'declare')
    return canDeclareResult(silence, { presides: true, now }).allowed
      ? { ...silence, declaredAt: now }
      : null
  const resumes = happening.does === 'resume'
  const until = at(happening.until)
  const may = resumes
    ? canResumeSilence(conductor, silence).allowed && until >= earliestResumption(silence, now)
    : canExtendSilence(conductor, silence, now).allowed &&
      until > (silence.extensions.at(-1)?.until ?? silence.deadline)
  return may
    ? { ...silence, extensions: [...silence.extensions, { givenAt: now, until, resumes }] }
    : null
}

const minute = fc.integer({ min: 0, max: 500 })
/** Each act takes its time under the lock of the procedure: no two have the same. */
const later = fc.integer({ min: 1, max: 500 })
const memberIndex = fc.integer({ min: 0, max: 3 })
const step = fc.oneof(
  fc.record({ after: later, does: fc.constant('break' as const), who: memberIndex }),
  fc.record({ after: later, does: fc.constant('withdraw' as const), who: memberIndex }),
  fc.record({
    after: later,
    does: fc.constant('extend' as const),
    by: fc.integer({ min: -50, max: 900 }),
  }),
  fc.record({
    after: later,
    does: fc.constant('resume' as const),
    by: fc.integer({ min: 1_000, max: 6_000 }),
  }),
  fc.record({ after: later, does: fc.constant('declare' as const) }),
  fc.record({
    after: later,
    does: fc.constant('note' as const),
    who: memberIndex,
    before: minute,
  }),
)

describe('the result of silence', () => {
  test('is that of the model after each step of 1,000 random schedules', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 4_320 }),
        fc.integer({ min: 0, max: 60 }),
        fc.array(step, { maxLength: 14 }),
        (deadline, grace, steps) => {
          const model = new SilenceModel(0, deadline, grace)
          let silence = opened(deadline, grace)
          let now = 0
          for (const { after, ...step } of steps) {
            now += after
            // Moves some times near the deadline.
            if (after % 3 === 0) now = Math.max(now, model.deadline - 1 + (after % 5))
            const happening: Happening =
              'by' in step
                ? {
                    at: now,
                    does: step.does,
                    until: (step.does === 'extend' ? model.deadline : now) + step.by,
                  }
                : step.does === 'note'
                  ? {
                      at: now,
                      does: 'note',
                      who: step.who,
                      received: Math.max(0, now - step.before),
                    }
                  : { ...step, at: now }
            const next = acts(silence, happening)
            expect({ happening, admitted: next !== null }).toEqual({
              happening,
              admitted: model.happens(happening),
            })
            silence = next ?? silence
            for (const look of [
              now,
              now + 1,
              model.deadline - 1,
              model.deadline,
              model.deadline + grace,
              now + 9_999,
            ]) {
              if (look < now) continue
              const standing = standingAt(silence, at(look))
              expect({ look, standing }).toEqual({ look, standing: model.standingAt(look) })
              seen.set(standing, (seen.get(standing) ?? 0) + 1)
            }
          }
        },
      ),
      { numRuns: 1_000 },
    )
    // The schedules reach every standing, many times.
    for (const standing of ['open', 'broken', 'waiting', 'approved'])
      expect(seen.get(standing) ?? 0).toBeGreaterThan(300)
  })

  const break_ = (receivedAt: Date, enteredAt = receivedAt) => ({
    memberId: 'member 0',
    receivedAt,
    enteredAt,
    withdrawnAt: null,
  })

  test('is broken in the last millisecond before the deadline, and not at it nor after', () => {
    const deadline = at(4_320)
    const withBreak = (offset: number) => ({
      ...opened(4_320, 30),
      breaks: [break_(new Date(deadline.getTime() + offset), new Date(deadline.getTime() + 900))],
    })
    expect(standingAt(withBreak(-1), at(4_400))).toBe('broken')
    expect(standingAt(withBreak(0), at(4_400))).toBe('approved')
    expect(standingAt(withBreak(1), at(4_400))).toBe('approved')
  })

  test('is the same for a break and an extension in one second, in either order', () => {
    const second = (millisecond: number) => new Date(at(100).getTime() + millisecond)
    for (const [broken, extended] of [
      [100, 600],
      [600, 100],
      [300, 300],
    ] as const) {
      const silence = {
        ...opened(101, 30),
        breaks: [break_(second(broken))],
        extensions: [{ givenAt: second(extended), until: at(300), resumes: false }],
      }
      expect(standingAt(silence, at(299))).toBe('broken')
    }
  })

  test('keeps late what was late where the procedure is resumed', () => {
    const first = { ...break_(at(10)), withdrawnAt: at(20) }
    const silence = {
      ...opened(100, 30),
      breaks: [first, break_(at(90), at(200))],
      extensions: [{ givenAt: at(300), until: at(3_000), resumes: true }],
    }
    expect(standingAt(silence, at(9_000))).toBe('approved')
    expect(standingAt({ ...silence, extensions: [] }, at(9_000))).toBe('broken')
  })

  test('counts a note that came in time and was entered within the grace, and not one entered later', () => {
    const note = (entered: number) => ({
      ...opened(4_320, 30),
      breaks: [break_(at(4_300), at(entered))],
    })
    expect(standingAt(note(4_349), at(9_000))).toBe('broken')
    expect(standingAt(note(4_350), at(9_000))).toBe('approved')
    expect(standingAt({ ...note(4_345), declaredAt: at(4_340) }, at(9_000))).toBe('approved')
  })

  test('stays broken by a break that was withdrawn after the last resumption', () => {
    const resumed = { givenAt: at(30), until: at(3_000), resumes: true }
    const second = { ...break_(at(40)), withdrawnAt: at(50) }
    const silence = {
      ...opened(100, 30),
      breaks: [{ ...break_(at(10)), withdrawnAt: at(20) }, second],
      extensions: [resumed],
    }
    expect(standingAt(silence, at(9_000))).toBe('broken')
    const again = { givenAt: at(50), until: at(4_000), resumes: true }
    expect(standingAt({ ...silence, extensions: [resumed, again] }, at(9_000))).toBe('approved')
  })

  test('is resumed also where a break that came late stands', () => {
    const silence = {
      ...opened(100, 30),
      breaks: [{ ...break_(at(10)), withdrawnAt: at(20) }, break_(at(110))],
    }
    expect(canResumeSilence(conductor, silence).allowed).toBe(true)
  })

  test('counts no break that arrived before the opening', () => {
    const early = { ...opened(100, 30), breaks: [break_(at(-1), at(1))] }
    expect(standingAt(early, at(50))).toBe('open')
    expect(standingAt({ ...early, breaks: [break_(at(0))] }, at(50))).toBe('broken')
  })

  test('takes a break in the instant of an extension by the later deadline', () => {
    const silence = {
      ...opened(100, 30),
      breaks: [break_(at(100))],
      extensions: [{ givenAt: at(100), until: at(300), resumes: false }],
    }
    expect(standingAt(silence, at(200))).toBe('broken')
  })

  test('is final in the instant in which the grace has passed', () => {
    const silence = opened(100, 30)
    expect([129, 130].map((minute) => isFinal(silence, at(minute)))).toEqual([false, true])
    expect([129, 130].map((minute) => standingAt(silence, at(minute)))).toEqual([
      'waiting',
      'approved',
    ])
  })

  test('of a resumed procedure leaves the time that remained at the breaks since the resumption', () => {
    const silence = {
      ...opened(10_000, 30),
      breaks: [
        { ...break_(at(1)), withdrawnAt: at(2) },
        { ...break_(at(7_000)), withdrawnAt: at(7_001) },
      ],
      extensions: [{ givenAt: at(3), until: at(10_000), resumes: true }],
    }
    if (!isOpened(silence)) throw new Error('not opened')
    expect(earliestResumption(silence, at(7_002))).toEqual(at(7_002 + 3_000))
  })
})
