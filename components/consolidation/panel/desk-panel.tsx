'use client'

import { useTranslations } from 'use-intl/react'
import { X } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { focusLater, rowInFocus } from '@/components/consolidation/bar/source-rows'
import { changeTicks, lastHeadingKey, writeStored } from '@/components/consolidation/bar/ticks'
import { useBoard } from '@/components/consolidation/board/desk-board'
import type { Choice } from '@/components/ui/choices'
import type { FormAction } from '@/components/ui/form'
import { AsidePanel } from './aside-panel'
import type { PanelBasis } from './basis'
import type { OpenPanel } from '@/components/consolidation/bar/ticks'
import { WordPanel } from './word-panel'

type PanelActs = Record<'word' | 'reword' | 'aside', FormAction>

/**
 * The panel beside the sources: a new item from them, the item that is reworded, or the outcome that is given. On a
 * narrow screen it lies over the page. Typed words survive a reload. Control and Enter save, Escape closes it.
 */
export function DeskPanel({
  acts,
  address,
  headings,
}: {
  acts: PanelActs
  /** The address that answers a panel's basis. */
  address: string
  headings: readonly Choice[]
}) {
  const t = useTranslations('consolidation.desk.panel')
  const { slug, panel, say } = useBoard()
  const { open, close } = panel
  const basis = useBasis(address, open, () => {
    close()
    say({ text: t('notReached'), refused: true })
  })
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!open || !basis) return
    focusLater(rowInFocus())
    section.current?.scrollIntoView({ block: 'nearest' })
    section.current?.querySelector<HTMLElement>('textarea, input[type=radio]')?.focus()
  }, [open, basis])
  if (!open) return null

  /** The act, which closes the panel together with the re-rendered page. */
  const closing =
    (action: FormAction): FormAction =>
    async (before, form) => {
      const state = await action(before, form)
      if (state.status === 'done')
        startTransition(() => {
          if (form.get('headingId')) writeStored(lastHeadingKey(slug), form.get('headingId'))
          if ('ids' in open) {
            const used = new Set(open.ids)
            changeTicks(slug, ({ ticked }) => ({
              ticked: ticked.filter(({ id }) => !used.has(id)),
            }))
          }
          close()
          say({ text: state.message ?? '', refused: false })
        })
      return state
    }

  return (
    <section
      ref={section}
      aria-labelledby="panel-title"
      data-panel={open.kind}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          section.current?.querySelector('form')?.requestSubmit()
        }
      }}
      className="no-print max-lg:fixed max-lg:inset-0 max-lg:z-30 max-lg:overflow-y-auto max-lg:bg-paper max-lg:p-4 lg:mb-8 lg:rounded-md lg:border lg:border-accent lg:bg-sheet lg:p-5"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h3 id="panel-title" className="font-serif text-lg font-semibold">
          {titleOf(open, basis, t)}
        </h3>
        <button
          type="button"
          onClick={close}
          aria-label={t('close')}
          className="grid size-9 shrink-0 place-items-center rounded-sm text-quiet hover:text-ink"
        >
          <Icon of={X} size={18} />
        </button>
      </div>
      {!basis ? (
        <p role="status" className="text-quiet">
          {t('loading')}
        </p>
      ) : open.kind === 'aside' ? (
        <AsidePanel ids={open.ids} basis={basis} action={closing(acts.aside)} />
      ) : (
        <WordPanel
          key={open.kind === 'word' ? open.ids.join(',') : open.id}
          open={open}
          basis={basis}
          headings={headings}
          action={closing(open.kind === 'word' ? acts.word : acts.reword)}
        />
      )}
    </section>
  )
}

function titleOf(
  open: OpenPanel,
  basis: PanelBasis | null,
  t: (key: string, values?: Record<string, string | number>) => string,
): ReactNode {
  if (open.kind === 'reword') return t('rewordTitle', { number: basis?.item?.number ?? '' })
  return t(open.kind === 'word' ? 'wordTitle' : 'asideTitle', { count: open.ids.length })
}

/** The basis of the open panel; null until the server has answered. */
function useBasis(address: string, open: OpenPanel | null, failed: () => void): PanelBasis | null {
  const [loaded, setLoaded] = useState<{ query: string; basis: PanelBasis } | null>(null)
  const query = !open ? '' : 'ids' in open ? `items=${open.ids.join(',')}` : `into=${open.id}`
  const latest = useRef(failed)
  useEffect(() => {
    latest.current = failed
  })
  useEffect(() => {
    if (query === '') return
    let isLeft = false
    void fetch(`${address}?${query}`)
      .then(async (answer) => (answer.ok ? ((await answer.json()) as PanelBasis) : null))
      .catch(() => null)
      .then((basis) => {
        if (isLeft) return
        if (basis) setLoaded({ query, basis })
        else latest.current()
      })
    return () => {
      isLeft = true
    }
  }, [address, query])
  return loaded?.query === query ? loaded.basis : null
}
