import type { Strength } from '@/lib/consolidation/strength'
import { translations } from '@/lib/translations'

/** How much an item asks: five strokes, the figure and verbs of that step; says so where no verb is known. */
export function StrengthWord({ strength }: { strength: Strength | null }) {
  const t = translations('consolidation.strength')
  return (
    <span className="inline-flex items-baseline gap-1.5 text-sm text-quiet">
      <span aria-hidden className="tracking-tighter">
        {'▮'.repeat(strength ?? 0)}
        {'▯'.repeat(5 - (strength ?? 0))}
      </span>
      {strength ? t('of', { strength, verbs: t(`verbs.${strength}`) }) : t('none')}
    </span>
  )
}
