import type { Announcements, CollisionDetection } from '@dnd-kit/core'
import type { Act } from '@/components/consolidation/bar/use-desk-acts'

/** Something that is carried: a preliminary item, or an item of the list with its number. */
export type Carried =
  | { kind: 'source'; id: string; label: string; count: number }
  | {
      kind: 'item'
      id: string
      label: string
      number: string
      /** The reason why it stays on the list, so that it may be moved but not merged; null if it may leave. */
      stays: string | null
    }

/** A place of the list: an item, or the gap before it; without an item, the end of a heading. */
export type Target = { headingId: string; itemId: string; number: string; onto: boolean }

/** The meaning of a drop here: the sentence, and the act; without an act it means nothing. */
export type Meaning = { text: string; act: Act | null }

type Say = (key: string, values?: Record<string, string | number>) => string

/** The meaning of a drop on a target; null if both are the same thing. Gives the hint and the act together. */
export function meaningOf(carried: Carried, target: Target, t: Say): Meaning | null {
  const { headingId, itemId, number, onto } = target
  if (carried.kind === 'source') {
    const { id, count } = carried
    return onto
      ? { text: t('takeInto', { count, number }), act: { act: 'take', id: itemId, also: id } }
      : {
          text: t('makeHere', { count }),
          act: { act: 'makeOf', headingId, before: itemId, also: id },
        }
  }
  if (carried.id === itemId) return null
  if (!onto)
    return {
      text: t('moveHere', { number: carried.number }),
      act: { act: 'place', id: carried.id, headingId, before: itemId },
    }
  if (carried.stays) return { text: carried.stays, act: null }
  return {
    text: t('mergeInto', { number: carried.number, into: number }),
    act: { act: 'merge', id: itemId, otherId: carried.id },
  }
}

/**
 * The place under the pointer, as the browser finds it: right in scrolled lists, independent of the measures at the
 * start of the drag.
 */
export const underPointer: CollisionDetection = ({ pointerCoordinates, droppableContainers }) => {
  if (!pointerCoordinates) return []
  const places = new Map(
    droppableContainers.map((container) => [container.node.current, container]),
  )
  const { x, y } = pointerCoordinates
  for (const element of document.elementsFromPoint(x, y)) {
    const place = element instanceof HTMLElement ? places.get(element) : undefined
    if (place) return [{ id: place.id, data: { droppableContainer: place, value: 1 } }]
  }
  return []
}

/** A screen reader's words while a person carries something. */
export const announcementsOf = (t: Say): Announcements => {
  const carriedOf = (data: unknown) => data as Carried
  const meaning = (from: unknown, to: unknown) => {
    const outcome = to ? meaningOf(carriedOf(from), to as Target, t) : null
    return outcome?.text ?? t('nowhere')
  }
  const nameOf = (carried: Carried) =>
    carried.kind === 'item' ? `${carried.number} ${carried.label}` : carried.label
  return {
    onDragStart: ({ active }) => t('carries', { name: nameOf(carriedOf(active.data.current)) }),
    onDragOver: ({ active, over }) => meaning(active.data.current, over?.data.current),
    onDragEnd: ({ active, over }) =>
      t('letGo', { meaning: meaning(active.data.current, over?.data.current) }),
    onDragCancel: () => t('carryingEnded'),
  }
}
