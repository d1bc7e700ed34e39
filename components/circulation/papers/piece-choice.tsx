import { translations } from '@/lib/messages'
import { type Showing, showings } from '@/lib/circulation/papers/shown'

/** The choice between all pieces of a paper, those that a person has to look at, and what is no comment. */
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
  if (showings.filter((one) => counts[one] > 0 && counts[one] < counts.all).length === 0)
    return null
  return (
    <nav aria-label={t('label')} className="no-print flex flex-wrap gap-2 text-sm">
      {showings
        .filter((one) => counts[one] > 0)
        .map((one) => (
          <a
            key={one}
            href={address(one)}
            aria-current={one === show ? 'true' : undefined}
            className={one === show ? 'button' : 'button button-plain'}
          >
            {t(one, { count: counts[one] })}
          </a>
        ))}
    </nav>
  )
}
