'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { type DraftField, FIELD_PLACES } from './fields'

const ENTERED = '.ProseMirror, textarea, select, input:checked, input:not([type=hidden])'

/** A field with its own anchor: a link to it sets the cursor in the field. */
export function FieldPlace({ field, children }: { field: DraftField; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const id = FIELD_PLACES[field]
  useEffect(() => {
    const enter = () => {
      if (window.location.hash !== `#${id}`) return
      place.current?.querySelector<HTMLElement>(ENTERED)?.focus()
    }
    // While a page loads, the browser goes to the place by itself and takes the cursor out of the field again.
    const loaded = () => {
      if (document.activeElement === document.body) enter()
    }
    const later = () => setTimeout(loaded)
    enter()
    if (document.readyState !== 'complete') window.addEventListener('load', later)
    window.addEventListener('hashchange', enter)
    return () => {
      window.removeEventListener('load', later)
      window.removeEventListener('hashchange', enter)
    }
  }, [id])
  return (
    <div ref={place} id={id} className="scroll-mt-24">
      {children}
    </div>
  )
}
