import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOptional, withoutOmitted } from '@/lib/report/omissions/rule'
import { composeReport, numbered } from '@/lib/report/outline'
import { sixthSessionFacts } from '@/tests/support/report/facts'

const sections = composeReport(sixthSessionFacts)
const keys = sections.flatMap(({ paragraphs }) => paragraphs.map(({ key }) => key))
const optional = keys.filter((key) => isOptional({ key }))
const without = (left: readonly string[]) => numbered(withoutOmitted(sections, left))
const headings = (left: readonly string[]) =>
  without(left).map(({ label, heading }) => `${label} ${heading}`)

test('a report can do without earlier sessions, panellists, statements and lists, and not without the rest', () => {
  expect(optional.length).toBeGreaterThan(6)
  for (const key of ['opening', 'agenda', 'attendance', 'adoption', 'summary'])
    expect(optional).not.toContain(key)
  expect(keys.filter((key) => key.startsWith('mandate:')).some((key) => isOptional({ key }))).toBe(
    false,
  )
  expect(isOptional({ key: 'free:1' })).toBe(false)
})

test('whatever is left out, numbers are consecutive and every other paragraph keeps its text and order', () => {
  fc.assert(
    fc.property(fc.subarray(keys), (left) => {
      const paragraphs = without(left).flatMap((section) => section.paragraphs)
      expect(paragraphs.map(({ number }) => number)).toEqual(
        paragraphs.map((_, index) => index + 1),
      )
      const gone = left.filter((key) => optional.includes(key))
      expect(paragraphs.map(({ key }) => key)).toEqual(keys.filter((key) => !gone.includes(key)))
    }),
  )
})

test('a section whose only paragraph is left out goes with it, and the letters follow', () => {
  const all = headings([])
  expect(all).toContain('C. Statements')
  expect(all).toContain('D. Attendance')
  const left = headings(['statements'])
  expect(left).toHaveLength(all.length - 1)
  expect(left).toContain('C. Attendance')
  expect(headings(['participants'])).toEqual(all)
})
