import type { DecidedBy, DecidedHow, SessionStep } from '@/lib/sessions/kinds'

/** A decision as the room has it before it. */
export type DecisionOnScreen = {
  id: string
  number: number
  step: SessionStep
  decidedBy: DecidedBy
  how: DecidedHow
  /** The words of a ruling, or the reason; empty if the step says all. */
  words: string
  /** "29 November 2026" */
  date: string
  meeting: number | null
}
