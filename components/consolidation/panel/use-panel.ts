'use client'

import { useMemo } from 'react'
import { changeTicks, type OpenPanel, useTicks } from '@/components/consolidation/bar/ticks'

export type Panel = {
  open: OpenPanel | null
  show: (panel: OpenPanel) => void
  close: () => void
}

/** The open panel at the desk; a reload opens it again. */
export function usePanel(desk: string): Panel {
  const { panel: open } = useTicks(desk)
  return useMemo(
    () => ({
      open,
      show: (panel) => changeTicks(desk, () => ({ panel })),
      close: () => changeTicks(desk, () => ({ panel: null })),
    }),
    [desk, open],
  )
}
