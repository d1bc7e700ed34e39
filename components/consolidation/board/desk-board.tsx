'use client'

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MeasuringStrategy,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  use,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react'
import { useTranslations } from 'use-intl/react'
import { DeskBar } from './desk-bar'
import { type Act, type DeskActs, useDeskActs } from './use-desk-acts'

type Kind = 'source' | 'item'
type Handle = { kind: Kind; id: string; label: string }
/** What is carried, and what it means to put it onto an item or before it. */
type Carried = Handle & { onto: string; before: string }
export type Target = { headingId: string; itemId: string; onto: boolean }

type Board = { carried: Carried | null; play: (act: Act) => void }
const BoardContext = createContext<Board>({ carried: null, play: () => {} })
export const useBoard = () => use(BoardContext)

/**
 * The desk at which items are made, moved and joined by hand or by keyboard: what is carried onto an item
 * is taken into it, what is carried between items gets its place there. Each act is one request; what
 * the server made of it is shown by the page that it draws again. Needs the messages `consolidation.desk`.
 */
export function DeskBoard({
  slug,
  acts,
  last,
  addresses,
  children,
}: {
  slug: string
  acts: DeskActs
  /** The act that can be undone now, in words. */
  last: { id: string; label: string } | null
  addresses: ComponentProps<typeof DeskBar>['addresses']
  children: ReactNode
}) {
  const t = useTranslations('consolidation.desk')
  const id = useId()
  const [carried, setCarried] = useState<Carried | null>(null)
  const desk = useDeskActs(slug, acts, t('chooseFirst'))
  const { play } = desk
  const board = useMemo(() => ({ carried, play }), [carried, play])
  // What it means to put something of either kind onto an item, and before it.
  const meaning: Record<Kind, { onto: string; before: string }> = {
    source: { onto: t('takeInto'), before: t('makeHere') },
    item: { onto: t('joinWith'), before: t('moveHere') },
  }
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event
      const typing =
        target instanceof HTMLElement &&
        target.matches(
          'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]',
        )
      if (typing || altKey) return
      if (key === 'z' && (ctrlKey || metaKey) ? last : key === 'u' && !ctrlKey && !metaKey && last)
        play({ act: 'undo', id: last!.id })
      else if (ctrlKey || metaKey) return
      else if (key === 'm') play({ act: 'makeOf' })
      else if (key === 'a') play({ act: 'take' })
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [last, play])

  const dropped = ({ active, over }: DragEndEvent) => {
    setCarried(null)
    const what = active.data.current as Handle | undefined
    const onto = over?.data.current as Target | undefined
    if (!what || !onto) return
    const act = actOf(what, onto)
    if (act) play(act)
  }

  return (
    <BoardContext value={board}>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={pointerWithin}
        // The gaps open when something is carried: where they are is measured then.
        measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
        onDragStart={({ active }: DragStartEvent) => {
          const what = active.data.current as Handle | undefined
          setCarried(what ? { ...what, ...meaning[what.kind] } : null)
        }}
        onDragCancel={() => setCarried(null)}
        onDragEnd={dropped}
      >
        {children}
        <DragOverlay dropAnimation={null} style={{ width: 'min(22rem, 80vw)', height: 'auto' }}>
          {carried && (
            <p className="truncate rounded-md border border-accent bg-paper px-3 py-2 font-serif shadow-lg">
              {carried.label}
            </p>
          )}
        </DragOverlay>
      </DndContext>
      <DeskBar desk={desk} last={last} addresses={addresses} />
    </BoardContext>
  )
}

/** What it means to put something somewhere; null where it means nothing. */
function actOf(what: Handle, { headingId, itemId, onto }: Target): Act | null {
  if (what.kind === 'source')
    return onto
      ? { act: 'take', id: itemId, also: what.id }
      : { act: 'makeOf', headingId, before: itemId, also: what.id }
  if (what.id === itemId) return null
  return onto
    ? { act: 'merge', id: itemId, otherId: what.id }
    : { act: 'place', id: what.id, headingId, before: itemId }
}
