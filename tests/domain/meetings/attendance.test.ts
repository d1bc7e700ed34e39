import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityKinds } from '@/lib/delegations/kinds'
import {
  changesBetween,
  countByKind,
  isFinal,
  type Mark,
  readMark,
  SESSION_COLUMN,
  writeMark,
} from '@/lib/meetings/attendance/marks'
import { takesSignIns } from '@/lib/meetings/attendance/policy'
import { SaveMarks } from '@/lib/meetings/attendance/schema'

const ids = [1, 2, 3, 4, 5].map((n) => `00000000-0000-7000-8000-00000000000${n}`)
const marks: fc.Arbitrary<Mark[]> = fc.uniqueArray(
  fc.record({
    column: fc.constantFrom(SESSION_COLUMN, ...ids),
    entityId: fc.constantFrom(...ids),
  }),
  { selector: writeMark },
)
/** The stored rows after the changes were written. */
const after = (stored: readonly Mark[], { added, removed }: ReturnType<typeof changesBetween>) => {
  const gone = new Set(removed.map(writeMark))
  return new Set(
    [...stored.map(writeMark), ...added.map(writeMark)].filter((mark) => !gone.has(mark)),
  )
}

describe('marks of attendance', () => {
  test('are read as they were written, and nothing else is read', () => {
    fc.assert(
      fc.property(marks, (all) => {
        for (const mark of all) expect(readMark(writeMark(mark))).toEqual(mark)
      }),
    )
    for (const wrong of ['', 'session', `session:${ids[0]} `, `x:${ids[0]}`, `${ids[0]}:x`])
      expect(readMark(wrong)).toBeNull()
  })

  test('become what was ticked, where nobody else wrote meanwhile', () => {
    fc.assert(
      fc.property(marks, marks, (drawn, ticked) => {
        expect(after(drawn, changesBetween(drawn, ticked))).toEqual(new Set(ticked.map(writeMark)))
      }),
    )
  })

  test('keep what came meanwhile and was not on the page', () => {
    fc.assert(
      fc.property(marks, marks, marks, (drawn, ticked, meanwhile) => {
        const seen = new Set(drawn.map(writeMark))
        const stored = after([...drawn, ...meanwhile], changesBetween(drawn, ticked))
        for (const mark of meanwhile.map(writeMark))
          if (!seen.has(mark)) expect(stored.has(mark)).toBe(true)
      }),
    )
  })

  test('of two people who fill two columns at one time are all kept', () => {
    fc.assert(
      fc.property(marks, marks, (oneColumn, otherColumn) => {
        const first = after([], changesBetween([], oneColumn))
        const stored = oneColumn.filter((mark) => first.has(writeMark(mark)))
        const both = after(stored, changesBetween([], otherColumn))
        expect(both).toEqual(new Set([...oneColumn, ...otherColumn].map(writeMark)))
      }),
    )
  })

  test('come from a form as one or many, and a wrong one is refused', () => {
    const mark = `session:${ids[1]}`
    const sessionId = '019a0000-0000-7000-8000-000000000001'
    expect(SaveMarks.parse({ sessionId, drawn: mark, marks: mark })).toMatchObject({
      drawn: [{ column: SESSION_COLUMN, entityId: ids[1] }],
      marks: [{ column: SESSION_COLUMN, entityId: ids[1] }],
    })
    expect(SaveMarks.parse({ sessionId })).toMatchObject({ drawn: [], marks: [] })
    expect(SaveMarks.safeParse({ sessionId, marks: ['everybody'] }).success).toBe(false)
  })
})

describe('counts', () => {
  test('name each entity once, in the order of the kinds', () => {
    const entity = fc.record({
      entityId: fc.constantFrom(...ids),
      kind: fc.constantFrom(...entityKinds),
    })
    fc.assert(
      fc.property(fc.array(entity), (entities) => {
        const counts = countByKind(entities)
        const order = counts.map(({ kind }) => entityKinds.indexOf(kind))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        for (const { kind, count } of counts) {
          const of = entities.filter((attendee) => attendee.kind === kind)
          expect(count).toBe(new Set(of.map(({ entityId }) => entityId)).size)
        }
      }),
    )
  })

  test('are final once the attendance is closed, or where each was entered so', () => {
    expect(isFinal({ closedAt: null, counts: [] })).toBe(false)
    expect(isFinal({ closedAt: new Date(0), counts: [] })).toBe(true)
    expect(isFinal({ closedAt: null, counts: [{ provisional: false }] })).toBe(true)
    expect(
      isFinal({ closedAt: null, counts: [{ provisional: false }, { provisional: true }] }),
    ).toBe(false)
    expect(isFinal({ closedAt: new Date(0), counts: [{ provisional: true }] })).toBe(true)
  })
})

describe('delegations sign in', () => {
  const date = new Date('2020-07-27')
  const meeting = {
    date,
    startsAt: new Date('2020-07-27T10:00:00Z'),
    endsAt: new Date('2020-07-27T13:00:00Z'),
  }
  test.each([
    ['2020-07-27T08:59:59.999Z', false],
    ['2020-07-27T09:00:00Z', true],
    ['2020-07-27T13:00:00Z', true],
    ['2020-07-27T13:00:00.001Z', false],
  ])('at %s: %s', (at, takes) => {
    expect(takesSignIns(meeting, new Date(at))).toBe(takes)
  })

  test('on the day at the seat, where no hours are known', () => {
    const unknown = { date, startsAt: null, endsAt: null }
    // Vienna is two hours ahead of UTC in July.
    expect(takesSignIns(unknown, new Date('2020-07-26T22:00:00Z'))).toBe(true)
    expect(takesSignIns(unknown, new Date('2020-07-26T21:59:59Z'))).toBe(false)
    expect(takesSignIns(unknown, new Date('2020-07-27T22:00:00Z'))).toBe(false)
  })
})
