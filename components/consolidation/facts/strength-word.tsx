import type { Strength } from '@/lib/consolidation/strength/strength'
import { translations } from '@/lib/messages'
import { StrengthMark } from './facts'

/** The strength of an item: five strokes, the figure and verbs of that step; says so if no verb is known. */
export const StrengthWord = ({ strength }: { strength: Strength | null }) => (
  <StrengthMark strength={strength}>{strengthText(strength)}</StrengthMark>
)

export function strengthText(strength: Strength | null): string {
  const t = translations('consolidation.strength')
  return strength ? t('of', { strength, verbs: t(`verbs.${strength}`) }) : t('none')
}
