import { StateWord } from '@/components/state-word'
import type { StandingKind } from '@/lib/consolidation/kinds'
import { translations } from '@/lib/translations'

const shapes = {
  pending: 'none',
  underDiscussion: 'open',
  bracketed: 'waiting',
  agreedAdReferendum: 'waiting',
  agreed: 'done',
  noConsensus: 'ended',
} as const satisfies Record<StandingKind, string>

/** Where an item stands in the plenary; once the list is adopted, so is every item. */
export function StandingWord({ standing, adopted }: { standing: StandingKind; adopted: boolean }) {
  const t = translations('consolidation.standings')
  return adopted ? (
    <StateWord shape="done">{t('adopted')}</StateWord>
  ) : (
    <StateWord shape={shapes[standing]}>{t(standing)}</StateWord>
  )
}
