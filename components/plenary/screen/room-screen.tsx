'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChineseFont } from '@/components/text/chinese-font'
import { Comparison } from '@/components/text/comparison'
import { FloorClock } from '@/components/meetings/speakers/floor-clock'
import { NotLive } from '@/components/live/not-live'
import { useLive } from '@/components/live/use-live'
import type { DecisionOnScreen } from '@/lib/sessions/decisions/on-screen'
import type { RoomView } from '@/lib/meetings/speakers/floor-queries'
import type { ScreenView } from '@/lib/plenary/screen/view'
import { standsInBrackets } from '@/lib/consolidation/status/status-rule'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { AboutDecision, DecisionText } from './decision-text'
import { useFit } from './use-fit'

/** A text with more signs than this is longer than a device shows in the largest letters. */
const LONG = 600

/**
 * The item before the room, or a decision, on a delegate's own device: large, marked with the typed changes, and its
 * status. Updates by itself; says so when it is offline, and catches up when it is back.
 */
export function RoomScreen({
  address,
  initial,
  itemsAddress,
}: {
  address: string
  initial: RoomView
  /** The address of the items, if the reader can object; null for others. */
  itemsAddress: string | null
}) {
  const t = useTranslations('plenary.room')
  const { view, floor, decision, cut } = useRoom(address, initial)
  return (
    <div className="min-h-[60vh]">
      <NotLive cut={cut} />
      <FloorClock view={floor} />
      <div aria-live="polite">
        {decision ? (
          <article>
            <p className="mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-1 sm:text-lg">
              <AboutDecision decision={decision} />
            </p>
            <div className="room-text" data-long={decision.words.length > LONG || undefined}>
              <DecisionText decision={decision} />
            </div>
          </article>
        ) : view ? (
          <article>
            <p className="mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-1 sm:text-lg">
              <About view={view} />
            </p>
            <div className="room-text" data-long={isLong(view) || undefined}>
              <ScreenText view={view} />
            </div>
          </article>
        ) : (
          <Nothing>{t('nothing')}</Nothing>
        )}
      </div>
      {view && !decision && itemsAddress && !view.adopted && (
        <p className="no-print mt-10">
          <a href={`${itemsAddress}/${view.id}`} className="button">
            {t(view.status === 'agreed' ? 'open' : 'object')}
          </a>
        </p>
      )}
    </div>
  )
}

/**
 * The same for the projector: nothing but the item, as large as it fits the wall, below it its status, above it the
 * holder of the floor.
 */
export function ProjectorScreen({ address, initial }: { address: string; initial: RoomView }) {
  const t = useTranslations('plenary.room')
  const { view, floor, decision, cut } = useRoom(address, initial)
  const fitted = useFit(decision ?? view)
  return (
    <div className="projector">
      <NotLive cut={cut} />
      <FloorClock view={floor} />
      <div aria-live="polite" ref={fitted} tabIndex={0} className="projector-text">
        <OnWall decision={decision} view={view} nothing={t('nothing')} />
      </div>
      {(decision ?? view) && (
        <p className="flex flex-wrap items-baseline gap-x-10 gap-y-1 border-t border-line pt-4 text-base sm:text-2xl">
          {decision ? <AboutDecision decision={decision} /> : <About view={view!} />}
        </p>
      )}
    </div>
  )
}

/** A decision stands before the item. */
function OnWall({
  decision,
  view,
  nothing,
}: {
  decision: DecisionOnScreen | null
  view: ScreenView | null
  nothing: string
}) {
  if (decision) return <DecisionText decision={decision} />
  return view ? <ScreenText view={view} /> : <Nothing>{nothing}</Nothing>
}

const isLong = ({ paragraphs }: ScreenView) =>
  paragraphs.flat().reduce((signs, { text }) => signs + text.length, 0) > LONG

function useRoom(address: string, initial: RoomView) {
  const [view, setView] = useState(initial)
  const cut = useLive(
    address,
    useCallback((data: string) => setView(JSON.parse(data) as RoomView), []),
  )
  return { view: view.item, floor: view.floor, decision: view.decision, cut }
}

function About({ view }: { view: ScreenView }) {
  const t = useTranslations('plenary.room')
  const status = useTranslations('consolidation.statuses')
  const kind = useTranslations('consolidation.kinds')
  return (
    <>
      <strong data-testid="status">{status(view.adopted ? 'adopted' : view.status)}</strong>
      <strong>{itemNumber(view)}</strong>
      <span className="text-quiet">{view.heading}</span>
      <span className="text-quiet">{t('place', { place: view.place, of: view.of })}</span>
      <span className="text-quiet">{kind(view.kind)}</span>
    </>
  )
}

const ScreenText = ({ view }: { view: ScreenView }) => (
  <div className={standsInBrackets(view.status) && !view.adopted ? 'room-bracketed' : ''}>
    {view.language === 'zh' && <ChineseFont />}
    <Comparison paragraphs={view.paragraphs} language={view.language} />
  </div>
)

const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="py-24 text-center font-serif text-2xl text-quiet">{children}</p>
)
