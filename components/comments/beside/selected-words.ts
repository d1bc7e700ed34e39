import { useEffect, useState } from 'react'

/** Words that a reader selected in a text, their start (a UTF-16 offset into its printed form), and their range. */
export type SelectedWords = { words: string; at: number; range: Range }

/** A selection by touch or by keys comes in many steps; the last one counts. */
const PAUSE = 120

/** The words that are selected inside the element now, once the pointer is up; null while there are none. */
export function useSelectedWords(elementId: string): SelectedWords | null {
  const [selected, setSelected] = useState<SelectedWords | null>(null)
  useEffect(() => {
    let isDown = false
    let timer: ReturnType<typeof setTimeout>
    const read = () => {
      if (!isDown) setSelected(selectedIn(document.getElementById(elementId)))
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(read, PAUSE)
    }
    const down = ({ target }: Event) => {
      isDown = document.getElementById(elementId)?.contains(target as Node) ?? false
    }
    const up = () => {
      isDown = false
      soon()
    }
    document.addEventListener('selectionchange', soon)
    document.addEventListener('pointerdown', down)
    for (const end of ['pointerup', 'pointercancel'] as const) document.addEventListener(end, up)
    soon()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', soon)
      document.removeEventListener('pointerdown', down)
      for (const end of ['pointerup', 'pointercancel'] as const)
        document.removeEventListener(end, up)
    }
  }, [elementId])
  return selected
}

/** The words that are selected inside the element at this moment; null while there are none. */
export const selectedNow = (elementId: string): SelectedWords | null =>
  selectedIn(document.getElementById(elementId))

function selectedIn(element: HTMLElement | null): SelectedWords | null {
  const selection = document.getSelection()
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer)) return null
  return wordsIn(element, range.cloneRange())
}

/** The words of the range that stand in the element; each paragraph but the last is followed by a line feed. */
function wordsIn(element: HTMLElement, range: Range): SelectedWords | null {
  let offset = 0
  let at: number | null = null
  const parts: string[] = []
  for (const paragraph of element.querySelectorAll('p')) {
    const whole = rangeOf(paragraph)
    if (range.intersectsNode(paragraph)) {
      const part = whole.cloneRange()
      if (range.compareBoundaryPoints(Range.START_TO_START, whole) > 0)
        part.setStart(range.startContainer, range.startOffset)
      if (range.compareBoundaryPoints(Range.END_TO_END, whole) < 0)
        part.setEnd(range.endContainer, range.endOffset)
      const text = part.toString()
      if (at === null && text.trim() !== '') {
        const before = whole.cloneRange()
        before.setEnd(part.startContainer, part.startOffset)
        at = offset + before.toString().length + text.search(/\S/)
      }
      if (at !== null) parts.push(text)
    }
    offset += whole.toString().length + 1
  }
  const words = parts.join('\n').trim()
  return at === null || words === '' ? null : { words, at, range }
}

function rangeOf(element: HTMLElement): Range {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range
}

/** The range of letters of the printed text in the element that shows it; null if the text is shorter. */
export function rangeAt(element: HTMLElement, start: number, end: number): Range | null {
  const range = document.createRange()
  let offset = 0
  let isBegun = false
  for (const paragraph of element.querySelectorAll('p')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (!isBegun && start < offset + length) {
        range.setStart(node, start - offset)
        isBegun = true
      }
      if (isBegun && end <= offset + length) {
        range.setEnd(node, Math.max(0, end - offset))
        return range
      }
      offset += length
    }
    offset += 1
  }
  return null
}
