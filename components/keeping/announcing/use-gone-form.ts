import { useCallback, useEffect, useRef } from 'react'
import { announce } from './announcements'

/** How long after the answer, in milliseconds, a form may still go away with its act: a slow device draws the page anew. */
const GOES_WITHIN = 5_000

/**
 * Lets the page say what an act did if its form is gone, or goes when the page is drawn anew. A form that stays shows
 * the message itself.
 */
export function useGoneForm(): (message: string) => void {
  const isMounted = useRef(false)
  const done = useRef({ message: '', at: 0, path: '' })
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
      const { message, at, path } = done.current
      const isRecent = Date.now() - at < GOES_WITHIN && path === window.location.pathname
      if (message && isRecent) announce(message)
    }
  }, [])
  return useCallback((message) => {
    if (isMounted.current)
      done.current = { message, at: Date.now(), path: window.location.pathname }
    else announce(message)
  }, [])
}
