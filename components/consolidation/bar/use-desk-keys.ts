'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import { rowInFocus, stepRows, tickRow } from './source-rows'
import type { DeskCommands } from './use-desk-buttons'

/** The letter of each command, which its button shows. */
export const LETTERS = {
  word: 'W',
  make: 'M',
  take: 'A',
  reword: 'R',
  aside: 'S',
  undo: 'U',
  tickAll: 'T',
} as const satisfies Record<keyof DeskCommands, string>

const commandOf = new Map(
  (Object.keys(LETTERS) as (keyof DeskCommands)[]).map((name) => [
    LETTERS[name].toLowerCase(),
    name,
  ]),
)

/** Hears the keys of the desk: the letters of its commands, J and K for the rows, X to tick one, F to search. */
export function useDeskKeys(commands: DeskCommands) {
  const latest = useRef(commands)
  // Before anything is painted: a key that follows at once is about the page that is seen.
  useLayoutEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, altKey } = event
      if (altKey || event.defaultPrevented || isTyping(target)) return
      const key = event.key.toLowerCase()
      const isUndo = key === 'z' && (ctrlKey || metaKey)
      if ((ctrlKey || metaKey) && !isUndo) return
      const command = isUndo ? 'undo' : commandOf.get(key)
      if (command) latest.current[command]()
      else if (!walks(key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

/** Whether letters go into the focused element, or belong to a menu or dialog over the page. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.matches('input:not([type=checkbox], [type=radio]), textarea, select') ||
    target.isContentEditable ||
    target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null)

/** Moves through the rows or to the search; says whether the key does that. */
function walks(key: string): boolean {
  if (key === 'j' || key === 'k') stepRows(key === 'j' ? 1 : -1)
  else if (key === 'x') return rowInFocus() !== null && tickRow()
  else if (key === 'f') {
    const field = document.querySelector<HTMLInputElement>('[data-desk-search]')
    field?.focus()
    field?.select()
    return field !== null
  } else return false
  return true
}
