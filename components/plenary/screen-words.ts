import { getTranslations } from 'next-intl/server'
import { standingKinds } from '@/lib/consolidation/kinds'
import type { ScreenWords } from './room-screen'

/** The sentences of the screen, for the browser. */
export async function screenWords(): Promise<ScreenWords> {
  const [t, standings, kinds, live] = await Promise.all([
    getTranslations('plenary'),
    getTranslations('consolidation.standings'),
    getTranslations('consolidation.kinds'),
    getTranslations('live'),
  ])
  const named = [...standingKinds, 'adopted' as const].map((kind) => [kind, standings(kind)])
  return {
    nothing: t('nothingOnScreen'),
    place: t('placePattern'),
    object: t('openToObject'),
    notLive: live('notLive'),
    kinds: { conclusion: kinds('conclusion'), recommendation: kinds('recommendation') },
    standings: Object.fromEntries(named) as ScreenWords['standings'],
  }
}
