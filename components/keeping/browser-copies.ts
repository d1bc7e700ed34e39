import { LocalCopies } from './local-copies'

const TAB = 'stocktake.tab'
const mark = () => Math.random().toString(36).slice(2)

let copies: LocalCopies | undefined

/** The local copies of the page that is open. */
export function localCopies(): LocalCopies {
  if (copies) return copies
  const pageCopies = new LocalCopies(
    {
      getItem: (key) => localStorage.getItem(key),
      setItem: (key, value) => localStorage.setItem(key, value),
      removeItem: (key) => localStorage.removeItem(key),
      keys: () => Object.keys(localStorage),
    },
    markOfTab(),
    mark(),
    document.body.dataset.reader ?? '',
  )
  window.addEventListener('pagehide', () => pageCopies.leave())
  window.addEventListener('pageshow', ({ persisted }) => persisted && pageCopies.comeBack())
  copies = pageCopies
  return pageCopies
}

/** A mark that outlives the pages of the tab, if the browser has storage for it. */
function markOfTab(): string {
  const newMark = mark()
  try {
    const earlier = sessionStorage.getItem(TAB)
    if (!earlier) sessionStorage.setItem(TAB, newMark)
    return earlier ?? newMark
  } catch {
    return newMark
  }
}
