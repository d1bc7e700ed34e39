import { useEffect, useRef, useState } from 'react'
import { useLive } from '@/components/live/use-live'
import { isSameText, meet, type TypingView } from '@/lib/plenary/screen/concurrent-typing'
import type { TextDocument } from '@/lib/text/document/document'

const PAUSE = 250
const RETRY = 2_000

/** Whether what stands in the editor is on everybody's screen; `refused` with the server's sentence. */
export type Sent = 'idle' | 'sending' | 'sent' | 'waiting' | { refused: string }

/** What the second of two typed at words that the first had changed meanwhile, and who was first. */
export type Held = { body: TextDocument; by: string }

type Addresses = { typing: string; stream: string }

/**
 * The text before the room as somebody types into it while others may type too. Each pause sends what
 * stands in the editor; what others type is brought into it. Nothing that was typed here is lost: what
 * cannot be sent is sent again, and what others were faster with is `held`.
 */
export function useTyping(initial: TypingView, language: string, addresses: Addresses) {
  const [view, setView] = useState(initial)
  const [shown, setShown] = useState<TextDocument>()
  const [mine, setMine] = useState(initial.body)
  const [sent, setSent] = useState<Sent>('idle')
  const [held, setHeld] = useState<readonly Held[]>([])
  // What the server has of this text as far as we know, what stands in the editor, and what was heard
  // while our own text was under way: read and written by what runs between two drawings.
  const now = useRef({
    known: initial,
    mine: initial.body,
    underway: false,
    heard: null as TypingView | null,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const soon = (wait: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), wait)
  }
  const keep = (body: TextDocument) => {
    now.current.mine = body
    setMine(body)
  }
  const hear = (theirs: TypingView | null) => {
    const { known, underway, mine: own } = now.current
    // Another item is before the room: the page is drawn anew, and this text stays with its item.
    if (!theirs || theirs.itemId !== known.itemId || theirs.at < known.at) return
    if (theirs.at === known.at) return setView(theirs)
    if (underway) {
      now.current.heard = theirs
      return
    }
    const met = meet({ before: known.body, mine: own, theirs: theirs.body }, language)
    now.current.known = theirs
    setView(theirs)
    if (met.held) setHeld((before) => [...before, { body: met.held!, by: theirs.by }])
    if (!isSameText(met.shown, own)) setShown(met.shown)
    keep(met.shown)
    if (!isSameText(met.shown, theirs.body)) soon(0)
  }
  const send = async (leaving = false) => {
    const { known, underway, mine: body } = now.current
    if (underway || isSameText(body, known.body)) return
    now.current.underway = true
    setSent('sending')
    const { itemId: id, wording: baseNumber, version } = known
    try {
      const answer = await fetch(addresses.typing, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, baseNumber, version, body: JSON.stringify(body) }),
        keepalive: leaving,
      })
      const told = (await answer.json()) as { version?: number; reason?: string; message?: string }
      if (told.version !== undefined) {
        now.current.known = { ...known, body, version: told.version, at: told.version }
        setView((before) => ({ ...before, version: told.version! }))
        setSent('sent')
      } else if (told.reason === 'conflict') {
        const others = await fetch(addresses.typing)
        now.current.heard = (await others.json()) as TypingView | null
        setSent('idle')
      } else setSent({ refused: told.message ?? '' })
      now.current.underway = false
      const { heard } = now.current
      now.current.heard = null
      if (heard) hear(heard)
      if (told.version !== undefined && !isSameText(now.current.mine, body)) soon(0)
    } catch {
      now.current.underway = false
      setSent('waiting')
      soon(RETRY)
    }
  }

  useLive(addresses.stream, (data) => hear(JSON.parse(data) as TypingView | null))
  // Whoever goes on to another item takes no words away unsent.
  const leave = useRef(send)
  useEffect(() => {
    leave.current = send
  })
  useEffect(() => () => void leave.current(true), [])

  return {
    /** The text as the room sees it, marked; whose it is last, and its version. */
    view,
    /** A text that the editor must show in place of its own. */
    shown,
    /** What stands in the editor. */
    mine,
    sent,
    held,
    type: (body: TextDocument) => {
      keep(body)
      soon(PAUSE)
    },
    /** Sends at once what was typed: the person has left the editor. */
    flush: () => {
      clearTimeout(timer.current)
      void send()
    },
    /** Puts a text that was held in place of what is on the screen, or lets go of it. */
    decide: (one: Held, take: boolean) => {
      if (take) {
        setShown(one.body)
        keep(one.body)
        soon(0)
      }
      setHeld((before) => before.filter((other) => other !== one))
    },
  }
}
