'use client'

import { useEffect, useSyncExternalStore } from 'react'

let underWay = 0
const hearers = new Set<() => void>()

function count(by: number) {
  underWay += by
  for (const hear of hearers) hear()
}

function subscribe(hear: () => void) {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

/** Says that an act of this page is on its way; its answer brings the page as it is then. */
export function useUnderWay(pending: boolean) {
  useEffect(() => {
    if (!pending) return
    count(1)
    return () => count(-1)
  }, [pending])
}

/** Whether any act of this page is on its way. */
export const useAnyUnderWay = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => underWay > 0,
    () => false,
  )
