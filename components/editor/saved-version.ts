'use client'

import { useEffect, useState } from 'react'

const SAVED = 'stocktake:saved'

/** Tells the page that the server holds this version of its draft, by a save of the page. */
export const tellSaved = (version: number): boolean =>
  window.dispatchEvent(new CustomEvent(SAVED, { detail: version }))

/** The version of the draft that this page has: the rendered one, or that of its last save. */
export function useSavedVersion(drawnVersion: number): number {
  const [savedVersion, setSavedVersion] = useState(drawnVersion)
  useEffect(() => {
    const hear = (event: Event) => setSavedVersion((event as CustomEvent<number>).detail)
    window.addEventListener(SAVED, hear)
    return () => window.removeEventListener(SAVED, hear)
  }, [])
  return Math.max(savedVersion, drawnVersion)
}
