'use client'

import { lazy, Suspense, useEffect, useState } from 'react'

/** The dialogs that keys open; each loads its script on its first use. */
const CommandMenu = lazy(() => import('./command-menu'))
const KeyboardDialog = lazy(() => import('./keyboard-dialog'))

/**
 * Listens to the keys of every page: "/" and Ctrl K or ⌘ K open the command menu, "?" the list of keys; and to elements
 * with `data-copy`, which are copied when pressed. Keys that are single characters can be turned off in the account,
 * for all pages and all their listeners.
 */
export default function ShellKeys({ areSingleKeysOff }: { areSingleKeysOff: boolean }) {
  const [dialog, setDialog] = useState<'commands' | 'keys' | null>(null)
  useEffect(showCurrentRoom, [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const request = askedBy(event)
      if (!request) return
      event.preventDefault()
      setDialog(request)
    }
    const click = ({ target }: MouseEvent) => {
      const source = target instanceof Element ? target.closest('[data-copy]') : null
      if (source) void copy(source)
    }
    document.addEventListener('keydown', press)
    document.addEventListener('click', click)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('click', click)
    }
  }, [])
  useEffect(() => {
    if (!areSingleKeysOff) return
    const stop = (event: KeyboardEvent) => isSingleKey(event) && event.stopImmediatePropagation()
    window.addEventListener('keydown', stop, { capture: true })
    return () => window.removeEventListener('keydown', stop, { capture: true })
  }, [areSingleKeysOff])
  const close = () => setDialog(null)
  return (
    <Suspense fallback={null}>
      {dialog === 'commands' && <CommandMenu close={close} />}
      {dialog === 'keys' && <KeyboardDialog close={close} />}
    </Suspense>
  )
}

/** On a narrow screen the line of a session's rooms scrolls: the current one is brought into sight. */
function showCurrentRoom(): void {
  const room = document.querySelector<HTMLElement>('.session-rooms [aria-current]')
  if (room?.parentElement) room.parentElement.scrollLeft = room.offsetLeft - 48
}

const TYPED_IN = 'input, textarea, select, [contenteditable="true"], [contenteditable=""]'

/** A single character outside a text field: with such keys turned off, speech input triggers nothing. */
const isSingleKey = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  key.length === 1 &&
  key !== ' ' &&
  !(ctrlKey || metaKey || altKey) &&
  !(target instanceof Element && target.closest(`${TYPED_IN}, [role="dialog"]`))

function askedBy(event: KeyboardEvent): 'commands' | 'keys' | null {
  const { key, ctrlKey, metaKey, altKey, target, defaultPrevented, isComposing } = event
  if (defaultPrevented || isComposing || altKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' ? 'commands' : null
  if (target instanceof Element && target.closest(`${TYPED_IN}, [role="dialog"]`)) return null
  return key === '/' ? 'commands' : key === '?' ? 'keys' : null
}

/** So long it stands there that a text was copied. */
const COPIED = 1_500

async function copy(source: Element): Promise<void> {
  await navigator.clipboard.writeText(source.getAttribute('data-copy') ?? '')
  source.setAttribute('data-copied', '')
  setTimeout(() => source.removeAttribute('data-copied'), COPIED)
}
