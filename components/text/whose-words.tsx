'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SourcedPart } from '@/lib/proposals/origin/sourced'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { directionOf } from '@/lib/text/locales'

/** The source of words as a sentence; `href` leads to the source. */
export type NamedSource = { label: string; href: string; isFirst: boolean }

/**
 * A text that names the source of any words: of a selection, or of a marked run that is focused or clicked. Without
 * JavaScript a marked run links to its line in the list of sources.
 */
export function WhoseWords({
  paragraphs,
  sources,
  language,
  namespace,
}: {
  paragraphs: readonly (readonly SourcedPart[])[]
  sources: readonly NamedSource[]
  language: string
  /** The kind of the text beside it: a proposal's revision, or a consolidated item. */
  namespace: 'words' | 'consolidation.whose'
}) {
  const t = useTranslations(namespace)
  const text = useRef<HTMLDivElement>(null)
  const [numbers, setNumbers] = useState<number[]>([])
  useEffect(() => {
    const select = () => {
      const selected = selectedIn(text.current)
      if (selected.length > 0) setNumbers(selected)
    }
    document.addEventListener('selectionchange', select)
    return () => document.removeEventListener('selectionchange', select)
  }, [])
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div ref={text} lang={language} dir={directionOf(language)} className="text-of-record">
        {paragraphs.map((parts, index) => (
          <p key={index}>
            {parts.map((part, place) => (
              <Words
                key={place}
                part={part}
                isFirst={sources[part.source]?.isFirst ?? true}
                isChosen={numbers.includes(part.source)}
                onChoose={() => setNumbers([part.source])}
              />
            ))}
          </p>
        ))}
      </div>
      <aside className="text-sm lg:sticky lg:top-4 lg:self-start">
        <p className="no-print mb-3 text-quiet">{t('hint')}</p>
        <div role="status" className="no-print mb-4 min-h-12">
          {numbers.length > 0 && (
            <div className="border-s-4 border-accent bg-accent-wash px-3 py-2">
              <p className="text-xs text-quiet">{t('chosen')}</p>
              {numbers.map((source) => (
                <p key={source} className="font-semibold">
                  {sources[source]?.label}
                </p>
              ))}
            </div>
          )}
        </div>
        <h2 className="mb-2 font-semibold">{t('sources')}</h2>
        <ol className="grid gap-1.5">
          {sources.map(({ label, href }, source) => (
            <li
              key={source}
              id={`source-${source + 1}`}
              className="flex scroll-mt-4 gap-2 target:bg-accent-wash"
            >
              <span className="place-letter self-start">{placeLetter(source)}</span>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ol>
      </aside>
    </div>
  )
}

function Words({
  part: { text, italic, source },
  isFirst,
  isChosen,
  onChoose,
}: {
  part: SourcedPart
  isFirst: boolean
  isChosen: boolean
  onChoose: () => void
}) {
  if (isFirst)
    return (
      <span data-source={source} className={isChosen ? 'bg-accent-wash' : undefined}>
        {italic ? <em>{text}</em> : text}
      </span>
    )
  // The number follows the word directly, before the space.
  const words = text.trimEnd()
  const space = text.slice(words.length)
  return (
    <>
      <a
        href={`#source-${source + 1}`}
        data-source={source}
        className={`text-ink underline decoration-dotted decoration-2 ${isChosen ? 'bg-accent-wash' : ''}`}
        onFocus={onChoose}
        onClick={(event) => {
          event.preventDefault()
          onChoose()
        }}
      >
        {italic ? <em>{words}</em> : words}
        <span className="place-letter">{placeLetter(source)}</span>
      </a>
      {space}
    </>
  )
}

/** The sources of the selected words within an element, without duplicates, in order. */
function selectedIn(element: HTMLElement | null): number[] {
  const selection = document.getSelection()
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const numbers = [...element.querySelectorAll<HTMLElement>('[data-source]')]
    .filter((element) => selection.containsNode(element, true))
    .map((element) => Number(element.dataset.source))
  return [...new Set(numbers)]
}
