import { html, type Markup } from '@/lib/html/safe-html'
import { paths } from '@/lib/paths'
import type { ProposalView } from '@/lib/proposals/queries'
import { translations } from '@/lib/messages'
import { Once } from '@/components/once'
import { stateWord } from '@/components/ui/state-word'

/** Which proposal this is and how it stands; quiet, as its text comes next. */
export function ProposalHeading({ proposal, slug }: { proposal: ProposalView; slug: string }) {
  const t = translations('proposals')
  const { number, agenda, withdrawnAt, currentNumber, listedUnder } = proposal
  const state = withdrawnAt ? 'withdrawn' : listedUnder.length > 0 ? 'listed' : 'open'
  const heading = html`${neighbours(proposal, slug)}
    <p class="kicker">${t(`kinds.${proposal.kind}`)}${
      agenda && ` · ${t('one.agenda', { item: agenda.item, title: agenda.title })}`
    }</p>
    <h1 class="text-lg font-semibold">${t('one.title', { number })}</h1>
    <p class="flex flex-wrap gap-x-4 text-sm">
      ${stateWord(SHAPES[state], t(`states.${state}`))}
      ${currentNumber > 1 && html`<span>${t('one.revision', { number: currentNumber })}</span>`}
    </p>`
  return (
    <Once as="header" className="mb-8">
      {heading}
    </Once>
  )
}

const SHAPES = { withdrawn: 'ended', listed: 'done', open: 'open' } as const

function neighbours({ number, last }: ProposalView, slug: string): Markup {
  const t = translations('proposals')
  const before = number - 1
  const after = number + 1
  return html`<nav aria-label="${t('one.neighbours')}" class="no-print mb-4 flex flex-wrap gap-x-5 text-sm">
    <a href="${paths.proposals(slug)}" class="me-auto way">${t('list.title')}</a>
    ${
      number > 1 &&
      html`<a href="${paths.proposal(slug, before)}" rel="prev" class="way">← ${t('one.title', { number: before })}</a>`
    }
    ${
      number < last &&
      html`<a href="${paths.proposal(slug, after)}" rel="next" class="way">${t('one.title', { number: after })} →</a>`
    }
  </nav>`
}
