import type { ReactNode } from 'react'
import { NotYet } from '@/components/ui/check-page'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { AdoptionObstacle } from '@/lib/plenary/adoption-obstacles'
import type { AdoptionView } from '@/lib/plenary/adoption-queries'
import { AdoptionHindrances } from './hindrances'

/** The obstacles to the adoption, each with the page that removes it. */
export function AdoptionObstacles({
  obstacles,
  adoption: { answers, coverage, hindering, withdrawn },
  slug,
}: {
  obstacles: readonly AdoptionObstacle[]
  adoption: AdoptionView
  slug: string
}) {
  const t = translations('adopting')
  const tc = translations('consolidation')
  const sentences: Record<AdoptionObstacle, () => ReactNode> = {
    nothing: () => translations('refusals')('listEmpty'),
    open: () => (
      <>
        {tc('adoptionWaits', { open: coverage.open.length })}{' '}
        <a href={`${paths.consolidation(slug)}?outcome=none`}>{tc('showOpen')}</a>
      </>
    ),
    receiving: () =>
      answers.receiving && (
        <>
          {t('stillReceiving', {
            title: answers.receiving.title,
            until: printSeatTime(answers.receiving.until),
          })}{' '}
          <a href={paths.circulations(slug)}>{t('showCirculation')}</a>
        </>
      ),
    unanswered: () => (
      <>
        {t('commentsWait', { open: answers.owed })} <a href="#comments">{t('showComments')}</a>
      </>
    ),
    unsettled: () => <AdoptionHindrances items={hindering} withdrawn={withdrawn} slug={slug} />,
  }
  return (
    <NotYet title={t('notYet')}>
      {obstacles.map((obstacle) => (
        <div key={obstacle}>{sentences[obstacle]()}</div>
      ))}
    </NotYet>
  )
}
