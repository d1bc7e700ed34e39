'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Moves through the rows inside by J and K, and puts the row in focus away by E; Enter follows its link, as on every
 * link, and opens a line of folded rows. Keys typed into a field, or with a modifier, are left alone.
 */
export function InboxKeys({ on, children }: { on: boolean; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const putAwayAt = useRef<number | null>(null)
  // The row that got the focus may leave too, where folded rows come into sight: the row at its place gets it.
  useEffect(() => {
    if (putAwayAt.current === null || document.activeElement !== document.body) return
    const rows = rowsIn(list.current)
    focusRow(rows[Math.min(putAwayAt.current, rows.length - 1)])
  })
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      const { target } = event
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]'))
        return
      const rows = rowsIn(list.current)
      const current = rows.findIndex((row) => row.contains(document.activeElement))
      const key = event.key.toLowerCase()
      if (key === 'j') focusRow(rows[Math.min(current + 1, rows.length - 1)])
      else if (key === 'k') focusRow(rows[Math.max(current - 1, 0)])
      else if (key === 'e' && current >= 0) putAway(rows, current)
      else return
      putAwayAt.current = key === 'e' ? current : null
      event.preventDefault()
    }
    const onPointer = () => {
      putAwayAt.current = null
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [on])
  return (
    <div ref={list} className="grid gap-8">
      {children}
    </div>
  )
}

/** Rows, and the lines behind which more of them fold. */
const ROWS = '[data-inbox-row], [data-inbox-more]'

const rowsIn = (list: HTMLElement | null): HTMLElement[] =>
  [...(list?.querySelectorAll<HTMLElement>(ROWS) ?? [])].filter(
    (row) => row.tagName === 'SUMMARY' || !row.closest('details:not([open])'),
  )

const focusRow = (row: HTMLElement | undefined) =>
  (row?.tagName === 'SUMMARY' ? row : row?.querySelector('a'))?.focus()

/** Sends the row's own form; the focus goes to its neighbour, since the row may leave. */
function putAway(rows: readonly HTMLElement[], at: number) {
  const button = rows[at]?.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!button) return
  button.click()
  focusRow(rows[at + 1] ?? rows[at - 1])
}
