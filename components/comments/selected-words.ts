import { useEffect, useState } from 'react'

/** Words that a reader selected in a text, and where they begin: a UTF-16 offset into its printed form. */
export type SelectedWords = { words: string; at: number | null }

/** The words that were last selected, '' when there were none, and whether they are selected now. */
export type Selected = SelectedWords & { isPresent: boolean }

/** Follows the selection inside the element; a selection that ends is remembered. */
export function useSelectedWords(elementId: string): Selected {
  const [selected, setSelected] = useState<Selected>({ words: '', at: null, isPresent: false })
  useEffect(() => {
    const read = () => {
      const now = selectedIn(document.getElementById(elementId))
      setSelected((before) => (now ? { ...now, isPresent: true } : { ...before, isPresent: false }))
    }
    read()
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [elementId])
  return selected
}

function selectedIn(element: HTMLElement | null): SelectedWords | null {
  const selection = document.getSelection()
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const words = selection.toString()
  if (!element.contains(range.startContainer) || words.trim() === '') return null
  return { words: words.trim(), at: offsetIn(element, range) + words.search(/\S/) }
}

/** How many letters stand before the range, each paragraph but the last followed by a line feed. */
function offsetIn(element: HTMLElement, range: Range): number {
  let offset = 0
  for (const paragraph of element.querySelectorAll('p')) {
    const before = document.createRange()
    before.selectNodeContents(paragraph)
    if (paragraph.contains(range.startContainer)) {
      before.setEnd(range.startContainer, range.startOffset)
      return offset + before.toString().length
    }
    if (range.comparePoint(paragraph, 0) >= 0) break
    offset += before.toString().length + 1
  }
  return offset
}
