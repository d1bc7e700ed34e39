'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { onPlacesChanged } from './places-shown'

const OrphanedWords = lazy(() => import('./orphaned-words'))

/** Under such keys a browser keeps words (local-copies.ts). */
const KEPT = 'stocktake.words'

/** Shows words that have lost their form. Its script loads only if the browser stores any words at all. */
export function Orphans() {
  const [hasWords, setHasWords] = useState(false)
  useEffect(() => {
    const look = () => keepsWords() && setHasWords(true)
    look()
    return onPlacesChanged(look)
  }, [])
  if (!hasWords) return null
  return (
    <Suspense fallback={null}>
      <OrphanedWords />
    </Suspense>
  )
}

function keepsWords(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(KEPT))
  } catch {
    return false
  }
}
