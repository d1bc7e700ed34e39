'use client'

import { useEffect, useState } from 'react'
import { onAnnounced, type Said } from './announcements'

/**
 * Says below the page what became of an act whose form is no longer there, or which led to this page (`said`, which
 * also stands there without script). Stays until it is closed.
 */
export function Announcement({ said, close: label }: { said: string | null; close: string }) {
  const [last, setLast] = useState<Said | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  useEffect(() => onAnnounced(setLast), [])
  useEffect(() => {
    // Said once: not again when the page is loaded again.
    if (said) document.cookie = `said=; path=${window.location.pathname}; max-age=0`
  }, [said])
  const message = last?.message ?? (said === closed ? null : said)
  const close = () => {
    setLast(null)
    setClosed(said)
  }
  return (
    <div role="status" className="announcement no-print">
      {message && (
        <p key={last?.at ?? 0}>
          {message}
          <button type="button" className="button button-plain" onClick={close}>
            {label}
          </button>
        </p>
      )}
    </div>
  )
}
