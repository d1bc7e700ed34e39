'use client'

import { useCallback, useState } from 'react'
import { Comparison } from '@/components/comparison'
import { NotLive } from '@/components/live/not-live'
import { useLive } from '@/components/live/use-live'
import type { StandingKind } from '@/lib/consolidation/kinds'
import type { ScreenView } from '@/lib/consolidation/screen-view'

type Words = {
  nothing: string
  /** "{place} of {of}" with # for the one and ## for the other. */
  place: string
  object: string
  notLive: string
  kinds: Record<'conclusion' | 'recommendation', string>
  standings: Record<StandingKind | 'adopted', string>
}

/**
 * The item before the room, very large, marked with what is being typed, and where it stands. Changes
 * by itself; says so when it is cut off, and catches up when it is back.
 */
export function RoomScreen({
  address,
  initial,
  itemAddress,
  words,
}: {
  address: string
  initial: ScreenView | null
  /** Where an item can be objected to, with # for its id; null for whoever may not. */
  itemAddress: string | null
  words: Words
}) {
  const [view, setView] = useState(initial)
  const since = useLive(
    address,
    useCallback((data: string) => setView(JSON.parse(data) as ScreenView | null), []),
  )
  return (
    <div className="min-h-[60vh]">
      <NotLive since={since} text={words.notLive} />
      <div aria-live="polite">
        {view ? (
          <article>
            <p className="mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-lg">
              <span className="text-quiet">{view.heading}</span>
              <span className="text-quiet">
                {words.place.replace('##', String(view.of)).replace('#', String(view.place))}
              </span>
              <span className="text-quiet">{words.kinds[view.kind]}</span>
              <strong data-testid="standing">
                {words.standings[view.adopted ? 'adopted' : view.standing]}
              </strong>
            </p>
            <div
              className={view.standing === 'bracketed' ? 'room-text room-bracketed' : 'room-text'}
            >
              <Comparison paragraphs={view.paragraphs} language={view.language} />
            </div>
            {itemAddress && !view.adopted && (
              <p className="no-print mt-10">
                <a href={itemAddress.replace('#', view.id)} className="button">
                  {words.object}
                </a>
              </p>
            )}
          </article>
        ) : (
          <p className="py-24 text-center font-serif text-2xl text-quiet">{words.nothing}</p>
        )}
      </div>
    </div>
  )
}
