import { useEffect, useState } from 'react'

/** The words that the reader last selected inside an element, or '' when there were none. */
export function useSelectedWords(elementId: string): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const element = document.getElementById(elementId)
      const inside = selection?.anchorNode && element?.contains(selection.anchorNode)
      if (inside && !selection.isCollapsed) setWords(selection.toString().trim())
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [elementId])
  return words
}
