import { printDate } from '@/lib/clock'
import { listed } from './lists'

/** "27 July 2020" of "2020-07-27". */
export const printDay = (day: string): string => printDate(new Date(day))

/** "27 to 29 July 2020", "30 July to 2 August 2020", or one day alone. */
export function printDays(from: string, until: string): string {
  if (from === until) return printDay(from)
  const [day, month, year] = printDay(from).split(' ')
  const [, lastMonth, lastYear] = printDay(until).split(' ')
  if (year !== lastYear) return `${printDay(from)} to ${printDay(until)}`
  return `${month === lastMonth ? day : `${day} ${month}`} to ${printDay(until)}`
}

/** "on 27 July 2020", "from 27 to 29 July 2020". */
export const heldOn = (from: string, until: string): string =>
  from === until ? `on ${printDay(from)}` : `from ${printDays(from, until)}`

/** Days as one month after the other: each with its month, and its year if the next month has another. */
type MonthOfDays = { days: number[]; month: string; year: string }

export function byMonth(days: readonly string[]): MonthOfDays[] {
  const months: MonthOfDays[] = []
  for (const day of [...new Set(days)].toSorted()) {
    const [date, month, year] = printDay(day).split(' ') as [string, string, string]
    const last = months.at(-1)
    if (last && last.month === month && last.year === year) last.days.push(Number(date))
    else months.push({ days: [Number(date)], month, year })
  }
  return months
}

/** "27 and 28 July 2020", "30 and 31 July and 3 August 2020", "31 December 2020 and 4 January 2021". */
export function listDays(days: readonly string[]): string {
  const months = byMonth(days)
  return listed(
    months.map(({ days: dates, month, year }, index) => {
      const yearFollows = months[index + 1]?.year === year
      return `${listed(dates.map(String))} ${month}${yearFollows ? '' : ` ${year}`}`
    }),
  )
}
