'use client'

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslations } from 'use-intl/react'
import { DeskBar, type DeskAddresses } from '@/components/consolidation/bar/desk-bar'
import { restoreFocus } from '@/components/consolidation/bar/source-rows'
import {
  drawTicks,
  NOTHING,
  noteTick,
  readTicks,
  type Ticks,
  useTicks,
} from '@/components/consolidation/bar/ticks'
import {
  type Act,
  type Answer,
  type DeskActs,
  useDeskActs,
} from '@/components/consolidation/bar/use-desk-acts'
import { type DeskCommands, useDeskCommands } from '@/components/consolidation/bar/use-desk-buttons'
import { useDeskKeys } from '@/components/consolidation/bar/use-desk-keys'
import { type Panel, usePanel } from '@/components/consolidation/panel/use-panel'
import {
  announcementsOf,
  type Carried,
  type Meaning,
  meaningOf,
  type Target,
  underPointer,
} from './carrying'

type Board = {
  slug: string
  ticks: Ticks
  carried: Carried | null
  meaning: (target: Target) => Meaning | null
  /** The number of items carried along with this one. */
  countOf: (id: string) => number
  play: (act: Act) => void
  say: (answer: Answer | null) => void
  panel: Panel
  commands: DeskCommands | null
}
const NO_PANEL: Panel = { open: null, show: () => {}, close: () => {} }
/** The board of a page at which nothing is carried and nothing ticked. */
export const NO_BOARD: Board = {
  slug: '',
  ticks: NOTHING,
  carried: null,
  meaning: () => null,
  countOf: () => 1,
  play: () => {},
  say: () => {},
  panel: NO_PANEL,
  commands: null,
}
export const BoardContext = createContext<Board>(NO_BOARD)
export const useBoard = () => use(BoardContext)

/**
 * The desk at which items are made, moved and merged by hand or by keyboard. Ticked and chosen items stay through acts,
 * searches and reloads. Each act is one request; the re-rendered page shows the result. Needs the messages
 * `consolidation.desk`.
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
  addresses: DeskAddresses
  children: ReactNode
}) {
  const t = useTranslations('consolidation.desk')
  const id = useId()
  const ticks = useTicks(slug)
  const panel = usePanel(slug)
  const desk = useDeskActs(slug, acts, ticks, { ticked: t('tickFirst'), chosen: t('chooseFirst') })
  const { play, say } = desk
  const [carried, setCarried] = useState<Carried | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  useBoxes(slug)
  const { matching } = addresses
  const commands = useDeskCommands({ slug, ticks, panel, desk, last, matching })
  useDeskKeys(commands)

  const countOf = useCallback(
    (source: string) => (ticks.ticked.some((item) => item.id === source) ? ticks.ticked.length : 1),
    [ticks],
  )
  const board = useMemo(
    () => ({
      slug,
      ticks,
      carried,
      meaning: (target: Target) => carried && meaningOf(carried, target, t),
      countOf,
      play,
      say,
      panel,
      commands,
    }),
    [slug, ticks, carried, t, countOf, play, say, panel, commands],
  )

  const drop = ({ active, over }: DragEndEvent) => {
    setCarried(null)
    const carried = active.data.current as Carried | undefined
    const target = over?.data.current as Target | undefined
    const meaning = carried && target ? meaningOf(carried, target, t) : null
    if (meaning?.act) play(meaning.act)
    else if (meaning) say({ text: meaning.text, refused: true })
  }

  return (
    <BoardContext value={board}>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={underPointer}
        accessibility={{
          announcements: announcementsOf(t),
          screenReaderInstructions: { draggable: t('keysOfHandle') },
        }}
        onDragStart={({ active }: DragStartEvent) =>
          setCarried((active.data.current as Carried | undefined) ?? null)
        }
        onDragCancel={() => setCarried(null)}
        onDragEnd={drop}
      >
        {children}
        <DragOverlay dropAnimation={null} style={{ width: 'min(22rem, 80vw)', height: 'auto' }}>
          {carried && (
            <p
              dir="auto"
              className="truncate rounded-md border border-accent bg-paper px-3 py-2 font-serif shadow-lg"
            >
              {carried.kind === 'source' && carried.count > 1
                ? t('several', { count: carried.count })
                : carried.label}
            </p>
          )}
        </DragOverlay>
      </DndContext>
      <DeskBar
        slug={slug}
        desk={desk}
        ticks={ticks}
        commands={commands}
        last={last}
        addresses={addresses}
      />
    </BoardContext>
  )
}

/** Synchronizes the boxes of the page with the stored ticks. */
function useBoxes(slug: string) {
  const isRead = useRef(false)
  useEffect(() => {
    if (!isRead.current) readTicks(slug)
    isRead.current = true
    drawTicks(slug)
    restoreFocus()
  })
  useEffect(() => {
    const changed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && ['items', 'into'].includes(target.name))
        noteTick(slug, target)
    }
    document.addEventListener('change', changed)
    return () => document.removeEventListener('change', changed)
  }, [slug])
}
