'use client'

import type { ReactNode } from 'react'
import { type ClockOf, usePeriod } from './period-clock'

/** Shows `children` while a period is open, and `closed` from the moment when it is not, without a reload. */
export function WhileOpen({
  clock,
  children,
  closed = null,
}: {
  clock: ClockOf
  children: ReactNode
  closed?: ReactNode
}) {
  return usePeriod(clock).isOpen ? children : closed
}
