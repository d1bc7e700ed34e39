import { type Shape, StateWord } from '@/components/ui/state-word'
import type { StatusKind } from '@/lib/consolidation/kinds'
import { translations } from '@/lib/messages'

const shapes = {
  pending: 'none',
  underDiscussion: 'open',
  bracketed: 'waiting',
  agreedAdReferendum: 'waiting',
  agreed: 'done',
  noConsensus: 'ended',
} as const satisfies Record<StatusKind, Shape>

type Status = { status: StatusKind; adopted: boolean }

/** The status of an item in the plenary; once the list is adopted, every item is adopted. */
export const StatusWord = (status: Status) => (
  <StateWord shape={statusShape(status)}>{statusText(status)}</StateWord>
)

export const statusShape = ({ status, adopted }: Status): Shape =>
  adopted ? 'done' : shapes[status]

export const statusText = ({ status, adopted }: Status): string =>
  translations('consolidation.statuses')(adopted ? 'adopted' : status)
