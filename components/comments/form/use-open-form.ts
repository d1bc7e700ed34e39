import { useCallback, useState } from 'react'
import type { CommentStart } from '@/lib/comments/start'

/** The form that is open: `turn` changes with each one that is opened. */
type OpenForm = { start: CommentStart; turn: number }

/**
 * The open form. The address names it, so that a reload opens it again and it works without JavaScript; opening a form
 * here changes the address, and a saved draft has its own address.
 */
export function useOpenForm(
  opened: CommentStart | null,
  address: string,
  isReleased: (id: string) => boolean,
) {
  const [state, setState] = useState<{ open: OpenForm | null; of: string | null }>({
    open: opened && { start: opened, turn: 0 },
    of: keyOf(opened),
  })
  const key = keyOf(opened)
  // The page was rendered for another address: open the form of that address, unless it is open.
  if (key !== state.of) {
    const isOther = opened !== null && key !== keyOf(state.open?.start ?? null)
    const turn = (state.open?.turn ?? 0) + 1
    setState({ open: isOther ? { start: opened, turn } : state.open, of: key })
  }
  const go = useCallback(
    (query: string) => window.history.replaceState(null, '', `${address}${query}`),
    [address],
  )
  const { open } = state
  const released = open && isReleased(open.start.id) ? open.start.id : null
  return {
    open: released ? null : open,
    /** The comment that this page wrote, once it stands among the released ones. */
    released,
    setOpen: useCallback(
      (start: CommentStart, query: string) => {
        setState((before) => ({ ...before, open: { start, turn: (before.open?.turn ?? 0) + 1 } }))
        go(`?${query}`)
      },
      [go],
    ),
    /** The server holds the draft: a reload opens it. */
    saved: useCallback((id: string) => go(`?draft=${id}`), [go]),
    close: useCallback(() => {
      setState((before) => ({ ...before, open: null }))
      go('')
    }, [go]),
  }
}

/** The key of a form: for a draft its id, as a new one has another id at each render. */
const keyOf = (start: CommentStart | null): string | null =>
  start &&
  (start.isNew
    ? [start.parentId, start.replacesId, start.passageStart, start.passage].join('|')
    : start.id)
