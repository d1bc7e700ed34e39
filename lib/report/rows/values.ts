import type { WorkplanFacts } from '@/lib/report/facts'

/** "2020-07-27" of a date without time. */
export const day = (date: Date): string => date.toISOString().slice(0, 10)

/** The name of a group in running text: the words of its short name before "on" or "to". */
export const calledShort = (shortName: string): string =>
  shortName.split(/ (?:on|to|for) /)[0] ?? shortName

type WorkplanRow = Omit<WorkplanFacts, 'symbol'> & { documentSymbol: string }

/** The workplan that covers a year, or null. */
export function workplanOf(plans: readonly WorkplanRow[], year: number): WorkplanFacts | null {
  const plan = plans.find(({ fromYear, untilYear }) => fromYear <= year && year <= untilYear)
  return plan ? { ...plan, symbol: plan.documentSymbol } : null
}
