import { translations } from '@/lib/messages'
import type { Showing } from '@/lib/circulation/papers/shown'

/** The choice between all pieces of a paper and those that a person has to look at. */
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
  return (
    <nav aria-label={t('label')} className="no-print flex flex-wrap gap-2 text-sm">
      {(['all', 'unsure'] as const).map((one) => (
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
