import { StateWord } from '@/components/ui/state-word'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { isWithdrawn } from '@/lib/proposals/policy'
import type { ProposalView } from '@/lib/proposals/queries'

/** Which proposal this is and how it stands; quiet, as its text comes next. */
export function ProposalHeading({ proposal, slug }: { proposal: ProposalView; slug: string }) {
  const t = translations('proposals')
  const { number, agenda, currentNumber, listedUnder } = proposal
  const state = isWithdrawn(proposal) ? 'withdrawn' : listedUnder.length > 0 ? 'listed' : 'open'
  return (
    <header className="mb-8">
      <Neighbours proposal={proposal} slug={slug} />
      <p className="kicker">
        {t(`kinds.${proposal.kind}`)}
        {agenda && ` · ${t('one.agenda', { item: agenda.item, title: agenda.title })}`}
      </p>
      <h1 className="text-lg font-semibold">{t('one.title', { number })}</h1>
      <p className="flex flex-wrap gap-x-4 text-sm">
        <StateWord shape={SHAPES[state]}>{t(`states.${state}`)}</StateWord>
        {currentNumber > 1 && <span>{t('one.revision', { number: currentNumber })}</span>}
      </p>
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
  const before = number - 1
  const after = number + 1
  return (
    <nav aria-label={t('one.neighbours')} className="no-print mb-4 flex flex-wrap gap-x-5 text-sm">
      <a href={paths.proposals(slug)} className="way me-auto">
        {t('list.title')}
      </a>
      {number > 1 && (
        <a href={paths.proposal(slug, before)} rel="prev" className="way">
          {`← ${t('one.title', { number: before })}`}
        </a>
      )}
      {number < last && (
        <a href={paths.proposal(slug, after)} rel="next" className="way">
          {`${t('one.title', { number: after })} →`}
        </a>
      )}
    </nav>
  )
}
