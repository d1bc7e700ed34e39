'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'

const InboxNumber = lazy(() => import('./inbox-number'))
const never = () => () => {}

/** The number of the inbox, whose script comes after the page: nothing else on it waits for the stream. */
export function LateNumber({ person }: { person: string }) {
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!isAwake) return null
  return (
    <Suspense fallback={null}>
      <InboxNumber person={person} />
    </Suspense>
  )
}
