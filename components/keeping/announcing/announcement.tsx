'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onAnnounced, type Said } from './announcements'

/**
 * Shows below the page the result of an act without a form on the page, or of an act that led to this page
 * (`announcement`, which works without script). Stays until it is closed or the page is left, also after a re-render
 * without the sentence.
 */
export function Announcement({
  announcement,
  close: label,
}: {
  announcement: string | null
  close: string
}) {
  const path = usePathname()
  const [last, setLast] = useState<Said | null>(null)
  const [current, setCurrent] = useState({ announcement, path, message: announcement })
  if (announcement !== current.announcement || path !== current.path) {
    const isNew = announcement !== current.announcement && announcement !== null
    const stays = path === current.path ? current.message : null
    setCurrent({ announcement, path, message: isNew ? announcement : stays })
    if (path !== current.path) setLast(null)
  }
  useEffect(() => onAnnounced(setLast), [])
  useEffect(() => {
    // Said once: not again when the page is loaded again.
    if (announcement) document.cookie = `said=; path=${window.location.pathname}; max-age=0`
  }, [announcement])
  const message = last?.message ?? current.message
  const close = () => {
    setLast(null)
    setCurrent({ ...current, message: null })
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
