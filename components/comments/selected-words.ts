import { useEffect, useState } from 'react'

/** What a reader has selected inside an element. */
export type Selected = {
  /** The words that were last selected, or '' when there were none. */
  words: string
  /** Whether they are selected now. */
  standing: boolean
}

/** Follows what is selected inside the element; a selection that goes is remembered. */
export function useSelectedWords(elementId: string): Selected {
  const [selected, setSelected] = useState<Selected>({ words: '', standing: false })
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const element = document.getElementById(elementId)
      const inside = selection?.anchorNode && element?.contains(selection.anchorNode)
      const now = inside && !selection.isCollapsed ? selection.toString().trim() : ''
      setSelected(({ words }) => ({ words: now || words, standing: now !== '' }))
    }
    read()
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [elementId])
  return selected
}
