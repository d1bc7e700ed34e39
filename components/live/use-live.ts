'use client'

import { useEffect, useRef, useState } from 'react'
import { type StreamEnd, streamAnswer } from './stream-answer'

/** The server says every five seconds that it is there; silence for longer than this is a cut. */
const SILENCE = 11_000
/** A stream that is reconnected within this time was not worth a word. */
const GRACE = 2_500
/** After an answer that is no stream the server is asked why, at first after this time, later after the longer one. */
const FIRST_QUESTION = 1_000
const RETRY = 3_000

/** A page that is not live, since when, and why it will not be again; null if it reconnects by itself. */
export type Cut = { since: Date; end: StreamEnd | null }

/**
 * Listens to a stream of server-sent events while the page is visible, and reconnects by itself. Each connection begins
 * with the present state, so nothing is missed. Returns null while the page is live. A stream that the server refuses to
 * this person is tried again only when they come back to the page.
 */
export function useLive(address: string, onMessage: (data: string) => void): Cut | null {
  const [cut, setCut] = useState<Cut | null>(null)
  const handler = useRef(onMessage)
  useEffect(() => {
    handler.current = onMessage
  })

  useEffect(() => {
    let source: EventSource | null = null
    let asking: AbortController | null = null
    let lastMessageAt = new Date()
    let silence: ReturnType<typeof setTimeout> | undefined
    let grace: ReturnType<typeof setTimeout> | undefined
    let retry: ReturnType<typeof setTimeout> | undefined

    const close = () => {
      for (const timer of [silence, grace, retry]) clearTimeout(timer)
      grace = undefined
      leave()
    }
    const leave = () => {
      source?.close()
      source = null
      asking?.abort()
      asking = null
    }
    const noteCut = () => {
      grace ??= setTimeout(
        () => setCut((before) => before ?? { since: lastMessageAt, end: null }),
        GRACE,
      )
    }
    const alive = () => {
      lastMessageAt = new Date()
      clearTimeout(grace)
      grace = undefined
      setCut(null)
      clearTimeout(silence)
      silence = setTimeout(() => {
        noteCut()
        open()
      }, SILENCE)
    }
    const open = () => {
      clearTimeout(retry)
      leave()
      const opened = new EventSource(address)
      source = opened
      opened.addEventListener('alive', alive)
      opened.addEventListener('message', (event: MessageEvent<string>) => {
        alive()
        handler.current(event.data)
      })
      opened.addEventListener('error', () => {
        noteCut()
        // The browser tries again by itself, but not after an answer that is no stream.
        if (opened.readyState === EventSource.CLOSED) askIn(FIRST_QUESTION)
      })
    }
    const askIn = (milliseconds: number) => {
      clearTimeout(retry)
      retry = setTimeout(() => void ask(), milliseconds)
    }
    const ask = async () => {
      leave()
      const asked = new AbortController()
      asking = asked
      const answer = await streamAnswer(address, asked)
      if (asking !== asked) return
      if (answer === 'opens') return open()
      if (answer === 'away') return askIn(RETRY)
      close()
      setCut({ since: lastMessageAt, end: answer })
    }
    const visibilityChanged = () => {
      close()
      if (document.visibilityState === 'visible') open()
    }
    visibilityChanged()
    document.addEventListener('visibilitychange', visibilityChanged)
    window.addEventListener('online', open)
    window.addEventListener('offline', noteCut)
    return () => {
      close()
      document.removeEventListener('visibilitychange', visibilityChanged)
      window.removeEventListener('online', open)
      window.removeEventListener('offline', noteCut)
    }
  }, [address])
  return cut
}
