'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { GripVertical } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Carried, Target } from './carrying'
import { useBoard } from './desk-board'

/** The handle by which a preliminary item is carried to the list. */
export function SourceHandle({ id, label, name }: { id: string; label: string; name: string }) {
  const { countOf } = useBoard()
  const { listeners, setNodeRef } = useDraggable({
    id: `source ${id}`,
    data: { kind: 'source', id, label, count: countOf(id) } satisfies Carried,
  })
  return (
    <span
      ref={setNodeRef}
      {...listeners}
      title={name}
      aria-hidden
      className="no-print grid size-7 cursor-grab touch-none select-none place-items-center rounded-sm text-line-strong hover:bg-accent-wash hover:text-accent"
    >
      <Icon of={GripVertical} size={16} />
    </span>
  )
}

/** The handle of an item: carried by the pointer, moved by the arrow keys. */
export function ItemHandle({
  headingId,
  item,
  name,
  up,
  down,
}: {
  headingId: string
  item: Omit<Extract<Carried, { kind: 'item' }>, 'kind'>
  name: string
  up: string | null
  down: string | null
}) {
  const { play } = useBoard()
  const { id } = item
  const { listeners, setNodeRef } = useDraggable({
    id: `item ${id}`,
    data: { kind: 'item', ...item } satisfies Carried,
  })
  const buttonRef = useRef<HTMLButtonElement | null>(null)
  const hasMoved = useRef(false)
  // Moving in the page takes the focus away: restore it to the moved row.
  useEffect(() => {
    if (hasMoved.current && document.activeElement === document.body) buttonRef.current?.focus()
  })
  return (
    <button
      type="button"
      ref={(element) => {
        buttonRef.current = element
        setNodeRef(element)
      }}
      {...listeners}
      onKeyDown={(event) => {
        const before = event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : null
        if (before === null) return
        event.preventDefault()
        hasMoved.current = true
        play({ act: 'place', id, headingId, before })
      }}
      onBlur={() => {
        hasMoved.current = false
      }}
      aria-label={name}
      title={name}
      className="no-print grid size-7 cursor-grab touch-none select-none place-items-center rounded-sm text-line-strong hover:bg-accent-wash hover:text-accent"
    >
      <Icon of={GripVertical} size={16} />
    </button>
  )
}

/** A place of the list to which something may be carried. */
function usePlace(target: Target) {
  const { carried, meaning } = useBoard()
  const { headingId, itemId, onto } = target
  const { isOver, setNodeRef } = useDroppable({
    id: `${onto ? 'onto' : 'before'} ${headingId} ${itemId}`,
    data: target,
  })
  const means = isOver ? meaning(target) : null
  return { carries: carried !== null, means, setNodeRef }
}

const HINT =
  'pointer-events-none absolute z-20 max-w-full truncate rounded-sm px-2 py-0.5 text-xs font-semibold shadow-sm'
const TONES = { act: 'bg-accent text-accent-ink', none: 'bg-alarm-wash text-alarm' }

/** An item into which something may be taken. */
export function ItemPlace({ target, children }: { target: Target; children: ReactNode }) {
  const { means, setNodeRef } = usePlace(target)
  return (
    <div
      ref={setNodeRef}
      data-place={target.number}
      className={`relative rounded-sm ${
        means ? `outline-2 ${means.act ? 'bg-accent-wash outline-accent' : 'outline-alarm'}` : ''
      }`}
    >
      {children}
      {means && (
        <p data-hint className={`${HINT} -top-3 end-1 ${TONES[means.act ? 'act' : 'none']}`}>
          {means.text}
        </p>
      )}
    </div>
  )
}

/** A gap between items, or the end of a heading. It lies over its neighbours while something is carried, and moves nothing. */
export function GapPlace({ target, isEnd = false }: { target: Target; isEnd?: boolean }) {
  const { carries, means, setNodeRef } = usePlace(target)
  return (
    <div
      ref={setNodeRef}
      aria-hidden
      data-gap={target.number}
      className={`no-print z-10 ${isEnd ? 'relative h-6' : 'absolute inset-x-0 -top-3.5 h-6'} ${
        carries ? '' : 'pointer-events-none'
      }`}
    >
      {means && (
        <>
          <span className="absolute inset-x-0 top-[0.7rem] h-1 rounded-full bg-accent" />
          <p data-hint className={`${HINT} start-12 top-0 ${TONES.act}`}>
            {means.text}
          </p>
        </>
      )}
    </div>
  )
}
