import { translations } from '@/lib/messages'
import { type Showing, showings } from '@/lib/circulation/papers/shown'

/** The choice between all pieces of a paper, the unsure ones, and those that are no comment. */
export function PieceChoice({
  show,
  counts,
  address,
}: {
  show: Showing
  counts: Record<Showing, number>
  address: (show: Showing) => string
}) {
  const t = translations('papers.show')
  if (
    showings.filter((showing) => counts[showing] > 0 && counts[showing] < counts.all).length === 0
  )
    return null
  return (
    <nav aria-label={t('label')} className="no-print flex flex-wrap gap-2 text-sm">
      {showings
        .filter((showing) => counts[showing] > 0)
        .map((showing) => (
          <a
            key={showing}
            href={address(showing)}
            aria-current={showing === show ? 'true' : undefined}
            className={showing === show ? 'button' : 'button button-plain'}
          >
            {t(showing, { count: counts[showing] })}
          </a>
        ))}
    </nav>
  )
}
