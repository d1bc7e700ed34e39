import { type Actor, isSecretariat, isSignedIn, takesPart, visitor } from '@/lib/delegations/actor'
import { env } from '@/lib/env'
import { type Scheme, schemeIn } from '@/lib/html/scheme'
import { inShell, type Shell, type ShellLink } from '@/lib/html/shell'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

type Asked = {
  scheme?: Scheme
  here?: ShellLink | null
  /** The unread rows on the person's desk. */
  unread?: number
  /** Whether the group is named; before, no way leads anywhere. */
  isSetUp?: boolean
}

/** The header of a page for this person: the ways that they may go, and no other. */
export function shellOf(
  actor: Actor,
  { scheme = 'system', here: currentLink = null, unread = 0, isSetUp = true }: Asked = {},
): Shell {
  const t = translations('shell')
  const inside = isSetUp && takesPart(actor)
  return {
    currentLink,
    ways: isSetUp ? waysOf(actor) : [],
    desk: inside ? { href: paths.home, label: t('desk'), unread } : null,
    search: isSetUp ? { href: paths.search(), label: t('search') } : null,
    account: isSignedIn(actor)
      ? { href: paths.account, label: actor.name, isSignedIn: true }
      : { href: paths.signIn(), label: t('signIn'), isSignedIn: false },
    scheme,
    notice: env().DEMONSTRATION ? t('demonstration') : null,
  }
}

function waysOf(actor: Actor): ShellLink[] {
  const t = translations('shell')
  return [
    ...(takesPart(actor) ? [{ href: paths.sessions, label: t('sessions') }] : []),
    { href: paths.publicHome, label: t('published') },
    ...(isSecretariat(actor)
      ? [
          { href: paths.accounts, label: t('accounts') },
          { href: paths.mail, label: t('mail') },
        ]
      : []),
  ]
}

/** The header of a page for an unknown reader, as the server could not ask yet. */
export const shellOfNobody = (): Shell => ({
  ...shellOf(visitor),
  account: { href: paths.account, label: translations('shell')('account'), isSignedIn: false },
})

/** Whether a page of everybody's looks its own way for this reader, so that it may be kept in no shared cache. */
export const isPersonal = (actor: Actor, headers: Pick<Headers, 'get'>): boolean =>
  isSignedIn(actor) || schemeIn(headers.get('cookie')) !== 'system'

/** A document without script in the shell of its reader; caches revalidate before they reuse the page of all visitors. */
export function pageResponse(
  document: string,
  actor: Actor,
  { headers, here = null }: { headers: Pick<Headers, 'get'>; here?: ShellLink | null },
  status = 200,
): Response {
  const scheme = schemeIn(headers.get('cookie'))
  const isShared = status === 200 && !isPersonal(actor, headers)
  return new Response(inShell(document, shellOf(actor, { scheme, here })), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': isShared ? 'public, no-cache' : 'private, no-store',
      vary: 'Cookie',
    },
  })
}
