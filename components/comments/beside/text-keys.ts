import { useEffect } from 'react'

/**
 * Lets words of the text be selected by keys alone: the text takes the focus, an arrow selects the next or the
 * last word, with Shift the selection grows, Enter comments on it, Escape lets it go.
 */
export function useTextKeys(elementId: string, label: string, hintId: string, take: () => void) {
  useEffect(() => {
    const element = document.getElementById(elementId)
    if (!element) return
    element.tabIndex = 0
    element.setAttribute('role', 'group')
    element.setAttribute('aria-label', label)
    element.setAttribute('aria-describedby', hintId)
    const press = (event: KeyboardEvent) => {
      if (event.target !== element || event.altKey || event.ctrlKey || event.metaKey) return
      const selection = document.getSelection()
      if (!selection) return
      const isInside = selection.anchorNode !== null && element.contains(selection.anchorNode)
      if (event.key === 'Enter' && isInside && !selection.isCollapsed) take()
      else if (event.key === 'Escape' && isInside) selection.removeAllRanges()
      else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
        selectWord(selection, element, {
          direction: event.key === 'ArrowRight' ? 'right' : 'left',
          grows: event.shiftKey,
          isInside,
        })
      else return
      event.preventDefault()
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [elementId, label, hintId, take])
}

function selectWord(
  selection: Selection,
  element: HTMLElement,
  {
    direction,
    grows,
    isInside,
  }: { direction: 'left' | 'right'; grows: boolean; isInside: boolean },
): void {
  const isForward = (direction === 'right') === (element.dir !== 'rtl')
  if (!isInside) selection.collapse(element.querySelector('p'), 0)
  else if (grows && !selection.isCollapsed)
    return selection.modify('extend', isForward ? 'forward' : 'backward', 'word')
  else if (isForward) selection.collapseToEnd()
  else {
    selection.collapseToStart()
    selection.modify('move', 'backward', 'word')
  }
  selection.modify('extend', 'forward', 'word')
}
