'use client'

import { useEffect } from 'react'

/**
 * Follows, by a key, the first link of the page with this key in `data-key`: J next, K previous, C comment. Keys typed
 * into a field, or with a modifier, are left alone.
 */
export function ReadingKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      const { target, key } = event
      if (target instanceof HTMLElement && target.closest(FIELDS)) return
      const link = document.querySelector<HTMLElement>(
        `a[data-key="${CSS.escape(key.toLowerCase())}"]`,
      )
      if (!link) return
      event.preventDefault()
      link.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role=dialog]'
