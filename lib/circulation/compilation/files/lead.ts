import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { CompiledCirculation } from '../views'

/** The sentences below the title of a file: until when comments come, and who reads those that are not posted yet. */
export function fileLead({
  closed,
  openUntil,
  postedFrom,
  seesAll,
}: Pick<CompiledCirculation, 'closed' | 'openUntil' | 'postedFrom' | 'seesAll'>): string {
  const t = translations('compilation.fileLead')
  const time = printSeatTime(openUntil)
  return [
    t(closed ? 'closed' : 'open', { time }),
    ...(postedFrom ? [] : [t(seesAll ? 'notPosted' : 'ownOnly')]),
  ].join(' ')
}
