import { canAdoptReceiving, canAdoptUnanswered } from '@/lib/consolidation/policy'
import type { AdoptionView } from './adoption-queries'

/** An obstacle to the adoption of the whole list; the command refuses each. */
export type AdoptionObstacle = 'nothing' | 'open' | 'receiving' | 'unanswered' | 'unsettled'

/** The obstacles to the adoption as the check page names them, in this order; empty when the list can be adopted. */
export function obstaclesOf({
  items,
  coverage,
  answers,
  hindering,
}: Pick<AdoptionView, 'items' | 'coverage' | 'answers' | 'hindering'>): AdoptionObstacle[] {
  const obstacles: Record<AdoptionObstacle, boolean> = {
    nothing: items === 0,
    open: coverage.open.length > 0,
    receiving: !canAdoptReceiving(answers.receiving).allowed,
    unanswered: !canAdoptUnanswered(answers).allowed,
    unsettled: hindering.length > 0,
  }
  return (Object.keys(obstacles) as AdoptionObstacle[]).filter((kind) => obstacles[kind])
}
