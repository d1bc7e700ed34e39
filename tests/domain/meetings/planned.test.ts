import { afterEach, beforeEach, expect, test } from 'vitest'
import { plannedMeetings } from '@/lib/meetings/sittings/plan'
import { seat, setSeat } from '@/lib/seat'

const before = seat()
beforeEach(() => setSeat({ name: 'Vienna', timeZone: 'Europe/Vienna' }))
afterEach(() => setSeat(before))

const hours = {
  morningFrom: '10:00',
  morningUntil: '13:00',
  afternoonFrom: '15:00',
  afternoonUntil: '18:00',
}
const plan = (startsOn: string, endsOn: string) =>
  plannedMeetings({ startsOn: new Date(startsOn), endsOn: new Date(endsOn) }, hours)
const daysOf = (meetings: ReturnType<typeof plan>) =>
  meetings.map(({ number, date }) => [number, date.toISOString().slice(8, 10)])

test('meetings are planned from Monday to Friday, by the clock of the seat on both sides of its change', () => {
  const meetings = plan('2027-03-26', '2027-03-29')
  expect(daysOf(meetings)).toEqual([
    [1, '26'],
    [2, '26'],
    [3, '29'],
    [4, '29'],
  ])
  expect(meetings.map(({ startsAt }) => startsAt!.getUTCHours())).toEqual([9, 14, 8, 13])
})

test('a session of a weekend alone meets on it', () => {
  expect(daysOf(plan('2027-03-27', '2027-03-28'))).toHaveLength(4)
})
