import { type Gap, partly, unknown } from '@/lib/report/placeholder'
import { byMonth, listDays } from './days'
import { meetingNumbers } from './lists'
import { say, type Words, words } from './pieces'

/** One time of an act: of a meeting without a number only the day is known. */
export type Sitting = { meeting: number | null; date: string; confirmed: boolean }

type Sittings = { at: readonly Sitting[]; allKnown: boolean; gaps: { meetings: Gap; dates: Gap } }

/**
 * "1st and 2nd meetings, on 27 and 28 July 2020": after "At its". Likely facts stand in brackets, "1st and [2nd...]
 * meetings, on 27 [and 28...] July 2020"; unknown ones are "[...]".
 */
export function sittings({ at, allKnown, gaps }: Sittings): Words {
  const several = !allKnown || at.length > 1
  return say`${numbersOf(at, allKnown, gaps.meetings)} ${several ? 'meetings' : 'meeting'}, on ${datesOf(at, allKnown, gaps.dates)}`
}

function numbersOf(at: readonly Sitting[], allKnown: boolean, of: Gap): Words {
  const numbers = (confirmed: boolean) =>
    at.flatMap((sitting) =>
      sitting.confirmed === confirmed && sitting.meeting !== null ? [sitting.meeting] : [],
    )
  const confirmedNumbers = numbers(true)
  const likely = numbers(false).filter((n) => !confirmedNumbers.includes(n))
  const isPartial = !allKnown || at.some(({ meeting }) => meeting === null)
  const bracketed = `${meetingNumbers(likely)}${isPartial ? '...' : ''}`
  if (confirmedNumbers.length === 0) return likely.length > 0 ? partly(of, bracketed) : unknown(of)
  if (likely.length > 0)
    return say`${meetingNumbers(confirmedNumbers)} and ${partly(of, bracketed)}`
  return isPartial
    ? say`${meetingNumbers(confirmedNumbers)} ${partly(of, 'and...')}`
    : words(meetingNumbers(confirmedNumbers))
}

/** The days: those that are likely stand in brackets before the month that they share with the last known day. */
function datesOf(at: readonly Sitting[], allKnown: boolean, of: Gap): Words {
  const confirmedDays = at.filter(({ confirmed }) => confirmed).map(({ date }) => date)
  const likely = at.filter(({ date }) => !confirmedDays.includes(date)).map(({ date }) => date)
  const dots = allKnown ? '' : '...'
  if (confirmedDays.length === 0)
    return likely.length > 0 ? likelyDays(likely, dots, of) : unknown(of)
  if (likely.length === 0 && allKnown) return words(listDays(confirmedDays))
  const last = byMonth(confirmedDays).at(-1)!
  const further = byMonth(likely)
  const sameMonth = further.every(({ month, year }) => month === last.month && year === last.year)
  const whole = listDays(confirmedDays)
  if (!sameMonth) return say`${whole} ${partly(of, `and ${listDays(likely)}${dots}`)}`
  const tail = ` ${last.month} ${last.year}`
  const days = further.flatMap((month) => month.days)
  const inside = days.length > 0 ? `and ${daysOf(days)}${dots}` : 'and...'
  return say`${whole.slice(0, -tail.length)} ${partly(of, inside)}${tail}`
}

function likelyDays(likely: readonly string[], dots: string, of: Gap): Words {
  const [first, ...others] = byMonth(likely)
  if (!first || others.length > 0) return partly(of, `${listDays(likely)}${dots}`)
  return say`${partly(of, `${daysOf(first.days)}${dots}`)} ${first.month} ${first.year}`
}

const daysOf = (days: readonly number[]): string =>
  days.length < 2 ? String(days[0]) : `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`
