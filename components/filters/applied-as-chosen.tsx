'use client'

import { useEffect, useRef } from 'react'

const KEPT = 'stocktake:chosen'

/**
 * Inside a form of choices: sends it as soon as one is made, and brings the focus back to that choice on the page
 * that comes. Without script the form's own button does it.
 */
export function AppliedAsChosen() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const choice = form.elements.namedItem(sessionStorage.getItem(KEPT) ?? '')
    if (choice instanceof HTMLSelectElement) choice.focus({ preventScroll: true })
    sessionStorage.removeItem(KEPT)
    const apply = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return
      sessionStorage.setItem(KEPT, target.name)
      form.requestSubmit()
    }
    form.addEventListener('change', apply)
    return () => form.removeEventListener('change', apply)
  }, [])
  return <span ref={place} hidden />
}
