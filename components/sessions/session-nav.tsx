import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { type SessionView, sessionInSentence, takesProposals } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** The pages that stand under the meetings of a session. */
const MEETING_PAGES = new Set(['steps', 'bureau', 'panellists', 'speakers', 'attendance'])

/** The rooms of a session under the header, which names it; a room in which this person has nothing to do is not offered. */
export function SessionNav({
  actor,
  session,
  path,
}: {
  actor: Actor
  session: SessionView
  /** The requested address, to mark its room. */
  path: string | null
}) {
  const t = translations('sessionNav')
  const place = membershipIn(actor, session.id)
  const compiles = holds(actor, session.id, 'rapporteur', 'secretariat', 'chair', 'viceChair')
  const officer = compiles || holds(actor, session.id, 'bureau')
  const proposing = takesProposals(session)
  const rooms = [
    { href: paths.session(session.slug), label: t('overview') },
    ...(proposing ? [{ href: paths.proposals(session.slug), label: t('proposals') }] : []),
    ...(proposing && place ? [{ href: paths.drafts(session.slug), label: t('drafts') }] : []),
    ...((compiles && proposing) || session.listIssued
      ? [{ href: paths.list(session.slug), label: t('list') }]
      : []),
    ...(session.kind === 'stockTaking'
      ? [
          { href: paths.circulations(session.slug), label: t('circulation') },
          { href: paths.consolidation(session.slug), label: t('consolidation') },
          { href: paths.screen(session.slug), label: t('screen') },
          ...(compiles ? [{ href: paths.console(session.slug), label: t('console') }] : []),
        ]
      : []),
    ...(place ? [{ href: paths.ours(session.slug), label: t('ours') }] : []),
    { href: paths.documents(session.slug), label: t('documents') },
    { href: paths.silences(session.slug), label: t('silence') },
    { href: paths.meetings(session.slug), label: t('meetings') },
    ...(officer || session.reportReleased
      ? [{ href: paths.report(session.slug), label: t('report') }]
      : []),
    { href: paths.delegations(session.slug), label: t('delegations') },
    { href: paths.record(session.slug), label: t('record') },
  ]
  const segment = path?.split(/[/?#]/)[3] || undefined
  const current = segment && MEETING_PAGES.has(segment) ? 'meetings' : segment
  return (
    <>
      <p className="hidden border-b border-line pb-2 text-sm print:mb-6 print:block">
        {t('printed', { group: session.groupName, session: sessionInSentence(session) })}
      </p>
      <div className="session-nav no-print">
        <nav aria-label={t('label')} className="session-rooms">
          {rooms.map(({ href, label }) => (
            <a
              key={href}
              href={href}
              aria-current={href.split('/')[3] === current ? 'page' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
      </div>
    </>
  )
}
