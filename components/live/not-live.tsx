'use client'

import { useTranslations } from 'use-intl/react'
import { timeOf } from '@/components/keeping/lost-answer'
import { paths } from '@/lib/paths'
import type { Cut } from './use-live'

/**
 * Says since when a page is cut off from the server, by the clock of the seat as all times of the page; and where it stays
 * so, why, and what the person can do. Needs the messages `live`.
 */
export function NotLive({ cut }: { cut: Cut | null }) {
  const t = useTranslations('live')
  return (
    <div role="status" className="no-print fixed inset-x-0 bottom-0 z-20 text-center">
      {cut && (
        <p className="inline-block rounded-t-md bg-alarm-wash px-4 py-2 text-sm font-semibold text-alarm">
          {t(cut.end ?? 'notLive', { time: timeOf(cut.since.getTime()) })}
          {cut.end && (
            <>
              {' '}
              <a href={wayOn(cut.end)} className="underline">
                {t(cut.end === 'signedOut' ? 'signIn' : 'openAgain')}
              </a>
            </>
          )}
        </p>
      )}
    </div>
  )
}

/** Signing in leads back to this page. */
function wayOn(end: NonNullable<Cut['end']>): string {
  const here = typeof location === 'undefined' ? '/' : location.pathname + location.search
  return end === 'signedOut' ? paths.signIn(here) : here
}
