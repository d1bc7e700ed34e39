import { type Actor, isSignedIn, takesPart } from '@/lib/delegations/actor'
import type { ShellLink } from '@/lib/html/shell'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The links for a person from an address that is not open to them, the best first. `inSession` leads into the session of the address. */
export function waysOn(
  actor: Actor,
  address: string | null,
  inSession: ShellLink | null = null,
): ShellLink[] {
  const t = translations('problems')
  const published = { href: paths.publicHome, label: t('published') }
  const help = { href: paths.contact, label: t('ask') }
  if (!isSignedIn(actor))
    return [{ href: paths.signIn(address ?? undefined), label: t('signIn') }, published, help]
  if (!takesPart(actor)) return [published, { href: paths.account, label: t('account') }, help]
  return [
    ...(inSession ? [inSession] : []),
    { href: paths.home, label: t('desk') },
    { href: paths.sessions, label: t('sessions') },
    published,
    help,
  ]
}
