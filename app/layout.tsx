import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { DemonstrationNotice } from '@/components/account/demonstration-notice'
import { SiteFooter } from '@/components/account/site-footer'
import { SiteHeader } from '@/components/account/site-header'
import { InboxBadge } from '@/components/desk/inbox-badge'
import { LateKeys } from '@/components/commands/late-keys'
import { Announcement } from '@/components/keeping/announcing/announcement'
import { Orphans } from '@/components/keeping/orphans'
import { currentActor } from '@/lib/auth/current-actor'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { KEYS_COOKIE, SCHEME_COOKIE, schemeOf } from '@/lib/html/scheme'
import type { ShellLink } from '@/lib/html/shell'
import { SENT_AS } from '@/lib/http/forms/front'
import { saidIn } from '@/lib/http/shell/said'
import { shellOf } from '@/lib/http/shell/shell'
import { hasGroup } from '@/lib/sessions/groups/first-group'
import { isDemonstration } from '@/lib/sessions/demonstration'
import { findSession } from '@/lib/sessions/queries'
import { sessionName, sessionSlugIn } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { seat } from '@/lib/seat'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Stocktake', template: '%s · Stocktake' },
  robots: { index: false },
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The frame of every page: the signed-in person, the present place, and whether this is the demonstration. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const asked = await headers()
  const here = await sessionOf(actor, asked.get('x-stocktake-path'))
  // As the answer sets it, which the header of the request does not tell.
  const kept = await cookies()
  const scheme = schemeOf(kept.get(SCHEME_COOKIE)?.value)
  const shell = shellOf(actor, { scheme, here, isSetUp: await hasGroup() })
  const t = translations('shell')
  return (
    <html
      lang="en"
      dir="ltr"
      data-scheme={shell.scheme === 'system' ? undefined : shell.scheme}
      data-seat={seat().name}
      data-seat-zone={seat().timeZone}
    >
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body data-reader={actor.personId ?? ''}>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:bg-sheet focus:p-3"
        >
          {t('skip')}
        </a>
        {isDemonstration() && <DemonstrationNotice />}
        <SiteHeader
          shell={shell}
          {...(shell.desk && actor.personId && { unread: <InboxBadge person={actor.personId} /> })}
        />
        <main id="content" className="mx-auto max-w-6xl px-4 pb-24 pt-6 sm:px-6">
          {actor.personId && <Orphans />}
          {children}
        </main>
        <SiteFooter />
        <LateKeys areSingleKeysOff={kept.get(KEYS_COOKIE)?.value === 'off'} />
        {/* The answer to a form that was sent without script says its own result. */}
        <Announcement
          announcement={asked.get(SENT_AS) ? null : saidIn(asked.get('cookie'))}
          close={t('close')}
        />
      </body>
    </html>
  )
}

/** The session in which an address lies, for those who may know it; its layout asks the same query. */
async function sessionOf(actor: Actor, path: string | null): Promise<ShellLink | null> {
  const slug = sessionSlugIn(path)
  const session = slug && takesPart(actor) ? await findSession(slug) : null
  return session ? { href: paths.session(session.slug), label: sessionName(session) } : null
}
