import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { rangeAt } from './selected-words'

/** From this width on the comments stand beside the text. */
const WIDE = '(min-width: 64rem)'
const GAP = 16

/**
 * Moves the cards of a list down to the words that they are about (`data-at`, an offset into the text), each
 * below the one before. On a narrow screen they follow each other as they are.
 */
export function useBesideText(list: RefObject<HTMLElement | null>, textId: string): void {
  useLayoutEffect(() => place(list.current, textId))
  useEffect(() => {
    const text = document.getElementById(textId)
    const { current: cards } = list
    if (!text || !cards) return
    const again = () => place(cards, textId)
    const sizes = new ResizeObserver(again)
    sizes.observe(text)
    sizes.observe(cards)
    window.addEventListener('resize', again)
    void document.fonts.ready.then(again)
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', again)
    }
  }, [list, textId])
}

function place(list: HTMLElement | null, textId: string): void {
  const text = document.getElementById(textId)
  if (!list || !text) return
  const isWide = window.matchMedia(WIDE).matches
  const top = list.getBoundingClientRect().top
  const heights = [...list.children].map((card) => card.getBoundingClientRect().height)
  let end = -GAP
  for (const [index, card] of ([...list.children] as HTMLElement[]).entries()) {
    const at = isWide && card.dataset.at ? Number(card.dataset.at) : null
    const line = at === null ? null : rangeAt(text, at, at + 1)?.getBoundingClientRect()
    const begins = Math.max(end + GAP, line ? line.top - top : 0)
    card.style.marginBlockStart = `${begins - Math.max(0, end)}px`
    end = begins + heights[index]!
  }
}
