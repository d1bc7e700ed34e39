import { standingKinds } from '@/lib/consolidation/kinds'
import { translations } from '@/lib/messages'
import type { ScreenWords } from './room-screen'

/** The sentences of the screen, for the browser. */
export async function screenWords(): Promise<ScreenWords> {
  const t = translations('plenary')
  const standings = translations('consolidation.standings')
  const kinds = translations('consolidation.kinds')
  const live = translations('live')
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
