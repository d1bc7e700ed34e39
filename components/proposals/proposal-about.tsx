import type { ReactNode } from 'react'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ProposalView } from '@/lib/proposals/queries'
import { isLocale } from '@/lib/text/locales'

type About = { proposal: ProposalView; slug: string }

/** What is known of a proposal beside its text: what can be done, facts, co-sponsors, how it came to be. */
export const ProposalAbout = ({ proposal, slug, children }: About & { children: ReactNode }) => (
  <aside className="grid content-start gap-8 text-sm lg:row-span-2">
    {children}
    <Facts proposal={proposal} />
    <CoSponsors proposal={proposal} />
    <History proposal={proposal} slug={slug} />
  </aside>
)

function Facts({ proposal }: { proposal: ProposalView }) {
  const t = translations('proposals')
  const { agenda, language, listedUnder, submittedAt, imported, revisions } = proposal
  const rows: [string, string][] = [
    [t('one.agendaItem'), agenda ? `${agenda.item}. ${agenda.title}` : '–'],
    [t('one.language'), isLocale(language) ? t(`languages.${language}`) : language],
    [t('one.submitted'), imported ? t('one.imported') : printSeatTime(submittedAt)],
    [t('one.words'), String(revisions[0]?.wordCount ?? '')],
  ]
  if (listedUnder.length > 0) rows.push([t('one.listedUnder'), listedUnder.join('; ')])
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="mb-2 font-semibold">
        {t('one.about')}
      </h2>
      <dl className="grid gap-2">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function CoSponsors({ proposal: { coSponsors } }: { proposal: ProposalView }) {
  const t = translations('proposals.one')
  return (
    <section aria-labelledby="co-sponsors">
      <h2 id="co-sponsors" className="mb-2 scroll-mt-4 font-semibold">
        {t('coSponsors')}
      </h2>
      {coSponsors.length === 0 ? (
        <p className="text-quiet">{t('noCoSponsors')}</p>
      ) : (
        <ul className="grid gap-1.5">
          {coSponsors.map(({ name, revision, joinedAt }) => (
            <li key={name}>
              {name}{' '}
              <span className="block text-xs text-quiet">
                {t('joined', { number: revision, time: printSeatTime(joinedAt) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const LINK = 'inline-block py-0.5 pointer-coarse:py-3'

function History({ proposal, slug }: About) {
  const t = translations('proposals.one')
  const whoseWords = translations('words')('link')
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 font-semibold">
        {t('history')}
      </h2>
      <ol className="grid gap-3">
        {proposal.revisions.map(({ number, reason, submittedAt }) => (
          <li key={number}>
            <a href={paths.receipt(slug, proposal.number, number)} className={LINK}>
              {t('revision', { number })}
            </a>{' '}
            <span className="text-xs text-quiet">{printSeatTime(submittedAt)}</span>
            <p dir="auto" className="whitespace-pre-line break-words">
              {reason || (number === 1 ? t('asSubmitted') : '')}
            </p>
            {number > 1 && (
              <>
                <a href={paths.compare(slug, proposal.number, number - 1, number)} className={LINK}>
                  {t('compare', { number: number - 1 })}
                </a>{' '}
                <a
                  href={paths.whoseWords(slug, proposal.number, number)}
                  className={`ms-4 ${LINK}`}
                >
                  {whoseWords}
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
