import type { AgendaStepKind } from '@/lib/sessions/kinds'

/** The state of an agenda item: provisional until the agenda is adopted. */
export type AgendaItemState = 'provisional' | 'adopted' | 'open' | 'concluded'

const AFTER: Record<AgendaStepKind, AgendaItemState> = {
  adopted: 'adopted',
  opened: 'open',
  concluded: 'concluded',
  reopened: 'open',
}
const FROM: Record<AgendaStepKind, readonly AgendaItemState[]> = {
  adopted: ['provisional', 'adopted', 'open', 'concluded'],
  opened: ['adopted'],
  concluded: ['adopted', 'open'],
  reopened: ['concluded'],
}

/** Whether the step may be taken on an item that stands so. */
export const mayTake = (state: AgendaItemState, step: AgendaStepKind): boolean =>
  FROM[step].includes(state)

/** The state after the steps, in the order of their entry. A new adoption of the agenda leaves an item open or concluded. */
export const stateOf = (steps: readonly AgendaStepKind[]): AgendaItemState =>
  steps.reduce<AgendaItemState>(
    (state, step) => (step === 'adopted' && state !== 'provisional' ? state : AFTER[step]),
    'provisional',
  )
