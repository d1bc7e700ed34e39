import type { Metadata } from 'next'
import { WaitingHere } from '@/components/desk/waiting-here'
import { PageHeading } from '@/components/ui/page-heading'
import { SessionAgenda } from '@/components/sessions/session-agenda'
import { periodsOf, SessionWork } from '@/components/sessions/session-work'
import { stockTakingWork } from '@/components/sessions/stock-taking-work'
import { canReadCirculations } from '@/lib/circulation/policy'
import { type CirculationLine, listCirculations } from '@/lib/circulation/queries'
import { consolidates, runsScreen } from '@/lib/consolidation/policy'
import { listProgress } from '@/lib/consolidation/status/progress'
import { page } from '@/lib/http/access'
import { ordinalFigure, printDateRange } from '@/lib/clock'
import { holds, type SignedIn } from '@/lib/delegations/actor'
import { officeKinds } from '@/lib/delegations/kinds'
import { listWaitingIn } from '@/lib/desk/queries'
import { paths } from '@/lib/paths'
import { canBeginProposal } from '@/lib/proposals/policy'
import { listSessionDecisions } from '@/lib/sessions/decisions/queries'
import { getOverview } from '@/lib/sessions/overview-queries'
import { canChangeSession } from '@/lib/sessions/policy'
import { getSession } from '@/lib/sessions/queries'
import { type SessionView, sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { apart } from '@/lib/text/apart'

/** The title is that of the layout: the name of the session. */
export const metadata: Metadata = {}

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('overview')
  const words = translations('sessions')
  const offices = translations('offices')
  const { slug } = session
  const isStockTaking = session.kind === 'stockTaking'
  const [overview, waiting, circulations, progress] = await Promise.all([
    getOverview(session),
    listWaitingIn(actor, session),
    isStockTaking && canReadCirculations(actor, session.id) ? listCirculations(actor, session) : [],
    isStockTaking ? listProgress(actor) : new Map<string, never>(),
  ])
  const tasks = [
    { href: paths.editSession(slug), label: t('actions.edit') },
    { href: paths.steps(slug), label: t('actions.steps') },
    { href: paths.agenda(slug), label: t('actions.agenda') },
    { href: paths.periods(slug), label: t('actions.periods') },
    { href: paths.officers(slug), label: t('actions.officers') },
  ]
  const presides = holds(actor, session.id, 'chair')
  const decides = waiting.some(({ group }) => group === 'decide')
  const offered = canChangeSession(actor, session.id) ? tasks : presides ? tasks.slice(-1) : []
  const meetings = overview.meetings.map(({ number }) => ordinalFigure(number))
  const { standing } = await listSessionDecisions(session)
  const facts: [string, React.ReactNode][] = [
    [
      t('status'),
      <a key="status" href={paths.steps(slug)} className="inline-block first-letter:uppercase">
        {translations('sitting.statuses')(standing.status)}
      </a>,
    ],
    [
      t('dates'),
      <>
        {printDateRange(session.startsOn, session.endsOn)}
        {overview.earlierDates.map((earlier) => (
          <span key={earlier.supersededAt.toISOString()} className="block text-sm text-quiet">
            {t('earlier', {
              dates: printDateRange(earlier.startsOn, earlier.endsOn),
              reason: apart(earlier.reason),
            })}
          </span>
        ))}
      </>,
    ],
    [t('place'), session.place],
    [t('format'), words(`formats.${session.format}`)],
    [t('kind'), words(`kinds.${session.kind}`)],
    ...(meetings.length > 0
      ? [
          [
            t('meetings'),
            <a key="meetings" href={paths.meetings(slug)}>
              {t('meetingsOn', { first: meetings[0]!, last: meetings.at(-1)! })}
            </a>,
          ] as [string, React.ReactNode],
        ]
      : []),
    [
      t('documents'),
      <a key="documents" href={paths.documents(slug)}>
        {t('documentsOf')}
      </a>,
    ],
    [
      t('delegations'),
      <a key="delegations" href={paths.delegations(slug)}>
        {overview.delegations}
      </a>,
    ],
    ...(session.comments ? [[t('comments'), overview.comments] as [string, number]] : []),
  ]
  return (
    <>
      <PageHeading
        title={session.title || sessionName(session)}
        actions={[...waysIn(actor, session, circulations), ...offered].map(
          ({ href, label }, index) => (
            <a
              key={href}
              href={href}
              // The next act of who keeps the session is what waits for a decision below.
              className={
                index === 0 && !(decides && offered.length > 0) ? 'button button-main' : 'button'
              }
            >
              {label}
            </a>
          ),
        )}
      >
        {session.groupName}
        <span className="block">
          {session.place},{' '}
          <span className="whitespace-nowrap">
            {printDateRange(session.startsOn, session.endsOn)}
          </span>
        </span>
      </PageHeading>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-10">
          <SessionWork
            works={[
              ...(isStockTaking
                ? stockTakingWork(slug, circulations, progress.get(session.id) ?? null)
                : []),
              ...periodsOf(session),
            ]}
          />
          <WaitingHere rows={waiting} />
          <SessionAgenda
            slug={slug}
            agenda={overview.agenda}
            keeps={canChangeSession(actor, session.id)}
          />
        </div>
        <div className="grid content-start gap-10">
          <section>
            <h2 className="mb-2 font-serif text-xl font-semibold">{t('particulars')}</h2>
            <dl className="grid gap-y-2.5">
              {facts.map(([term, fact]) => (
                <div key={term}>
                  <dt className="kicker">{term}</dt>
                  <dd>{fact}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2 className="mb-2 font-serif text-xl font-semibold">{t('officers')}</h2>
            {overview.officers.length === 0 && <p className="text-quiet">{t('officersEmpty')}</p>}
            <dl className="grid gap-y-2.5">
              {officeKinds
                .map(
                  (kind) =>
                    [kind, overview.officers.filter((officer) => officer.kind === kind)] as const,
                )
                .filter(([, holders]) => holders.length > 0)
                .map(([kind, holders]) => (
                  <div key={kind}>
                    <dt className="kicker">{offices(kind)}</dt>
                    {holders.map(({ honorific, name }) => (
                      <dd key={name}>{`${honorific} ${name}`.trim()}</dd>
                    ))}
                  </div>
                ))}
            </dl>
          </section>
        </div>
      </div>
    </>
  )
})

/** This person's most likely tasks, the first one first. */
function waysIn(actor: SignedIn, session: SessionView, circulations: readonly CirculationLine[]) {
  const t = translations('overview')
  const { id, slug, kind } = session
  const writes = canBeginProposal(actor, { ...session, sessionId: id })
  const asked = circulations.find(({ phase, isAsked }) => phase === 'open' && isAsked)
  const ways = [
    ...(writes ? [{ href: paths.drafts(slug), label: t('write') }] : []),
    ...(asked
      ? [{ href: paths.circulationComments(slug, asked.id), label: t('commentOnLists') }]
      : []),
  ]
  if (kind === 'topical') return [...ways, { href: paths.proposals(slug), label: t('read') }]
  const list = t(consolidates(actor, id) ? 'consolidate' : 'consolidated')
  const presides = runsScreen(actor, id) && !consolidates(actor, id)
  return [
    ...ways,
    ...(presides ? [{ href: paths.console(slug), label: t('console') }] : []),
    { href: paths.consolidation(slug), label: list },
  ]
}
