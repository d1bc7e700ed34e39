import type { ReactNode } from 'react'
import { printSeatTime } from '@/lib/clock'
import { html, type Markup } from '@/lib/html/safe-html'
import { paths } from '@/lib/paths'
import type { ProposalView } from '@/lib/proposals/queries'
import { isLocale } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { Once } from '@/components/once'

type About = { proposal: ProposalView; slug: string }

/** What is known of a proposal beside its text: what can be done, facts, co-sponsors, how it came to be. */
export function ProposalAbout({ proposal, slug, children }: About & { children: ReactNode }) {
  const known = html`${facts(proposal)}${coSponsors(proposal)}${history(proposal, slug)}`
  return (
    <aside className="grid content-start gap-8 text-sm lg:row-span-2">
      {children}
      <Once as="div" className="grid gap-8">
        {known}
      </Once>
    </aside>
  )
}

function facts(proposal: ProposalView): Markup {
  const t = translations('proposals')
  const { agenda, language, listedUnder, submittedAt, imported, revisions } = proposal
  const rows: [string, string][] = [
    [t('one.agendaItem'), agenda ? `${agenda.item}. ${agenda.title}` : '–'],
    [t('one.language'), isLocale(language) ? t(`languages.${language}`) : language],
    [t('one.submitted'), imported ? t('one.imported') : printSeatTime(submittedAt)],
    [t('one.words'), String(revisions[0]?.wordCount ?? '')],
  ]
  if (listedUnder.length > 0) rows.push([t('one.listedUnder'), listedUnder.join('; ')])
  return html`<section aria-labelledby="about">
    <h2 id="about" class="mb-2 font-semibold">${t('one.about')}</h2>
    <dl class="grid gap-2">${rows.map(
      ([name, value]) =>
        html`<div><dt class="text-xs text-quiet">${name}</dt><dd>${value}</dd></div>`,
    )}</dl>
  </section>`
}

function coSponsors(proposal: ProposalView): Markup {
  const t = translations('proposals.one')
  const rows = proposal.coSponsors.map(
    ({ name, revision, joinedAt }) => html`<li>
      ${name}
      <span class="block text-xs text-quiet">${t('joined', { number: revision, time: printSeatTime(joinedAt) })}</span>
    </li>`,
  )
  return html`<section aria-labelledby="co-sponsors">
    <h2 id="co-sponsors" class="mb-2 scroll-mt-4 font-semibold">${t('coSponsors')}</h2>
    ${
      rows.length === 0
        ? html`<p class="text-quiet">${t('noCoSponsors')}</p>`
        : html`<ul class="grid gap-1.5">${rows}</ul>`
    }
  </section>`
}

function history(proposal: ProposalView, slug: string): Markup {
  const t = translations('proposals.one')
  const whoseWords = translations('words')('link')
  const link = (href: string, words: string, margin = '') =>
    html`<a href="${href}" class="${margin}inline-block py-0.5 pointer-coarse:py-3">${words}</a>`
  const rows = proposal.revisions.map(({ number, reason, submittedAt }) => {
    const told = reason || (number === 1 ? t('asSubmitted') : '')
    const before = number - 1
    return html`<li>
      ${link(paths.receipt(slug, proposal.number, number), t('revision', { number }))}
      <span class="text-xs text-quiet">${printSeatTime(submittedAt)}</span>
      <p dir="auto" class="whitespace-pre-line break-words">${told}</p>${
        number > 1 &&
        html`${link(paths.compare(slug, proposal.number, before, number), t('compare', { number: before }))}
        ${link(paths.whoseWords(slug, proposal.number, number), whoseWords, 'ms-4 ')}`
      }
    </li>`
  })
  return html`<section aria-labelledby="history">
    <h2 id="history" class="mb-2 font-semibold">${t('history')}</h2>
    <ol class="grid gap-3">${rows}</ol>
  </section>`
}
