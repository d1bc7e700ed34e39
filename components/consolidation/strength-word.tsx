import type { Strength } from '@/lib/consolidation/strength/strength'
import { translations } from '@/lib/messages'

/** How much an item asks: five strokes, the figure and verbs of that step; says so where no verb is known. */
export function StrengthWord({ strength }: { strength: Strength | null }) {
  const t = translations('consolidation.strength')
  return (
    <span className="strength-word">
      <i aria-hidden>{'▮'.repeat(strength ?? 0) + '▯'.repeat(5 - (strength ?? 0))}</i>
      {strength ? t('of', { strength, verbs: t(`verbs.${strength}`) }) : t('none')}
    </span>
  )
}
