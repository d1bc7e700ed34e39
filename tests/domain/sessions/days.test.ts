import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seat, setSeat } from '@/lib/seat'
import { sits } from '@/lib/silence/roll'

const before = seat()
beforeEach(() => setSeat({ name: 'Vienna', timeZone: 'Europe/Vienna' }))
afterEach(() => setSeat(before))

test('a place in the Bureau begins and ends at midnight of the seat', () => {
  const member = { id: 'm', sessionId: null, endedAt: null, succeedsId: null, personId: null }
  const [fromOn, untilOn] = [new Date('2027-07-27'), new Date('2027-07-28')]
  const sitsAt = (time: string) => sits({ ...member, fromOn, untilOn }, new Date(time))
  expect(sitsAt('2027-07-26T21:59:00Z')).toBe(false)
  expect(sitsAt('2027-07-26T22:01:00Z')).toBe(true)
  expect(sitsAt('2027-07-28T21:59:00Z')).toBe(true)
  expect(sitsAt('2027-07-28T22:01:00Z')).toBe(false)
})

test('a place in the Bureau without days lasts until it is ended', () => {
  const member = { id: 'm', sessionId: null, succeedsId: null, personId: null }
  const sitsAs = (endedAt: Date | null) =>
    sits({ ...member, fromOn: null, untilOn: null, endedAt }, new Date('2027-07-27T12:00:00Z'))
  expect(sitsAs(null)).toBe(true)
  expect(sitsAs(new Date('2027-07-26T12:00:00Z'))).toBe(false)
})

test('no instant is printed or stored by the day of Greenwich: its day is that of the seat', () => {
  const files = ['app', 'components', 'lib'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file}`)
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => !/^lib\/(db\/generated|demonstration)\//.test(file)),
  )
  const wrong = files.filter((file) => {
    const code = readFileSync(file, 'utf8')
    return (
      /\bprintDate\([\w.?!]*At\)/.test(code) ||
      /(At|\bnow|Time\(tx\)\))\.toISOString\(\)\.slice\(0, 10\)/.test(code) ||
      /\w+On: ([\w.]+ \?\? )?(\w*At|now)\b(?! &&)/.test(code)
    )
  })
  expect(wrong).toEqual([])
})
