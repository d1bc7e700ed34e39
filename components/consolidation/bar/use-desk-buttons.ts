'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Panel } from '@/components/consolidation/panel/use-panel'
import { tick, type Ticked, type Ticks } from './ticks'
import { type Desk, idsOfAct } from './use-desk-acts'

/** The acts at the desk, each by a button and by the key of its letter. */
export type DeskCommands = Record<
  'word' | 'make' | 'take' | 'reword' | 'aside' | 'undo' | 'tickAll',
  () => void
>

/** The commands of the desk, for its buttons and its keys alike. */
export function useDeskCommands({
  slug,
  ticks,
  panel,
  desk: { play, say },
  last,
  matching,
}: {
  slug: string
  ticks: Ticks
  panel: Panel
  desk: Desk
  last: { id: string } | null
  /** The address that answers all items that match the search. */
  matching: string
}): DeskCommands {
  const t = useTranslations('consolidation.desk')
  const { show } = panel
  return useMemo(() => {
    const refuse = (text: string) => say({ text, refused: true })
    const showFor = (kind: 'word' | 'aside') => {
      const ids = idsOfAct(ticks)
      if (ids.length === 0) refuse(t('tickFirst'))
      else show({ kind, ids })
    }
    return {
      word: () => showFor('word'),
      aside: () => showFor('aside'),
      make: () => play({ act: 'makeOf' }),
      take: () => play({ act: 'take' }),
      reword: () => {
        if (ticks.chosen) show({ kind: 'reword', id: ticks.chosen.id })
        else refuse(t('chooseFirst'))
      },
      undo: () => {
        if (last) play({ act: 'undo', id: last.id })
      },
      tickAll: () => {
        void itemsAt(matching).then((items) => {
          if (!items) return refuse(t('notReached'))
          tick(slug, items)
          say({ text: t('allTicked', { count: items.length }), refused: false })
        })
      },
    }
  }, [slug, ticks, show, play, say, last, matching, t])
}

/** The items at an address; null if the server does not answer. */
async function itemsAt(address: string): Promise<Ticked[] | null> {
  try {
    const answer = await fetch(address)
    return answer.ok ? ((await answer.json()) as Ticked[]) : null
  } catch {
    return null
  }
}
