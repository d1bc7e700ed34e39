import type { Strength } from '@/lib/consolidation/strength/strength'
import { html, type Markup } from '@/lib/html/safe-html'
import { translations } from '@/lib/messages'

/** How much an item asks: five strokes, the figure and verbs of that step; says so where no verb is known. */
export const StrengthWord = ({ strength }: { strength: Strength | null }) => (
  <span className={LOOK} dangerouslySetInnerHTML={{ __html: inner(strength).text }} />
)

/** The same in letters, for markup. */
export const strengthWord = (strength: Strength | null): Markup =>
  html`<span class="${LOOK}">${inner(strength)}</span>`

const LOOK = 'strength-word'

function inner(strength: Strength | null): Markup {
  const t = translations('consolidation.strength')
  const words = strength ? t('of', { strength, verbs: t(`verbs.${strength}`) }) : t('none')
  return html`<i aria-hidden="true">${'▮'.repeat(strength ?? 0)}${'▯'.repeat(5 - (strength ?? 0))}</i>${words}`
}
