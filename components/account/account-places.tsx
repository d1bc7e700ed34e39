import type { Account } from '@/lib/auth/accounts/own-account'
import { paths } from '@/lib/paths'
import { areOfSeveralGroups, sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { Empty } from '@/components/ui/empty'

/** The participation of a person: their places in delegations and their offices, session by session. */
export function AccountPlaces({
  account,
  title,
}: {
  account: Pick<Account, 'places' | 'offices'>
  title: string
}) {
  const t = translations('account')
  const office = translations('offices')
  const offices = account.offices.map(({ id, session, group, kind }) => ({
    id,
    session,
    group,
    forWhom: office(kind),
    role: t('officeRole'),
  }))
  const places = account.places.map(({ id, session, delegation, withdrawn, role, maySubmit }) => ({
    id,
    session,
    group: '',
    forWhom: withdrawn ? `${delegation} (${t('withdrawn')})` : delegation,
    role: t(maySubmit ? 'maySubmit' : 'mayDraft', { role: t(`roles.${role}`) }),
  }))
  const rows = [...offices, ...places]
  const several = areOfSeveralGroups(rows.flatMap(({ session }) => session ?? []))
  return (
    <section aria-labelledby="places">
      <h2 id="places" className="mb-3 font-serif text-xl font-semibold">
        {title}
      </h2>
      {rows.length === 0 ? (
        <Empty title={t('noPlaces')} />
      ) : (
        <ul className="border-t border-line-strong">
          {rows.map(({ id, session, group, forWhom, role }) => (
            <li
              key={id}
              className="grid gap-x-6 border-b border-line py-2.5 sm:grid-cols-[14rem_1fr]"
            >
              <span className="text-sm text-quiet">
                {session ? (
                  <>
                    <a href={paths.session(session.slug)}>{sessionName(session)}</a>
                    {several && <span className="block">{session.groupName}</span>}
                  </>
                ) : (
                  t(group ? 'everySessionOf' : 'everySession', { group })
                )}
              </span>
              <span>
                <span className="font-semibold">{forWhom}</span>
                <span className="block text-sm text-quiet">{role}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
