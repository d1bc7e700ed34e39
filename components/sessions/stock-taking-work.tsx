import type { CirculationLine } from '@/lib/circulation/queries'
import type { Progress } from '@/lib/consolidation/status/progress'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { closedWork, openWork, type Work } from './session-work'

/** The work of a stock-taking: comments on the circulated lists, and the consolidated list. */
export function stockTakingWork(
  slug: string,
  circulations: readonly CirculationLine[],
  progress: Progress | null,
): Work[] {
  const t = translations('overview')
  const shown = circulations.filter(({ phase }) => phase !== 'prepared')
  return [
    ...shown.map((circulation) => circulationWork(slug, circulation, shown.length > 1)),
    ...(shown.length > 0
      ? []
      : [{ title: t('work.circulation'), shape: 'none', state: t('work.notCirculated') } as const]),
    { title: t('work.list'), ...listWork(slug, progress) },
  ]
}

function circulationWork(slug: string, circulation: CirculationLine, isNamed: boolean): Work {
  const t = translations('overview')
  const { id, phase, openUntil, isAsked, looked, items } = circulation
  const isOpen = phase === 'open'
  const { children, ...state } = isOpen ? openWork(openUntil) : closedWork(openUntil)
  const [href, label] =
    isOpen && isAsked
      ? [paths.circulationComments(slug, id), t('work.looked', { looked, items })]
      : [paths.compilation(slug, id), t('work.readComments')]
  return {
    title: isNamed ? circulation.title : t('work.circulation'),
    ...state,
    children: (
      <>
        {children}
        <a href={href} className="way mt-1 block text-sm">
          {label}
        </a>
      </>
    ),
  }
}

function listWork(slug: string, progress: Progress | null): Omit<Work, 'title'> {
  const t = translations('overview')
  if (!progress) return { shape: 'none', state: t('work.notBegun') }
  const { items, agreed, adReferendum, adoptedAt } = progress
  return {
    shape: adoptedAt ? 'done' : 'open',
    state: t(adoptedAt ? 'work.adopted' : 'work.underWay'),
    children: (
      <a href={paths.consolidation(slug)} className="way mt-1 block text-sm">
        {t('work.agreed', { agreed, adReferendum, items })}
      </a>
    ),
  }
}
