'use client'

import { lazy, Suspense } from 'react'
import { useAwake } from '@/components/live/use-awake'

const ShellKeys = lazy(() => import('./shell-keys'))

/** The keys of every page, with a script that loads after it. */
export function LateKeys({ areSingleKeysOff }: { areSingleKeysOff: boolean }) {
  if (!useAwake()) return null
  return (
    <Suspense fallback={null}>
      <ShellKeys areSingleKeysOff={areSingleKeysOff} />
    </Suspense>
  )
}
