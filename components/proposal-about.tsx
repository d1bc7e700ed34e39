import type { ReactNode } from 'react'
import { printSeatTime } from '@/lib/clock'
import { paths } from '@/lib/paths'
import type { ProposalView } from '@/lib/proposals/queries'
import { isLocale } from '@/lib/text/locales'
import { translations } from '@/lib/translations'

type About = { proposal: ProposalView; slug: string }

/** What is known of a proposal beside its text: what can be done, facts, co-sponsors, how it came to be. */
export function ProposalAbout({ proposal, slug, children }: About & { children: ReactNode }) {
  const t = translations('proposals')
  const { language, listedUnder, submittedAt, imported, revisions } = proposal
  const facts: [string, string][] = [
    [
      t('one.agendaItem'),
      proposal.agenda ? `${proposal.agenda.item}. ${proposal.agenda.title}` : '–',
    ],
    [t('one.language'), isLocale(language) ? t(`languages.${language}`) : language],
    [t('one.submitted'), imported ? t('one.imported') : printSeatTime(submittedAt)],
    [t('one.words'), String(revisions[0]?.wordCount ?? '')],
    ...(listedUnder.length > 0
      ? [[t('one.listedUnder'), listedUnder.join('; ')] as [string, string]]
      : []),
  ]
  return (
    <aside className="grid content-start gap-8 text-sm lg:row-span-2">
      {children}
      <section aria-labelledby="about">
        <h2 id="about" className="mb-2 font-semibold">
          {t('one.about')}
        </h2>
        <dl className="grid gap-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-xs text-quiet">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <CoSponsors proposal={proposal} />
      <History proposal={proposal} slug={slug} />
    </aside>
  )
}

function CoSponsors({ proposal }: Pick<About, 'proposal'>) {
  const t = translations('proposals.one')
  return (
    <section aria-labelledby="co-sponsors">
      <h2 id="co-sponsors" className="mb-2 scroll-mt-4 font-semibold">
        {t('coSponsors')}
      </h2>
      {proposal.coSponsors.length === 0 ? (
        <p className="text-quiet">{t('noCoSponsors')}</p>
      ) : (
        <ul className="grid gap-1.5">
          {proposal.coSponsors.map((one) => (
            <li key={one.delegationId}>
              {one.name}
              <span className="block text-xs text-quiet">
                {t('joined', { number: one.revision, time: printSeatTime(one.joinedAt) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function History({ proposal, slug }: About) {
  const t = translations('proposals.one')
  const words = translations('words')
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 font-semibold">
        {t('history')}
      </h2>
      <ol className="grid gap-3">
        {proposal.revisions.map(({ number, reason, submittedAt }) => (
          <li key={number}>
            <a href={paths.receipt(slug, proposal.number, number)} className="inline-block py-0.5">
              {t('revision', { number })}
            </a>
            <span className="text-xs text-quiet"> {printSeatTime(submittedAt)}</span>
            <p dir="auto" className="whitespace-pre-line break-words">
              {reason || (number === 1 && t('asSubmitted'))}
            </p>
            {number > 1 && (
              <a
                href={paths.compare(slug, proposal.number, number - 1, number)}
                className="inline-block py-0.5"
              >
                {t('compare', { number: number - 1 })}
              </a>
            )}
            {number > 1 && (
              <a
                href={paths.whoseWords(slug, proposal.number, number)}
                className="ms-4 inline-block py-0.5"
              >
                {words('link')}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
