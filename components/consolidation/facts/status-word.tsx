import { type Shape, StateWord } from '@/components/ui/state-word'
import type { StandingKind } from '@/lib/consolidation/kinds'
import { translations } from '@/lib/messages'

const shapes = {
  pending: 'none',
  underDiscussion: 'open',
  bracketed: 'waiting',
  agreedAdReferendum: 'waiting',
  agreed: 'done',
  noConsensus: 'ended',
} as const satisfies Record<StandingKind, Shape>

type Status = { standing: StandingKind; adopted: boolean }

/** Where an item stands in the plenary; once the list is adopted, so is every item. */
export const StatusWord = (status: Status) => (
  <StateWord shape={statusShape(status)}>{statusText(status)}</StateWord>
)

export const statusShape = ({ standing, adopted }: Status): Shape =>
  adopted ? 'done' : shapes[standing]

export const statusText = ({ standing, adopted }: Status): string =>
  translations('consolidation.standings')(adopted ? 'adopted' : standing)
