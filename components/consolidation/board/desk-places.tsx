'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { type Target, useBoard } from './desk-board'

/** The handle by which a preliminary item is carried to the list. */
export function SourceHandle({ id, label, name }: { id: string; label: string; name: string }) {
  const { listeners, setNodeRef } = useDraggable({
    id: `source ${id}`,
    data: { kind: 'source', id, label },
  })
  return (
    <span
      ref={setNodeRef}
      {...listeners}
      title={name}
      aria-hidden
      className="no-print cursor-grab touch-none select-none px-1 text-quiet"
    >
      ⠿
    </span>
  )
}

/** The handle of an item: carried by the pointer, moved by the arrow keys. */
export function ItemHandle({
  id,
  headingId,
  label,
  name,
  up,
  down,
}: {
  id: string
  headingId: string
  label: string
  name: string
  up: string | null
  down: string | null
}) {
  const { play } = useBoard()
  const { listeners, setNodeRef } = useDraggable({
    id: `item ${id}`,
    data: { kind: 'item', id, label },
  })
  const own = useRef<HTMLButtonElement | null>(null)
  const moved = useRef(false)
  // Moving in the page takes the focus away: it stays with what was moved.
  useEffect(() => {
    if (moved.current && document.activeElement === document.body) own.current?.focus()
  })
  return (
    <button
      type="button"
      ref={(element) => {
        own.current = element
        setNodeRef(element)
      }}
      {...listeners}
      onKeyDown={(event) => {
        const before = event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : null
        if (before === null) return
        event.preventDefault()
        moved.current = true
        play({ act: 'place', id, headingId, before })
      }}
      onBlur={() => {
        moved.current = false
      }}
      aria-label={name}
      title={name}
      className="editor-tool no-print cursor-grab touch-none select-none text-quiet"
    >
      ⠿
    </button>
  )
}

/** A place of the list: an item to take into or join with, or the gap before it. Says so while something is carried. */
export function DeskPlace({
  headingId,
  itemId,
  onto,
  children,
}: Target & { children?: ReactNode }) {
  const { carried } = useBoard()
  const { isOver, setNodeRef } = useDroppable({
    id: `${onto ? 'onto' : 'before'} ${headingId} ${itemId}`,
    data: { headingId, itemId, onto } satisfies Target,
  })
  const means = carried && carried.id !== itemId && carried[onto ? 'onto' : 'before']
  if (!onto)
    return (
      <div
        ref={setNodeRef}
        aria-hidden
        className={`no-print rounded-sm text-center text-xs transition-[height] ${
          means ? 'h-7 border border-dashed' : 'h-1'
        } ${isOver && means ? 'border-accent bg-accent-wash text-accent' : 'border-line text-transparent'}`}
      >
        {means && isOver && means}
      </div>
    )
  return (
    <div
      ref={setNodeRef}
      className={isOver && means ? 'rounded-sm bg-accent-wash outline-2 outline-accent' : ''}
    >
      {children}
      {isOver && means && <p className="px-1 text-xs text-accent">{means}</p>}
    </div>
  )
}
