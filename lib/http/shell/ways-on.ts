import { type Actor, isSignedIn, takesPart } from '@/lib/delegations/actor'
import type { ShellLink } from '@/lib/html/shell'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { type SessionView, takesProposals } from '@/lib/sessions/session-view'

/** The links for a person from an address that is not open to them, the best first. `session` is the session of the address. */
export function waysOn(
  actor: Actor,
  address: string | null,
  session: Pick<SessionView, 'slug' | 'kind' | 'submission'> | null = null,
): ShellLink[] {
  const t = translations('problems')
  const published = { href: paths.publicHome, label: t('published') }
  const help = { href: paths.contact, label: t('ask') }
  if (!isSignedIn(actor))
    return [{ href: paths.signIn(address ?? undefined), label: t('signIn') }, published, help]
  if (!takesPart(actor)) return [published, { href: paths.account, label: t('account') }, help]
  return [
    ...(session ? [wayInto(session)] : []),
    { href: paths.home, label: t('desk') },
    { href: paths.sessions, label: t('sessions') },
    published,
    help,
  ]
}

const wayInto = (session: Pick<SessionView, 'slug' | 'kind' | 'submission'>): ShellLink => {
  const t = translations('problems')
  return takesProposals(session)
    ? { href: paths.proposals(session.slug), label: t('proposals') }
    : { href: paths.session(session.slug), label: t('session') }
}
