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

/** Where an item stands in the plenary; once the list is adopted, so is every item. */
export function StatusWord({ standing, adopted }: { standing: StandingKind; adopted: boolean }) {
  const t = translations('consolidation.standings')
  return (
    <StateWord shape={adopted ? 'done' : shapes[standing]}>
      {t(adopted ? 'adopted' : standing)}
    </StateWord>
  )
}
