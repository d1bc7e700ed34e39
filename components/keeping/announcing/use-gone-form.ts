import { useCallback, useEffect, useRef } from 'react'
import { announce } from './announcements'

/** The time after the answer, in milliseconds, in which a form may still unmount with its act: a slow device re-renders late. */
const GOES_WITHIN = 5_000

/**
 * Lets the page show the result of an act if its form is gone, or unmounts at the re-render. A form that stays shows
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
