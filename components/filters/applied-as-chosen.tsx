'use client'

import { useEffect, useRef } from 'react'
import { typedEarly } from '@/components/keeping/typed-early'

const KEPT = 'stocktake:chosen'

/**
 * Inside a form of choices: sends it as soon as one is made, and brings the focus back to that choice on the page
 * that comes; a choice that was made before hydration is sent then. Without script the form's own button does it. The
 * form needs autocomplete="off": a choice that the browser restored on the way back must not be sent again.
 */
export function AppliedAsChosen() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const choice = form.elements.namedItem(sessionStorage.getItem(KEPT) ?? '')
    if (choice instanceof HTMLSelectElement) choice.focus({ preventScroll: true })
    sessionStorage.removeItem(KEPT)
    const apply = (target: EventTarget | null | undefined) => {
      if (!(target instanceof HTMLSelectElement)) return
      sessionStorage.setItem(KEPT, target.name)
      form.requestSubmit()
    }
    const change = ({ target }: Event) => apply(target)
    form.addEventListener('change', change)
    apply(typedEarly(form).find((field) => field instanceof HTMLSelectElement))
    return () => form.removeEventListener('change', change)
  }, [])
  return <span ref={place} hidden />
}
