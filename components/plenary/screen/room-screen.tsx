'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { ChineseLetters } from '@/components/text/chinese-letters'
import { Comparison } from '@/components/text/comparison'
import { NotLive } from '@/components/live/not-live'
import { useLive } from '@/components/live/use-live'
import type { StandingKind } from '@/lib/consolidation/kinds'
import type { ScreenView } from '@/lib/plenary/screen-view'
import { standsInBrackets } from '@/lib/consolidation/status/status-rule'
import { useFit } from './use-fit'

export type ScreenWords = {
  nothing: string
  /** "item # of ##" */
  place: string
  object: string
  notLive: string
  kinds: Record<'conclusion' | 'recommendation', string>
  standings: Record<StandingKind | 'adopted', string>
}

/** A text with more signs than this is longer than a device shows in the largest letters. */
const LONG = 600

/**
 * The item before the room on a delegate's own device: large, marked with what is being typed, and
 * where it stands. Changes by itself; says so when it is cut off, and catches up when it is back.
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
  words: ScreenWords
}) {
  const { view, since } = useScreen(address, initial)
  return (
    <div className="min-h-[60vh]">
      <NotLive since={since} text={words.notLive} />
      <div aria-live="polite">
        {view ? (
          <article>
            <p className="mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-1 sm:text-lg">
              <About view={view} words={words} />
            </p>
            <div className="room-text" data-long={isLong(view) || undefined}>
              <ScreenText view={view} />
            </div>
          </article>
        ) : (
          <Nothing>{words.nothing}</Nothing>
        )}
      </div>
      {view && itemAddress && !view.adopted && (
        <p className="no-print mt-10">
          <a href={itemAddress.replace('#', view.id)} className="button">
            {words.object}
          </a>
        </p>
      )}
    </div>
  )
}

/**
 * The same for the projector: nothing but the item, as large as it fits the wall, and below it where
 * it stands.
 */
export function ProjectorScreen({
  address,
  initial,
  words,
}: {
  address: string
  initial: ScreenView | null
  words: ScreenWords
}) {
  const { view, since } = useScreen(address, initial)
  const fitted = useFit(view)
  return (
    <div className="projector">
      <NotLive since={since} text={words.notLive} />
      <div aria-live="polite" ref={fitted} tabIndex={0} className="projector-text">
        {view ? <ScreenText view={view} /> : <Nothing>{words.nothing}</Nothing>}
      </div>
      {view && (
        <p className="flex flex-wrap items-baseline gap-x-10 gap-y-1 border-t border-line pt-4 text-base sm:text-2xl">
          <About view={view} words={words} />
        </p>
      )}
    </div>
  )
}

const isLong = ({ paragraphs }: ScreenView) =>
  paragraphs.flat().reduce((signs, { text }) => signs + text.length, 0) > LONG

function useScreen(address: string, initial: ScreenView | null) {
  const [view, setView] = useState(initial)
  const since = useLive(
    address,
    useCallback((data: string) => setView(JSON.parse(data) as ScreenView | null), []),
  )
  return { view, since }
}

const About = ({ view, words }: { view: ScreenView; words: ScreenWords }) => (
  <>
    <strong data-testid="standing">
      {words.standings[view.adopted ? 'adopted' : view.standing]}
    </strong>
    <span className="text-quiet">{view.heading}</span>
    <span className="text-quiet">
      {words.place.replace('##', String(view.of)).replace('#', String(view.place))}
    </span>
    <span className="text-quiet">{words.kinds[view.kind]}</span>
  </>
)

const ScreenText = ({ view }: { view: ScreenView }) => (
  <div className={standsInBrackets(view.standing) && !view.adopted ? 'room-bracketed' : ''}>
    {view.language === 'zh' && <ChineseLetters />}
    <Comparison paragraphs={view.paragraphs} language={view.language} />
  </div>
)

const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="py-24 text-center font-serif text-2xl text-quiet">{children}</p>
)
