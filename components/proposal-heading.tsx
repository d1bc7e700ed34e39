import type { ReactNode } from 'react'
import { StateWord } from '@/components/state-word'
import { paths } from '@/lib/paths'
import type { ProposalView } from '@/lib/proposals/queries'
import { translations } from '@/lib/translations'

/** Which proposal this is, how it stands and what this reader may do; quiet, as its text comes next. */
export function ProposalHeading({
  proposal,
  slug,
  actions,
}: {
  proposal: ProposalView
  slug: string
  actions?: ReactNode
}) {
  const t = translations('proposals')
  const { number, last, agenda, withdrawnAt, currentNumber } = proposal
  const listed = proposal.listedUnder.length > 0
  return (
    <header className="mb-8">
      <nav
        aria-label={t('one.neighbours')}
        className="no-print mb-4 flex flex-wrap gap-x-5 text-sm"
      >
        <a href={paths.proposals(slug)} className="me-auto py-1">
          {t('list.title')}
        </a>
        {number > 1 && (
          <a href={paths.proposal(slug, number - 1)} rel="prev" className="py-1">
            ← {t('one.title', { number: number - 1 })}
          </a>
        )}
        {number < last && (
          <a href={paths.proposal(slug, number + 1)} rel="next" className="py-1">
            {t('one.title', { number: number + 1 })} →
          </a>
        )}
      </nav>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <p className="kicker">
            {t(`kinds.${proposal.kind}`)}
            {agenda && ` · ${t('one.agenda', { item: agenda.item, title: agenda.title })}`}
          </p>
          <h1 className="text-lg font-semibold">{t('one.title', { number })}</h1>
          <p className="flex flex-wrap gap-x-4 text-sm">
            {withdrawnAt ? (
              <StateWord shape="ended">{t('states.withdrawn')}</StateWord>
            ) : (
              <StateWord shape={listed ? 'done' : 'open'}>
                {t(listed ? 'states.listed' : 'states.open')}
              </StateWord>
            )}
            {currentNumber > 1 && <span>{t('one.revision', { number: currentNumber })}</span>}
          </p>
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
