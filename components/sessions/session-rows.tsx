import { paths } from '@/lib/paths'
import type { SessionRow } from '@/lib/desk/session-queries'
import { areOfSeveralGroups, placeAndDates, sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { Deadline } from '@/components/time/deadline'
import { type Shape, StateWord } from '@/components/ui/state-word'

/** Sessions, one below the other: the name of each, when and where, and its progress. */
export function SessionRows({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = translations('sessions')
  const several = areOfSeveralGroups(sessions)
  return (
    <ul className="border-t border-line-strong">
      {sessions.map((session) => {
        const { submissionUntil, circulationUntil, progress } = session
        const { state, shape } = stateOf(session)
        return (
          <li
            key={session.slug}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3.5 sm:grid-cols-[1fr_auto]"
          >
            <div className="min-w-0">
              <a href={paths.session(session.slug)} className="font-serif text-lg font-semibold">
                {sessionName(session)}
              </a>
              {several && <p>{session.groupName}</p>}
              <p className="text-sm text-quiet">
                {placeAndDates(session)} · {t(`kinds.${session.kind}`)}
                {session.title && ` · ${session.title}`}
              </p>
              <p className="text-sm">
                {progress
                  ? t('consolidatedItems', {
                      adopted: String(progress.adoptedAt !== null),
                      items: progress.items,
                      agreed: progress.agreed,
                      adReferendum: progress.adReferendum,
                    })
                  : t('proposals', { count: session.proposals })}
                , {t('delegations', { count: session.delegations })}
              </p>
            </div>
            <div className="text-sm sm:text-end">
              <StateWord shape={shape}>{t(`states.${state}`)}</StateWord>
              {submissionUntil && (
                <p>
                  {t('submissionUntil')} <Deadline until={submissionUntil} />
                </p>
              )}
              {circulationUntil && (
                <p>
                  {t('circulationUntil')} <Deadline until={circulationUntil} />
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function stateOf({ submissionUntil, circulationUntil, progress, listIssued }: SessionRow): {
  state: 'open' | 'circulated' | 'adopted' | 'underWay' | 'issued' | 'quiet'
  shape: Shape
} {
  if (submissionUntil) return { state: 'open', shape: 'open' }
  if (progress?.adoptedAt) return { state: 'adopted', shape: 'done' }
  if (circulationUntil) return { state: 'circulated', shape: 'open' }
  if (progress) return { state: 'underWay', shape: 'open' }
  return listIssued ? { state: 'issued', shape: 'done' } : { state: 'quiet', shape: 'none' }
}
