import { type Shape, stateWord, StateWord } from '@/components/ui/state-word'
import type { StandingKind } from '@/lib/consolidation/kinds'
import type { Markup } from '@/lib/html/safe-html'
import { translations } from '@/lib/messages'

const shapes = {
  pending: 'none',
  underDiscussion: 'open',
  bracketed: 'waiting',
  agreedAdReferendum: 'waiting',
  agreed: 'done',
  noConsensus: 'ended',
} as const satisfies Record<StandingKind, Shape>

type Standing = { standing: StandingKind; adopted: boolean }

/** Where an item stands in the plenary; once the list is adopted, so is every item. */
export function StandingWord(standing: Standing) {
  const [shape, word] = inWords(standing)
  return <StateWord shape={shape}>{word}</StateWord>
}

/** The same in letters, for markup. */
export const standingWord = (standing: Standing): Markup => stateWord(...inWords(standing))

function inWords({ standing, adopted }: Standing): [Shape, string] {
  const t = translations('consolidation.standings')
  return adopted ? ['done', t('adopted')] : [shapes[standing], t(standing)]
}
