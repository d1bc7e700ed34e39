import { ChevronLeft, ChevronRight } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { ReactNode } from 'react'
import { StateWord } from '@/components/ui/state-word'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { isWithdrawn } from '@/lib/proposals/policy'
import type { ProposalView } from '@/lib/proposals/queries'
import { withGroup } from '@/lib/sessions/attribution/attribution'

export const parts = ['text', 'changes', 'comments', 'history'] as const
/** The part of a proposal that a page shows; comments stand beside the text. */
export type ProposalPartName = (typeof parts)[number]

type Periods = {
  slug: string
  comments: { open: boolean; openUntil: Date } | null
  submission: { open: boolean; openUntil: Date } | null
}

/** The name and the state of this proposal, in two quiet lines: its text comes next. */
export function ProposalTitle({
  proposal,
  session,
  revises,
  follow,
}: {
  proposal: ProposalView
  session: Periods
  /** Whether the reader's delegation revises it: then the limit for revisions counts. */
  revises: boolean
  /** The link to follow it. */
  follow: ReactNode
}) {
  const t = translations('proposals')
  const { number, agenda, currentNumber, listedUnder, delegationName, onBehalf, takenOver } =
    proposal
  const state = isWithdrawn(proposal) ? 'withdrawn' : listedUnder.length > 0 ? 'listed' : 'open'
  const period = revises ? 'submission' : 'comments'
  const limit = session[period]
  return (
    <header className="mb-1.5">
      <div className="flex items-center gap-x-4">
        <h1 className="text-lg font-semibold">{t('one.title', { number })}</h1>
        <div className="ms-auto flex items-center gap-x-2 [&_.follow-choices]:start-auto [&_.follow-choices]:end-0 [&_.follow-choices]:z-30 [&_summary]:min-h-9 [&_summary]:border-transparent [&_summary]:bg-transparent [&_summary]:px-2 [&_summary]:font-normal">
          {follow}
          <Neighbours proposal={proposal} slug={session.slug} />
        </div>
      </div>
      <ul className="fact-line">
        <li>
          <StateWord shape={SHAPES[state]}>{t(`states.${state}`)}</StateWord>
        </li>
        <li>{t(`kinds.${proposal.kind}`)}</li>
        <li className="text-ink">{withGroup(delegationName, onBehalf)}</li>
        {takenOver && (
          <li className="text-ink">{t('list.takenOverBy', { name: takenOver.name })}</li>
        )}
        <li>{t('one.revision', { number: currentNumber })}</li>
        {agenda && (
          <li title={agenda.title} className="max-w-full truncate sm:max-w-md">
            {t('one.item', { item: agenda.item })}
            <span className="max-sm:hidden">: {agenda.title}</span>
          </li>
        )}
        {limit?.open && !isWithdrawn(proposal) && (
          <li>
            {t(`one.until.${period}`)}{' '}
            <time dateTime={limit.openUntil.toISOString()} className="text-ink">
              {translations('time')('seat', { time: printSeatTime(limit.openUntil) })}
            </time>
          </li>
        )}
      </ul>
    </header>
  )
}

const SHAPES = { withdrawn: 'ended', listed: 'done', open: 'open' } as const

function Neighbours({
  proposal: { number, last },
  slug,
}: {
  proposal: ProposalView
  slug: string
}) {
  const t = translations('proposals')
  return (
    <nav aria-label={t('one.neighbours')} className="no-print flex items-center gap-x-1 text-sm">
      {number > 1 && (
        <a
          href={paths.proposal(slug, number - 1)}
          rel="prev"
          aria-label={t('one.title', { number: number - 1 })}
          className="neighbour"
        >
          <Icon of={ChevronLeft} size={18} className="rtl:-scale-x-100" />
        </a>
      )}
      <a href={paths.proposals(slug)} className="neighbour max-sm:hidden">
        {t('list.title')}
      </a>
      {number < last && (
        <a
          href={paths.proposal(slug, number + 1)}
          rel="next"
          aria-label={t('one.title', { number: number + 1 })}
          className="neighbour"
        >
          <Icon of={ChevronRight} size={18} className="rtl:-scale-x-100" />
        </a>
      )}
    </nav>
  )
}

/** The parts of a proposal with their counts: each has its own address. */
export function ProposalParts({
  proposal: { number, amendments, commentCount, revisions },
  slug,
  current,
}: {
  proposal: ProposalView
  slug: string
  current: ProposalPartName
}) {
  const t = translations('proposals.parts')
  const addresses: Record<ProposalPartName, string> = {
    text: paths.proposal(slug, number),
    changes: paths.amendments(slug, number),
    comments: paths.comments(slug, number),
    history: paths.proposalHistory(slug, number),
  }
  const counts = { text: 0, changes: amendments, comments: commentCount, history: revisions.length }
  return (
    <nav aria-label={t('label')} className="proposal-parts">
      {parts.map((part) => (
        <a
          key={part}
          href={addresses[part]}
          {...(part === current && { 'aria-current': 'page' as const })}
        >
          {t(part)} {counts[part] > 0 && <span>{counts[part]}</span>}
        </a>
      ))}
    </nav>
  )
}
