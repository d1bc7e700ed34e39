'use client'

import { useEffect, useSyncExternalStore } from 'react'

let pendingActs = 0
const listeners = new Set<() => void>()

function change(by: number) {
  pendingActs += by
  for (const notify of listeners) notify()
}

function subscribe(notify: () => void) {
  listeners.add(notify)
  return () => listeners.delete(notify)
}

/** Counts an act of this page while its request is pending. The answer to an act renders the page again. */
export function usePendingAct(pending: boolean) {
  useEffect(() => {
    if (!pending) return
    change(1)
    return () => change(-1)
  }, [pending])
}

/** Whether the request of any act of this page is pending. */
export const useHasPendingAct = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => pendingActs > 0,
    () => false,
  )
