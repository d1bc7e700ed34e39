'use client'

import { useEffect, useRef, useState } from 'react'

/** The server says every five seconds that it is there; silence for longer than this is a cut. */
const SILENCE = 11_000
/** A stream that is reconnected within this time was not worth a word. */
const GRACE = 2_500
const RETRY = 3_000

/**
 * Listens to a stream of server-sent events while the page is visible, and reconnects by itself. Each connection begins
 * with the present state, so nothing is missed. Returns the time since which the page is not live, or null while it is.
 */
export function useLive(address: string, onMessage: (data: string) => void): Date | null {
  const [cutSince, setCutSince] = useState<Date | null>(null)
  const handler = useRef(onMessage)
  useEffect(() => {
    handler.current = onMessage
  })

  useEffect(() => {
    let source: EventSource | null = null
    let lastMessageAt = new Date()
    let silence: ReturnType<typeof setTimeout> | undefined
    let grace: ReturnType<typeof setTimeout> | undefined
    let retry: ReturnType<typeof setTimeout> | undefined

    const close = () => {
      for (const timer of [silence, grace, retry]) clearTimeout(timer)
      grace = undefined
      source?.close()
      source = null
    }
    const cut = () => {
      grace ??= setTimeout(() => setCutSince((before) => before ?? lastMessageAt), GRACE)
    }
    const alive = () => {
      lastMessageAt = new Date()
      clearTimeout(grace)
      grace = undefined
      setCutSince(null)
      clearTimeout(silence)
      silence = setTimeout(() => {
        cut()
        open()
      }, SILENCE)
    }
    const open = () => {
      clearTimeout(retry)
      source?.close()
      const opened = new EventSource(address)
      source = opened
      opened.addEventListener('alive', alive)
      opened.addEventListener('message', (event: MessageEvent<string>) => {
        alive()
        handler.current(event.data)
      })
      opened.addEventListener('error', () => {
        cut()
        // The browser tries again by itself, but not after an answer that is no stream.
        if (opened.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY)
      })
    }
    const visibilityChanged = () => {
      close()
      if (document.visibilityState === 'visible') open()
    }
    visibilityChanged()
    document.addEventListener('visibilitychange', visibilityChanged)
    window.addEventListener('online', open)
    window.addEventListener('offline', cut)
    return () => {
      close()
      document.removeEventListener('visibilitychange', visibilityChanged)
      window.removeEventListener('online', open)
      window.removeEventListener('offline', cut)
    }
  }, [address])
  return cutSince
}
