'use client'

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { BoardContext, NO_BOARD } from '@/components/consolidation/board/desk-board'
import type { Answer } from '@/components/consolidation/bar/use-desk-acts'
import { usePanel } from '@/components/consolidation/panel/use-panel'

/**
 * The board to review sets of similar items, with the same panel as at the desk. J and K go to the next and the
 * previous set, W words one item of it, L leaves it apart. Needs the messages `consolidation.desk`.
 */
export function SetBoard({ slug, children }: { slug: string; children: ReactNode }) {
  const panel = usePanel(`${slug}:sets`)
  const [answer, say] = useState<Answer | null>(null)
  const board = useMemo(() => ({ ...NO_BOARD, slug, panel, say }), [slug, panel])
  useEffect(() => {
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
  return (
    <BoardContext value={board}>
      <p
        role={answer?.refused ? 'alert' : 'status'}
        className={
          answer
            ? `mb-5 border-s-4 px-4 py-2 ${answer.refused ? 'border-alarm bg-alarm-wash' : 'border-accent bg-accent-wash'}`
            : ''
        }
      >
        {answer?.text}
      </p>
      {children}
    </BoardContext>
  )
}

const sets = () => [...document.querySelectorAll<HTMLElement>('[data-set]')]

function pressed(event: KeyboardEvent) {
  const { target, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey || event.defaultPrevented) return
  if (
    !(target instanceof HTMLElement) ||
    target.matches('input:not([type=checkbox]), textarea, select')
  )
    return
  const setElements = sets()
  const at = setElements.findIndex((set) => set.contains(document.activeElement))
  const key = event.key.toLowerCase()
  const press = (name: string) =>
    (setElements[Math.max(at, 0)] ?? null)?.querySelector<HTMLElement>(
      `[data-act=${name}] button, button[data-act=${name}]`,
    )
  if (key === 'j' || key === 'k') {
    const next =
      setElements[Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), setElements.length - 1)]
    next?.querySelector<HTMLElement>('button[data-act=word]')?.focus()
  } else if (key === 'w') press('word')?.click()
  else if (key === 'l') press('leave')?.click()
  else return
  event.preventDefault()
}
