'use client'

import { useEffect } from 'react'

/** Goes to the next comment without a response by N. Keys typed into a field, or with a modifier, are left alone. */
export function NextKey({ address }: { address: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      const { target, key } = event
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]'))
        return
      if (key.toLowerCase() !== 'n') return
      event.preventDefault()
      location.assign(address)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [address])
  return null
}
