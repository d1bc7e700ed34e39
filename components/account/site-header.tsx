import { type Actor, isSecretariat, isSignedIn, takesPart } from '@/lib/delegations/actor'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The one line above every page. Plain links: each address is a page of its own. */
export function SiteHeader({ actor }: { actor: Actor }) {
  const t = translations('shell')
  const links = [
    ...(takesPart(actor) ? [{ href: paths.home, label: t('desk') }] : []),
    ...(takesPart(actor) ? [{ href: paths.sessions, label: t('sessions') }] : []),
    { href: paths.publicHome, label: t('published') },
    ...(isSecretariat(actor)
      ? [
          { href: paths.accounts, label: t('accounts') },
          { href: paths.mail, label: t('mail') },
        ]
      : []),
  ]
  return (
    <header className="no-print border-b border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
        <a href={paths.home} className="font-serif text-lg font-semibold text-ink no-underline">
          Stocktake
        </a>
        <nav aria-label={t('main')} className="flex flex-wrap gap-x-5 text-sm">
          {links.map(({ href, label }) => (
            <a key={href} href={href} className="way text-ink no-underline hover:underline">
              {label}
            </a>
          ))}
        </nav>
        <p className="ms-auto text-sm">
          {isSignedIn(actor) ? (
            <a href={paths.account}>{actor.name}</a>
          ) : (
            <a href={paths.signIn()}>{t('signIn')}</a>
          )}
        </p>
      </div>
    </header>
  )
}
