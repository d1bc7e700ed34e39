import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { CompiledComment } from './views'

/** A time by the clock of the seat, which it names: a compilation is read far from it. */
export const timeAtSeat = (time: Date): string =>
  translations('time')('seat', { time: printSeatTime(time) })

/** "Retracted by the Secretariat on …": who ended a comment, and when; empty for one that was neither retracted nor withdrawn. */
export function endSentences({
  name,
  retractedAt,
  retractedBy,
  withdrawnAt,
}: Pick<CompiledComment, 'name' | 'retractedAt' | 'retractedBy' | 'withdrawnAt'>): string[] {
  const t = translations('compilation')
  const by = retractedBy === 'delegation' ? name : t('secretariat')
  return [
    ...(retractedAt ? [t('retracted', { name: by, time: printSeatTime(retractedAt) })] : []),
    ...(withdrawnAt ? [t('withdrawn', { name, time: printSeatTime(withdrawnAt) })] : []),
  ]
}
