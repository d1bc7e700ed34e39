'use client'

import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useHighlight } from '@/components/comments/beside/lit-words'
import {
  selectedNow,
  type SelectedWords,
  useSelectedWords,
} from '@/components/comments/beside/selected-words'
import { useTextKeys } from '@/components/comments/beside/text-keys'
import { type Passage, PassageField } from '@/components/comments/form/passage-field'

/** Comes when words are first selected. */
const SelectionBubble = lazy(() => import('@/components/comments/beside/selection-bubble'))

/** The element that shows the text of the item. */
const TEXT = 'text'
const HINT = 'text-keys'

/** The words that are selected in the text of the item; Enter takes them while the text has the focus. */
function useItemWords(take: (words: SelectedWords) => void): SelectedWords | null {
  const t = useTranslations('comments')
  const selected = useSelectedWords(TEXT)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  // Enter may follow the last arrow before the selection event.
  const takeNow = useCallback(() => {
    const words = selectedNow(TEXT)
    if (words) latest.current(words)
  }, [])
  useTextKeys(TEXT, t('itemLabel'), HINT, takeNow)
  return selected
}

function KeysHint() {
  const t = useTranslations('comments')
  return (
    <p id={HINT} hidden>
      {t('keysHint')}
    </p>
  )
}

/**
 * Lets words of the item be selected, by mouse, touch or keys, and opens the form of a comment on them at `address`.
 * Needs the messages `comments`.
 */
export function WordsToComment({ address }: { address: string }) {
  const t = useTranslations('comments')
  const open = ({ at, words }: SelectedWords) =>
    window.location.assign(`${address}&write&words=${at}-${at + words.length}#write`)
  const selected = useItemWords(open)
  return (
    <>
      <KeysHint />
      <p className="no-print mt-2 text-sm text-quiet">{t('selectHint')}</p>
      {selected && (
        <Suspense fallback={null}>
          <SelectionBubble
            selected={selected}
            label={t('writeOnWords')}
            take={() => open(selected)}
          />
        </Suspense>
      )}
    </>
  )
}

/** The words of the item that a comment is about: selected in its text, or typed. Needs the same messages. */
export function ItemPassage({ start }: { start: Passage }) {
  const [passage, setPassage] = useState<Passage>(start)
  const field = useRef<HTMLDivElement>(null)
  const choose = (choice: Passage) => {
    setPassage(choice)
    setTimeout(() => field.current?.dispatchEvent(new Event('input', { bubbles: true })))
  }
  const selected = useItemWords(({ words, at }) => choose({ words, at }))
  useHighlight(TEXT, passage.at, passage.words.length)
  return (
    <div ref={field}>
      <KeysHint />
      <PassageField passage={passage} selected={selected} choose={choose} />
    </div>
  )
}
