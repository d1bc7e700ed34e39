import type { Decision } from '@/lib/decision'

/** A row of the table of states: an act in a state, its answer, and the policy for a person who may act in another. */
export type Answered = [act: string, answer: string, decision: () => boolean | Decision]

/** “may”, “may not”, “not found”, or the key of the refusal. */
export function answerOf(decision: boolean | Decision): string {
  if (typeof decision === 'boolean') return decision ? 'may' : 'may not'
  if (decision.allowed) return 'may'
  return decision.reason === 'not-found' ? 'not found' : decision.key
}
