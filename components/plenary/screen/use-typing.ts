import { useEffect, useRef, useState } from 'react'
import { localCopies } from '@/components/keeping/browser-copies'
import { hidePlace, showPlace } from '@/components/keeping/places-shown'
import { useLive } from '@/components/live/use-live'
import type { TypingView } from '@/lib/plenary/screen/concurrent-typing'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import {
  beginTyping,
  type Held,
  play,
  type Typist,
  type TypistEffect,
  type TypistEvent,
  unsent,
} from './typist'

export type { Held } from './typist'

type Addresses = { typing: string; stream: string }

/**
 * The text before the room as somebody types into it, by the rules of `play`; each pause sends it. Words that the server
 * does not have are kept in this browser: the page shows them where the item was agreed before they arrived.
 */
export function useTyping(initial: TypingView, language: string, addresses: Addresses) {
  const [typist, setTypist] = useState<Typist>(() => beginTyping(initial))
  // Read and written between two renders.
  const now = useRef(typist)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const happens = (event: TypistEvent, isLeaving = false): void => {
    const [next, effects] = play(now.current, event, language)
    now.current = next
    setTypist(next)
    keep(next)
    for (const effect of effects) {
      clearTimeout(timer.current)
      if (effect.does === 'wait')
        timer.current = setTimeout(() => happens({ type: 'due' }), effect.milliseconds)
      else void send(addresses.typing, effect, isLeaving).then((answer) => happens(answer))
    }
  }

  useLive(addresses.stream, (data) =>
    happens({ type: 'heard', view: JSON.parse(data) as TypingView | null }),
  )
  // Going on to another item leaves no words unsent.
  const leave = useRef(happens)
  useEffect(() => {
    leave.current = happens
  })
  const { itemId } = initial
  useEffect(() => {
    const place = placeOf(itemId)
    showPlace(place)
    return () => {
      leave.current({ type: 'due' }, true)
      hidePlace(place)
    }
  }, [itemId])

  const { view, shown, mine, sent, held } = typist
  return {
    /** The text as the room sees it, marked; its last author, and its version. */
    view,
    /** A text with which the editor must replace its own. */
    shown,
    /** The text in the editor. */
    mine,
    sent,
    held,
    type: (body: TextDocument) => happens({ type: 'typed', body }),
    /** Sends the typed words at once: the person has left the editor. */
    flush: () => happens({ type: 'due' }),
    /** Replaces the text on the screen by a held one, or drops it. */
    decide: (held: Held, isTaken: boolean) => happens({ type: 'decided', held, isTaken }),
  }
}

/** The place of an item's editor among the forms of the page, by which the browser keeps its words. */
const placeOf = (itemId: string) => [location.pathname, 'typing', itemId].join('|')

/** Keeps the words that the server does not have, and forgets them once it has them. */
function keep(typist: Typist): void {
  const words = unsent(typist)
  const place = placeOf(typist.known.itemId)
  if (words) localCopies().keep(place, { values: { text: plainText(words) }, at: Date.now() })
  else localCopies().forget(place)
}

/** Sends a text to the server and reports the result. */
async function send(
  address: string,
  { body, over }: Extract<TypistEffect, { does: 'send' }>,
  isLeaving: boolean,
): Promise<TypistEvent> {
  const { itemId: id, wording: baseNumber, version } = over
  try {
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, baseNumber, version, body: JSON.stringify(body) }),
      keepalive: isLeaving,
    })
    const reply = (await answer.json()) as { version?: number; reason?: string; message?: string }
    if (reply.version !== undefined) return { type: 'stored', version: reply.version }
    if (answer.status >= 500) return { type: 'lost' }
    if (reply.reason !== 'conflict') return { type: 'refused', message: reply.message ?? '' }
    const others = await fetch(address)
    return { type: 'overtaken', view: (await others.json()) as TypingView | null }
  } catch {
    return { type: 'lost' }
  }
}
