import { ordinalWord } from '@/lib/clock'
import type { ListToCover } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'

/** The sessions with lists that the stock-taking covers, and the number of issued lists that it leaves out. */
export function CoveredLists({
  lists,
  address,
  chooses,
}: {
  lists: readonly ListToCover[]
  address: string
  /** Whether the reader can change the choice now. */
  chooses: boolean
}) {
  const t = translations('coveredLists')
  const covered = lists.filter((list) => list.covered)
  const sessions = covered.map(({ ordinal }) => ordinalWord(ordinal)).join(', ')
  const leftOut = lists.length - covered.length
  return (
    <p className="mb-3 text-sm">
      {sessions ? t('covers', { sessions }) : t('coversNothing')}
      {leftOut > 0 && <span className="text-quiet"> · {t('leftOut', { lists: leftOut })}</span>}{' '}
      <a href={address} className="no-print ms-2">
        {t(chooses ? 'change' : 'see')}
      </a>
    </p>
  )
}
