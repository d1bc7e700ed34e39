'use client'

import { useTranslations } from 'use-intl/react'
import { untick } from '@/components/consolidation/bar/ticks'
import { useBoard } from '@/components/consolidation/board/desk-board'
import { FoldedText } from '@/components/consolidation/facts/folded-text'
import { directionOf } from '@/lib/text/locales'
import type { PanelSource } from './basis'

/** The sources of the wording in full; each may be left out of a new item. */
export function PanelSources({
  sources,
  ids = null,
  woven = null,
}: {
  sources: readonly PanelSource[]
  /** The sources of a new item; null if they stay. */
  ids?: readonly string[] | null
  /** The woven texts, which can be put into the field to replace other words; null if they stand there. */
  woven?: string | null
}) {
  const t = useTranslations('consolidation.desk.panel')
  const { slug, panel } = useBoard()
  return (
    <section aria-labelledby="panel-sources" className="border-t border-line pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 id="panel-sources" className="text-sm font-semibold">
          {t('sources', { count: sources.length })}
        </h4>
        {woven !== null && (
          <button
            type="button"
            className="button button-plain"
            onClick={({ currentTarget }) => writeText(currentTarget.form, woven)}
          >
            {t('weave')}
          </button>
        )}
      </div>
      <ul className="mt-2 grid gap-3">
        {sources.map(({ id, place, names, strength, text, language }) => (
          <li key={id} className="border-s-2 border-line ps-3">
            <p className="text-sm text-quiet">
              {[place, names, strength].filter(Boolean).join(' · ')}
            </p>
            <div lang={language} dir={directionOf(language)} className="font-serif">
              <FoldedText text={text} more={t('more')} less={t('less')} />
            </div>
            {ids && ids.length > 1 && (
              <button
                type="button"
                className="cursor-pointer py-1 text-sm text-accent underline"
                onClick={() => {
                  untick(slug, [id])
                  panel.show({ kind: 'word', ids: ids.filter((source) => source !== id) })
                }}
              >
                {t('takeOut')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Writes into the field like typed input. */
function writeText(form: HTMLFormElement | null, text: string): void {
  const field = form?.elements.namedItem('text')
  if (!(field instanceof HTMLTextAreaElement)) return
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}
