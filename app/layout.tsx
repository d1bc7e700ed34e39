import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SiteHeader } from '@/components/account/site-header'
import { OrphanedWords } from '@/components/keeping/orphaned-words'
import { DemonstrationNotice } from '@/components/account/demonstration-notice'
import { currentActor } from '@/lib/auth/current-actor'
import { isDemonstration } from '@/lib/sessions/demonstration'
import { translations } from '@/lib/messages'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Stocktake', template: '%s · Stocktake' },
  robots: { index: false },
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The frame of every page: who is signed in, where one is, and whether this is the demonstration. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const t = translations('shell')
  return (
    <html lang="en" dir="ltr">
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
        <SiteHeader actor={actor} />
        <main id="content" className="mx-auto max-w-6xl px-4 pb-24 pt-6 sm:px-6">
          {actor.personId && <OrphanedWords />}
          {children}
        </main>
      </body>
    </html>
  )
}
