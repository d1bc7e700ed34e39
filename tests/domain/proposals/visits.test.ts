import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Visit, visitWith } from '@/lib/proposals/visits/visit'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 9, 9) + minutes * 60_000)
const looks = (...all: [minutes: number, revision: number][]): Visit =>
  all.reduce<Visit | null>(
    (visit, [minutes, revision]) => visitWith(visit, { at: at(minutes), revision }),
    null,
  )!

describe('a visit', () => {
  test('of whoever looks first has nothing new', () => {
    expect(looks([0, 3])).toMatchObject({ sinceAt: at(0), sinceRevision: 3 })
  })

  test('keeps what is new marked for as long as it lasts', () => {
    expect(looks([0, 1], [600, 2], [610, 2], [625, 2])).toEqual({
      visitedAt: at(625),
      revisionNumber: 2,
      sinceAt: at(0),
      sinceRevision: 1,
    })
  })

  test('begins anew after half an hour, and with a revision that came meanwhile', () => {
    expect(looks([0, 1], [31, 1])).toMatchObject({ sinceAt: at(0), sinceRevision: 1 })
    expect(looks([0, 1], [31, 1], [90, 1])).toMatchObject({ sinceAt: at(31) })
    expect(looks([0, 1], [5, 2])).toMatchObject({ sinceAt: at(0), sinceRevision: 1 })
  })

  test('never says that something later than the visit was seen before it', () => {
    const look = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(fc.array(look, { minLength: 1 }), (all) => {
        const visit = looks(...all)
        expect(visit.sinceAt <= visit.visitedAt).toBe(true)
        expect(visit.sinceRevision).toBeLessThanOrEqual(visit.revisionNumber)
        expect(visit.revisionNumber).toBe(Math.max(...all.map(([, revision]) => revision)))
      }),
    )
  })
})
