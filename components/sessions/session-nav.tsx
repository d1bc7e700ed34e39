import { type Actor, holds, membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { placeAndDates, type SessionView, sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { SessionRooms } from './session-rooms'

/** The rooms of a session; a room that this person has nothing to do in is not offered. */
export function SessionNav({ actor, session }: { actor: Actor; session: SessionView }) {
  const t = translations('sessionNav')
  const place = membershipIn(actor, session.id)
  const compiles = holds(actor, session.id, 'rapporteur', 'secretariat', 'chair', 'viceChair')
  const rooms = [
    { href: paths.session(session.slug), label: t('overview') },
    { href: paths.proposals(session.slug), label: t('proposals') },
    ...(place ? [{ href: paths.drafts(session.slug), label: t('drafts') }] : []),
    ...(compiles || session.listIssued
      ? [{ href: paths.list(session.slug), label: t('list') }]
      : []),
    ...(session.kind === 'stockTaking'
      ? [
          { href: paths.consolidation(session.slug), label: t('consolidation') },
          ...(place ? [{ href: paths.ours(session.slug), label: t('ours') }] : []),
          { href: paths.screen(session.slug), label: t('screen') },
          ...(compiles ? [{ href: paths.console(session.slug), label: t('console') }] : []),
        ]
      : []),
    { href: paths.delegations(session.slug), label: t('delegations') },
    { href: paths.record(session.slug), label: t('record') },
  ]
  return (
    <div className="session-nav no-print mb-8 border-b border-line pb-3">
      <p className="kicker">
        {session.groupShortName} · {placeAndDates(session)}
      </p>
      <div className="mt-0.5 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <a
          href={paths.session(session.slug)}
          className="font-serif text-lg font-semibold text-ink no-underline"
        >
          {sessionName(session)}
        </a>
        <SessionRooms label={t('label')} rooms={rooms} />
      </div>
    </div>
  )
}
