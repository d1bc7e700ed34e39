'use client'

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  useDndContext,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { type ReactNode, useId, useState, useTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { askFor } from '@/components/keeping/lost-answer'
import type { FormAction } from '@/components/ui/form'
import { letter } from '@/lib/export/paper'

type Row = { id: string; label: string; content: ReactNode }
type Group = { id: string; title: string; head: ReactNode; items: Row[] }

/**
 * The items under their headings, moved by a handle with the pointer or the keyboard. The order is the server's: its
 * answer corrects the optimistic order. Needs the messages `lists.byHand`.
 */
export function OrderByHand({
  headings,
  slug,
  action,
}: {
  headings: readonly Group[]
  slug: string
  action: FormAction
}) {
  const t = useTranslations('lists.byHand')
  const id = useId()
  const [shown, setShown] = useState(headings)
  const [announcement, setAnnouncement] = useState('')
  const [, startTransition] = useTransition()
  const [read, setRead] = useState(headings)
  if (read !== headings) {
    setRead(headings)
    setShown(headings)
  }
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: (event, { context }) => nextPlace(event, context, shown),
      // An interrupted smooth scroll would leave the item at its old place.
      scrollBehavior: 'auto',
    }),
  )

  const dropped = ({ active, over }: DragEndEvent) => {
    const target = over && placeOf(shown, String(over.id))
    const from = placeOf(shown, String(active.id))
    if (!target || !from || over.id === active.id) return
    const next = shown.map((group) => ({
      ...group,
      items: group.items.filter((item) => item.id !== active.id),
    }))
    next[target.group]!.items.splice(target.item, 0, shown[from.group]!.items[from.item]!)
    setShown(next)
    const form = new FormData()
    form.set('slug', slug)
    form.set('itemId', String(active.id))
    form.set('headingId', next[target.group]!.id)
    form.set('position', String(target.item + 1))
    startTransition(async () => {
      const answer = await askFor(action, form)
      // Only a stored move is announced.
      if (answer.status === 'idle') return
      setAnnouncement(answer.message ?? '')
      if (answer.status === 'refused') setShown(headings)
    })
  }

  // The library's own announcements name rows by id. A stored move is announced by `said`.
  const announcements = {
    onDragStart: () => t('taken'),
    onDragOver: ({ over }: DragOverEvent) => {
      const place = over && placeOf(shown, String(over.id))
      return place
        ? t('over', { place: place.item + 1, heading: shown[place.group]!.title })
        : undefined
    },
    onDragEnd: () => undefined,
    onDragCancel: () => t('putBack'),
  }

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('hint') } }}
    >
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {shown.map((group) => (
        <GroupOfItems key={group.id} group={group} />
      ))}
    </DndContext>
  )
}

/**
 * The coordinates for an arrow key: the next place in the list's order, through every heading and its end, for items of
 * any height. Aligns the middles of both.
 */
const nextPlace = (
  event: KeyboardEvent,
  {
    active,
    over,
    collisionRect,
    droppableRects,
  }: Parameters<KeyboardCoordinateGetter>[1]['context'],
  groups: readonly Group[],
): { x: number; y: number } | undefined => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.code]
  if (!step || !active || !collisionRect) return undefined
  event.preventDefault()
  const places = groups.flatMap(({ id, items }) => {
    const own = items.map((item) => item.id)
    return own.includes(String(active.id)) ? own : [...own, id]
  })
  const at = places.indexOf(String((over ?? active).id))
  const rect = droppableRects.get(places[at + step] ?? '')
  if (!rect) return undefined
  return { x: rect.left, y: rect.top + (rect.height - collisionRect.height) / 2 }
}

/** The place of an item, or the end of the group with that id. */
function placeOf(groups: readonly Group[], id: string): { group: number; item: number } | null {
  for (const [group, { id: own, items }] of groups.entries()) {
    if (own === id) return { group, item: items.length }
    const item = items.findIndex((item) => item.id === id)
    if (item >= 0) return { group, item }
  }
  return null
}

function GroupOfItems({ group }: { group: Group }) {
  return (
    <section className="mb-5">
      {group.head}
      <SortableContext
        items={group.items.map(({ id }) => id)}
        strategy={verticalListSortingStrategy}
      >
        <ol className="grid gap-1">
          {group.items.map((row, index) => (
            <SortableRow key={row.id} row={row} place={index + 1} />
          ))}
        </ol>
      </SortableContext>
      <EndOfGroup group={group} />
    </section>
  )
}

/**
 * The drop target at the end of a group, for items of other groups. It is small, because the nearest middle wins; an
 * item of the group itself becomes last at the last item's place.
 */
function EndOfGroup({ group }: { group: Group }) {
  const { active } = useDndContext()
  const isOwn = group.items.some(({ id }) => id === active?.id)
  const { setNodeRef, isOver } = useDroppable({ id: group.id, disabled: isOwn })
  return <div ref={setNodeRef} className={isOver ? 'h-3 border-t-2 border-accent' : 'h-3'} />
}

function SortableRow({ row, place }: { row: Row; place: number }) {
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id: row.id })
  return (
    <li
      ref={setNodeRef}
      style={transform ? { transform: CSS.Translate.toString(transform), transition } : undefined}
      className={`grid grid-cols-[2.75rem_1fr] gap-x-2 border-b border-line bg-paper py-3 ${isDragging ? 'relative z-10 shadow-lg' : ''}`}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={row.label}
        className="editor-tool touch-none self-start text-quiet"
      >
        ({letter(place)})
      </button>
      {row.content}
    </li>
  )
}
