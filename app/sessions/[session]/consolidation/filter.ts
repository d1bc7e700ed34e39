import { outcomeKinds } from '@/lib/consolidation/kinds'
import type { DeskFilter } from '@/lib/consolidation/views'

/** The filter of the desk, from the parameters of an address. */
export function readFilter(search: Record<string, string>): DeskFilter {
  const outcome = [...outcomeKinds, 'none' as const].find((kind) => kind === search.outcome) ?? ''
  const { session = '', topic = '', state = '', words = '' } = search
  return { session, topic, state, outcome, words: words.slice(0, 200) }
}
