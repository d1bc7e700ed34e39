import { useEffect } from 'react'
import { rangeAt } from './selected-words'

/** Lights the marks of one comment in the text, and calls `choose` with the ids of the comments with the pressed words. */
export function useLitWords(
  textId: string,
  lit: string | null,
  choose: (ids: readonly string[]) => void,
): void {
  useEffect(() => {
    const marks = document.querySelectorAll<HTMLElement>(`#${textId} [data-of]`)
    for (const mark of marks) mark.toggleAttribute('data-lit', idsOf(mark).includes(lit ?? ''))
  })
  useEffect(() => {
    const text = document.getElementById(textId)
    const press = (event: MouseEvent) => {
      const mark = (event.target as Element).closest<HTMLElement>('[data-of]')
      // Selecting marked words is not a press on them.
      if (!mark || !document.getSelection()?.isCollapsed) return
      event.preventDefault()
      choose(idsOf(mark))
    }
    text?.addEventListener('click', press)
    return () => text?.removeEventListener('click', press)
  }, [textId, choose])
}

const idsOf = (mark: HTMLElement): string[] => (mark.dataset.of ?? '').split(' ')

/** The mark of a comment in the text. */
export const markOfComment = (textId: string, id: string): HTMLElement | null =>
  document.querySelector(`#${textId} [data-of~="${id}"]`)

const HIGHLIGHT = 'words-to-comment'

/** Shows the words that a form is about, while the selection itself is gone. */
export function useHighlight(textId: string, start: number | null, length: number): void {
  useEffect(() => {
    const text = document.getElementById(textId)
    const range = text && start !== null && length > 0 ? rangeAt(text, start, start + length) : null
    if (!range || typeof Highlight === 'undefined') return
    CSS.highlights.set(HIGHLIGHT, new Highlight(range))
    return () => void CSS.highlights.delete(HIGHLIGHT)
  }, [textId, start, length])
}
