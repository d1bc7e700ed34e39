'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ChangesOffered } from './changes-offered'
import { NotLive } from './not-live'
import { useHasPendingAct } from './pending-acts'
import { useLive } from './use-live'

/** At most one look per second: the first at once, later ones in between together (throttle). */
const PAUSE = 1_000

/**
 * Renders the page again when somebody else changed its content: if its version is lower than the stream's. The page's
 * own act renders it anyhow, so it is waited for. With `asks` it only offers to, so that a form being filled in keeps
 * its initial version.
 */
export function LiveRefresh({
  address,
  version,
  asks = false,
}: {
  address: string
  version: number
  asks?: boolean
}) {
  const router = useRouter()
  const [latest, setLatest] = useState(version)
  const last = useRef(0)
  const due = useRef<ReturnType<typeof setTimeout>>(undefined)
  const cut = useLive(
    address,
    useCallback((data: string) => setLatest(Number(data)), []),
  )
  const acting = useHasPendingAct()
  const behind = latest > version && !acting

  useEffect(() => {
    if (!behind || asks) return
    const wait = Math.max(0, last.current + PAUSE - Date.now())
    due.current = setTimeout(() => {
      last.current = Date.now()
      router.refresh()
    }, wait)
    return () => clearTimeout(due.current)
  }, [behind, latest, asks, router])

  return (
    <>
      <NotLive cut={cut} />
      {asks && behind && <ChangesOffered />}
    </>
  )
}
