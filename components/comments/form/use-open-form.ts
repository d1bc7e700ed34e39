import { useCallback, useState } from 'react'
import type { CommentStart } from '@/lib/comments/start'

/** The form that is open: `turn` changes with each one that is opened. */
export type OpenForm = { start: CommentStart; turn: number }

/**
 * Which form is open. The address says it, so that a reload opens it again and it can be reached without
 * JavaScript; what is opened here changes the address, and a draft that was saved is its own address.
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
  // The page was drawn for another address: it opens what that one says, unless it stands open.
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
  return {
    open: open && isReleased(open.start.id) ? null : open,
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

/** What a form is about: a draft by its id, as a new one has another at each drawing. */
const keyOf = (start: CommentStart | null): string | null =>
  start &&
  (start.isNew
    ? [start.parentId, start.replacesId, start.passageStart, start.passage].join('|')
    : start.id)
