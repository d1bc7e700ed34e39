'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { FloorView } from '@/lib/meetings/speakers/clock'

const printTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/**
 * The holder of the floor, and the time used of the time allowed. The server sends the time at each change; in between
 * a monotonic clock counts it. Nothing while nobody has the floor.
 */
export function FloorClock({ view }: { view: FloorView | null }) {
  const t = useTranslations('floor')
  const used = useSeconds(view)
  if (!view) return null
  const { speaker, onBehalfOf, item, minutes, pointOfOrder } = view
  const isOver = minutes !== null && used > minutes * 60
  return (
    <section aria-label={t('title')} className="floor-clock" data-over={isOver || undefined}>
      <p>
        <strong>{onBehalfOf ? t('onBehalfOf', { speaker, group: onBehalfOf }) : speaker}</strong>{' '}
        <span>
          {pointOfOrder ? t('pointOfOrder', { speaker: pointOfOrder }) : t('item', { item })}
        </span>
      </p>
      {minutes !== null && (
        <p role="timer" aria-live="off">
          <b>{printTime(used)}</b> {t(isOver ? 'over' : 'of', { minutes })}
        </p>
      )}
    </section>
  )
}

/** The seconds used, counted on from the server's figure; still during a point of order. */
function useSeconds(view: FloorView | null): number {
  const [counted, setCounted] = useState({ view, since: 0 })
  if (counted.view !== view) setCounted({ view, since: 0 })
  useEffect(() => {
    if (!view || view.pointOfOrder) return
    const began = performance.now()
    const timer = setInterval(
      () => setCounted({ view, since: Math.floor((performance.now() - began) / 1000) }),
      500,
    )
    return () => clearInterval(timer)
  }, [view])
  return view ? view.used + (counted.view === view ? counted.since : 0) : 0
}
