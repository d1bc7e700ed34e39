import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { Followed } from '@/lib/proposals/follows/queries'
import { areOfSeveralGroups, sessionName } from '@/lib/sessions/session-view'

/** The follows of the person, one below the other, each with the act to stop. */
export function FollowedRows({
  followed,
  action,
}: {
  followed: readonly Followed[]
  action: FormAction
}) {
  const t = translations('following')
  const several = areOfSeveralGroups(
    followed.flatMap(({ session }) => (session ? { groupName: session.group.name } : [])),
  )
  return (
    <ul className="max-w-3xl border-t border-line-strong">
      {followed.map((follow) => {
        const { kind, id, name, title, session } = follow
        const label = t(`what.${kind}`, { name })
        const href = addressOf(follow)
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2.5"
          >
            <div className="min-w-0">
              <p className="font-semibold">{href ? <a href={href}>{label}</a> : label}</p>
              {(title || session) && (
                <p className="text-sm text-quiet">
                  {[
                    title,
                    session && sessionName({ ...session, eventWord: session.group.eventWord }),
                    several && session?.group.name,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </div>
            <ActForm
              action={action}
              values={{ kind, id, follows: 'false' }}
              button={t('stop')}
              label={t('stopOf', { what: label })}
              tone="quiet"
            />
          </li>
        )
      })}
    </ul>
  )
}

function addressOf({ kind, name, session }: Followed): string | null {
  if (!session) return null
  return kind === 'proposal'
    ? paths.proposal(session.slug, Number(name))
    : paths.agenda(session.slug)
}
