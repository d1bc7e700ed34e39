'use client'

import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { SPOKEN } from './ask-again'
import { type PeriodNow, type PeriodShown, shownAfter } from './period-shown'

/** The address of the clock, the kind of the period, and its state at the render of the page. */
export type ClockOf = { address: string; kind: 'submission' | 'comments'; drawn: PeriodNow }

/** Between two questions to the server: a deadline may be moved, and a computer may have slept. */
const ASK = 60_000
/** A person whose words are being saved asks more often: a period may be closed by hand at any moment. */
const ASK_WHILE_WRITING = 10_000
const SECOND = 1_000

/** Counts one period down by the database's clock, as the server told it last, for all that show it. */
class PeriodClock {
  private readonly hearers = new Set<() => void>()
  private lastState: PeriodNow
  private toldAt: number
  private shown: PeriodShown
  private tick: ReturnType<typeof setInterval> | undefined
  private ask: ReturnType<typeof setInterval> | undefined
  private askedAt = Number.NEGATIVE_INFINITY

  constructor(private readonly of: ClockOf) {
    this.lastState = of.drawn
    this.toldAt = drawnAt()
    this.shown = shownAfter(this.lastState, performance.now() - this.toldAt)
  }

  read = (): PeriodShown => this.shown

  subscribe = (hear: () => void): (() => void) => {
    this.hearers.add(hear)
    if (this.hearers.size === 1) this.start()
    return () => {
      this.hearers.delete(hear)
      if (this.hearers.size === 0) this.stop()
    }
  }

  /** The page was rendered again, or the server answered. */
  learn(state: PeriodNow): void {
    if (state.now <= this.lastState.now) return
    this.lastState = state
    this.toldAt = performance.now()
    this.show()
  }

  private start(): void {
    this.tick = setInterval(() => this.show(), SECOND)
    this.ask = setInterval(() => void this.askServer(), ASK)
    document.addEventListener('visibilitychange', this.wake)
    document.addEventListener(SPOKEN, this.write)
    window.addEventListener('online', this.wake)
    if (this.shown.secondsLeft !== null) void this.askServer()
  }

  private stop(): void {
    clearInterval(this.tick)
    clearInterval(this.ask)
    document.removeEventListener('visibilitychange', this.wake)
    document.removeEventListener(SPOKEN, this.write)
    window.removeEventListener('online', this.wake)
  }

  private readonly wake = () => {
    if (document.visibilityState === 'visible') void this.askServer()
  }

  private readonly write = () => {
    if (performance.now() - this.askedAt >= ASK_WHILE_WRITING) void this.askServer()
  }

  private show(): void {
    const next = shownAfter(this.lastState, performance.now() - this.toldAt)
    const { isOpen, printed, secondsLeft } = this.shown
    if (next.isOpen === isOpen && next.printed === printed && next.secondsLeft === secondsLeft)
      return
    this.shown = next
    for (const hear of this.hearers) hear()
    if (isOpen && !next.isOpen) void this.askServer()
  }

  private async askServer(): Promise<void> {
    if (document.visibilityState === 'hidden') return
    this.askedAt = performance.now()
    try {
      const answer = await fetch(this.of.address, { cache: 'no-store' })
      if (!answer.ok) return
      const state = ((await answer.json()) as Record<string, PeriodNow | null>)[this.of.kind]
      if (state) this.learn(state)
    } catch {
      /* Without a connection it counts on by itself. */
    }
  }
}

/** The time of the server's render, by the clock of the page; later pages of the same document are new. */
function drawnAt(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return document.readyState === 'complete' || !navigation
    ? performance.now()
    : navigation.responseStart
}

const clocks = new Map<string, PeriodClock>()

function clockOf(of: ClockOf): PeriodClock {
  const key = `${of.address} ${of.kind}`
  const clock = clocks.get(key) ?? new PeriodClock(of)
  clocks.set(key, clock)
  return clock
}

/** The present state of a period, by the database's clock; turns to closed without a reload. */
export function usePeriod(of: ClockOf): PeriodShown {
  const { address, kind, drawn } = of
  const clock = useCallback(() => clockOf({ address, kind, drawn }), [address, kind, drawn])
  useEffect(() => clock().learn(drawn), [clock, drawn])
  const atRender = useMemo(() => shownAfter(drawn, 0), [drawn])
  return useSyncExternalStore(
    useCallback((hear) => clock().subscribe(hear), [clock]),
    () => clock().read(),
    () => atRender,
  )
}
