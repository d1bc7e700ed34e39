import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ProposalView, RevisionLine } from '@/lib/proposals/queries'
import { isLocale } from '@/lib/text/locales'

type Of = { proposal: ProposalView; slug: string }

/** The history of a proposal: its revisions, the newest first, each with its receipt, comparison and files. */
export function RevisionHistory({ proposal, slug }: Of) {
  return (
    <ol className="grid max-w-3xl gap-6">
      {proposal.revisions.map((revision) => (
        <li key={revision.number} className="border-s-2 border-line ps-4">
          <Revision revision={revision} proposal={proposal} slug={slug} />
        </li>
      ))}
    </ol>
  )
}

function Revision({
  revision: { number: revision, reason, submittedAt, wordCount },
  proposal: { number, coSponsors },
  slug,
}: Of & { revision: RevisionLine }) {
  const t = translations('proposals.one')
  const th = translations('proposals.history')
  const agreed = coSponsors.filter((coSponsor) => coSponsor.revision === revision)
  const links = [
    [t('receipt'), paths.receipt(slug, number, revision)],
    ...(revision > 1
      ? [
          [
            t('compare', { number: revision - 1 }),
            paths.compare(slug, number, revision - 1, revision),
          ],
          [translations('words')('link'), paths.whoseWords(slug, number, revision)],
        ]
      : []),
    ['Word', paths.revisionFile(slug, number, revision)],
    ['PDF', paths.revisionPdf(slug, number, revision)],
  ] as [string, string][]
  return (
    <>
      <h3 className="font-semibold">{t('revision', { number: revision })}</h3>
      <p className="text-sm text-quiet">
        {[printSeatTime(submittedAt), th('words', { count: wordCount })].join(' · ')}
      </p>
      <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line break-words">
        {reason || (revision === 1 ? t('asSubmitted') : '')}
      </p>
      {agreed.map(({ name, joinedAt }) => (
        <p key={name} className="text-sm">
          {th('joined', { name, time: printSeatTime(joinedAt) })}
        </p>
      ))}
      <p className="no-print mt-1 flex flex-wrap gap-x-5 text-sm">
        {links.map(([label, href]) => (
          <a key={href} href={href} className="way">
            {label}
          </a>
        ))}
      </p>
    </>
  )
}

/** Other facts of a proposal: its language, its submission time, its place on the list. */
export function ProposalFacts({ proposal }: { proposal: ProposalView }) {
  const t = translations('proposals')
  const { agenda, language, listedUnder, submittedAt, imported } = proposal
  const rows: [string, string][] = [
    [t('one.agendaItem'), agenda ? `${agenda.item}. ${agenda.title}` : '–'],
    [t('one.language'), isLocale(language) ? t(`languages.${language}`) : language],
    [t('one.submitted'), imported ? t('one.imported') : printSeatTime(submittedAt)],
    ...(listedUnder.length > 0
      ? [[t('one.listedUnder'), listedUnder.join('; ')] as [string, string]]
      : []),
  ]
  return (
    <dl className="grid content-start gap-3 text-sm">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
