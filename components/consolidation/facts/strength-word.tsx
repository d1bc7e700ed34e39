import type { Strength } from '@/lib/consolidation/strength/strength'
import { translations } from '@/lib/messages'
import { StrengthMark } from './facts'

/** How much an item asks: five strokes, the figure and verbs of that step; says so where no verb is known. */
export const StrengthWord = ({ strength }: { strength: Strength | null }) => (
  <StrengthMark strength={strength}>{strengthText(strength)}</StrengthMark>
)

export function strengthText(strength: Strength | null): string {
  const t = translations('consolidation.strength')
  return strength ? t('of', { strength, verbs: t(`verbs.${strength}`) }) : t('none')
}
