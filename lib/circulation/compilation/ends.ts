import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { CompiledComment } from './views'

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
