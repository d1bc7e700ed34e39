'use client'

import { lazy, Suspense } from 'react'
import { useAwake } from '@/components/live/use-awake'

const InboxNumber = lazy(() => import('./inbox-number'))

/** The number of the inbox, with a script that loads after the page: nothing else on it waits for the stream. */
export function LateNumber({ person }: { person: string }) {
  if (!useAwake()) return null
  return (
    <Suspense fallback={null}>
      <InboxNumber person={person} />
    </Suspense>
  )
}
