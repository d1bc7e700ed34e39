import { paths } from '@/lib/paths'
import { placeAndDates, sessionName } from '@/lib/sessions/session-view'
import type { SessionSummary } from '@/lib/sessions/overview-queries'
import { translations } from '@/lib/messages'
import { Deadline } from '@/components/time/deadline'
import { StateWord } from '@/components/ui/state-word'

/** Sessions, one below the other: the name of each, when and where, and its progress. */
export function SessionRows({ sessions }: { sessions: readonly SessionSummary[] }) {
  const t = translations('sessions')
  return (
    <ul className="border-t border-line-strong">
      {sessions.map((session) => (
        <li
          key={session.slug}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3.5 sm:grid-cols-[1fr_auto]"
        >
          <div className="min-w-0">
            <a href={paths.session(session.slug)} className="font-serif text-lg font-semibold">
              {sessionName(session)}
            </a>
            <p className="text-sm text-quiet">
              {placeAndDates(session)} · {t(`kinds.${session.kind}`)}
              {session.title && ` · ${session.title}`}
            </p>
            <p className="text-sm">
              {t('proposals', { count: session.proposals })},{' '}
              {t('delegations', { count: session.delegations })}
            </p>
          </div>
          <div className="text-sm sm:text-end">
            <StateWord
              shape={session.submissionUntil ? 'open' : session.listIssued ? 'done' : 'none'}
            >
              {t(
                `states.${session.submissionUntil ? 'open' : session.listIssued ? 'issued' : 'quiet'}`,
              )}
            </StateWord>
            {session.submissionUntil && (
              <p>
                {t('submissionUntil')} <Deadline until={session.submissionUntil} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
